import { epochOf } from '../model/time.js';
import type { NetworkChange } from '../model/records.js';
import { Paced } from './paced.js';

/** How often changes are taken at most: those that come in between are taken together. */
const CHANGES_EVERY = 100;

function isOlder(change: NetworkChange, asOf: number | undefined): boolean {
  return change?.asOf != null && asOf !== undefined && epochOf(change.asOf) < asOf;
}

/** Records a part: few enough that copying them to a worker holds up no frame. */
const PART = 250;

function recordsIn(change: NetworkChange): number {
  return (change?.locations?.length ?? 0) + (change?.stations?.length ?? 0) + 1;
}

/** Changes in their order, a few at a time. */
function* inParts(changes: readonly NetworkChange[]): Generator<NetworkChange[]> {
  let part: NetworkChange[] = [];
  let records = 0;
  for (const change of changes) {
    part.push(change);
    records += recordsIn(change);
    if (records < PART) continue;
    yield part;
    part = [];
    records = 0;
  }
  if (part.length > 0) yield part;
}

/** Gathers changes, and during a load, keeps them to replay on the new network. */
export class ChangeQueue {
  private waiting: NetworkChange[] = [];
  /** What is left of those that are being taken. */
  private readonly parts: NetworkChange[][] = [];
  /** Since a load began, whether taken since or not. */
  private sinceLoad?: NetworkChange[];
  private isOpen = false;
  private isTaking = false;
  private readonly timer = new Paced(CHANGES_EVERY, () => void this.takeAll());

  /**
   * @param take takes a part of the changes, which come in their order; never rejects
   * @param onTaken called when all that were gathered are taken
   */
  constructor(
    private readonly take: (part: readonly NetworkChange[]) => Promise<void>,
    private readonly onTaken: () => void,
  ) {}

  push(change: NetworkChange): void {
    this.sinceLoad?.push(change);
    if (!this.isOpen) return;
    this.waiting.push(change);
    this.schedule();
  }

  beginLoad(): void {
    this.sinceLoad = [...this.parts.flat(), ...this.waiting];
  }

  /**
   * A snapshot is loaded that was true at `asOf`: what came since its load began is taken (again) unless it is older. What was being
   * taken is among it, so its rest is dropped.
   */
  replay(asOf: number | undefined): void {
    this.isOpen = true;
    this.parts.length = 0;
    this.waiting = (this.sinceLoad ?? []).filter(change => !isOlder(change, asOf));
    this.schedule();
  }

  endLoad(): void {
    this.sinceLoad = undefined;
  }

  /** Takes nothing more until a snapshot is loaded. */
  close(): void {
    this.isOpen = this.isTaking = false;
    this.waiting = [];
    this.parts.length = 0;
    this.timer.cancel();
  }

  private schedule(): void {
    if (this.isTaking || this.waiting.length === 0) return;
    this.isTaking = true;
    this.timer.schedule();
  }

  private async takeAll(): Promise<void> {
    this.parts.push(...inParts(this.waiting));
    this.waiting = [];
    for (let part = this.parts.shift(); part; part = this.parts.shift()) await this.take(part);
    this.onTaken();
    this.isTaking = false;
    if (this.isOpen) this.schedule();
  }
}
