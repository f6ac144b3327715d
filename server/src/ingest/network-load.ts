import type { LastMessageMeaning, NetworkChange, NetworkSnapshot } from '../../../src/model/records.js';
import { ChangeBacklog } from '../../../src/provider/change-backlog.js';

/** What goes with a whole network. */
export interface LoadOptions {
  lastMessageIs?: LastMessageMeaning;
  /** Changes that came before there was a network: they are taken on top of the first. */
  early?: ChangeBacklog;
}

/** A whole network as it came, and how long that took. */
export interface Loaded {
  snapshot: NetworkSnapshot;
  lastMessageIs?: LastMessageMeaning;
  /** Since when what it says may have begun to be old, in milliseconds. */
  took(): number;
  /** The changes that came meanwhile. */
  changes(): NetworkChange[];
}

/** A whole network on its way: what changes meanwhile may be missing from it, and is taken once more on top of it. */
export class NetworkLoad {
  private readonly began = performance.now();
  private readonly meanwhile = new ChangeBacklog();
  private isTaken = false;

  /**
   * @param takeLoaded takes what was loaded
   * @param onEnd called when no more changes need be noted
   */
  constructor(
    private readonly takeLoaded: (loaded: Loaded) => Promise<void>,
    private readonly onEnd: (load: NetworkLoad) => void,
  ) {}

  /** A change is being taken. */
  note(change: NetworkChange): void {
    this.meanwhile.push(change);
  }

  /**
   * Takes the network in the place of what is known, all of it or nothing; resolves once it is kept.
   * @throws UnreadableError where it is none
   */
  async take(snapshot: NetworkSnapshot, { lastMessageIs, early }: LoadOptions = {}): Promise<void> {
    this.isTaken = true;
    try {
      await this.takeLoaded({
        snapshot,
        lastMessageIs,
        took: () => performance.now() - this.began,
        changes: () => [...(early?.all() ?? []), ...this.meanwhile.all()],
      });
    } finally {
      this.onEnd(this);
    }
  }

  /** It will not come. One that is being taken is taken all the same. */
  giveUp(): void {
    if (!this.isTaken) this.onEnd(this);
  }
}
