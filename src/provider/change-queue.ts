import { isFields } from '../model/fields.js';
import type { NetworkChange } from '../model/records.js';
import { ChangeBacklog } from './change-backlog.js';
import { Paced } from './paced.js';
import { pause } from './sources/pause.js';

/** How often changes are taken at most, in milliseconds: those that come in between are taken together. */
const CHANGES_EVERY = 100;

/** Records a part: few enough that copying them to a worker holds up no frame. */
const PART = 250;

/** How long taking changes holds the page's thread at a time, in milliseconds. */
const BUDGET = 8;

/** Records that wait at most: half the stations of the largest network that a tab holds. */
const MOST_WAITING = 500_000;

/** Whether a change gives way to a snapshot whose load begins after it was pushed, since it does not say when it was true. */
function givesWay(change: NetworkChange): boolean {
  return isFields(change) && change.asOf == null;
}

/** Gathers changes, and during a load, or while no network answers, keeps them for the new network. */
export class ChangeQueue {
  private readonly waiting = new ChangeBacklog();
  /** What came during a load, to be taken once more, before what waits. */
  private readonly again = new ChangeBacklog();
  /** The part that is being taken. */
  private taking: readonly NetworkChange[] = [];
  /** For the next network: since its load began, whether taken since or not; all, while none answers. */
  private forNext?: ChangeBacklog = new ChangeBacklog();
  private isOpen = false;
  private isTaking = false;
  private readonly timer = new Paced(CHANGES_EVERY, () => void this.takeAll());

  /**
   * @param take takes a part of the changes, which come in their order; is told whether the network before was given them; never rejects
   * @param onTaken called when those that were gathered are taken
   * @param onOverflow called when more came than can be kept: those are lost
   */
  constructor(
    private readonly take: (part: readonly NetworkChange[], isReplayed: boolean) => Promise<void>,
    private readonly onTaken: () => void,
    private readonly onOverflow: () => void,
  ) {}

  push(change: NetworkChange): void {
    if (this.forNext) this.add(this.forNext, change);
    if (!this.isOpen) return;
    this.add(this.waiting, change);
    this.schedule();
  }

  beginLoad(): void {
    if (this.isOpen) this.keep([...this.taking, ...this.untaken]);
    else this.keep(this.forNext!.all().filter(change => !givesWay(change)));
  }

  /**
   * A snapshot is loaded: what came since its load began is taken (again); what of it is late, the engine knows. What was being
   * taken is among it, so its rest is dropped.
   */
  replay(): void {
    const backlog = this.isOpen ? this.again : this.waiting;
    this.drop();
    for (const change of this.forNext?.all() ?? []) backlog.push(change);
    this.isOpen = true;
    this.schedule();
  }

  endLoad(): void {
    if (this.isOpen) this.forNext = undefined;
  }

  /**
   * No network answers any more: takes nothing until a snapshot is loaded, for which all is kept that the engine was not given: one that is
   * lost by a change would be lost by it again.
   */
  close(): void {
    if (this.isOpen) this.keep(this.untaken);
    this.isOpen = this.isTaking = false;
    this.drop();
    this.timer.cancel();
  }

  private get untaken(): NetworkChange[] {
    return [...this.again.all(), ...this.waiting.all()];
  }

  private get size(): number {
    return this.again.size + this.waiting.size;
  }

  private keep(changes: readonly NetworkChange[]): void {
    this.forNext = new ChangeBacklog();
    for (const change of changes) this.forNext.push(change);
  }

  private drop(): void {
    this.again.clear();
    this.waiting.clear();
  }

  private add(backlog: ChangeBacklog, change: NetworkChange): void {
    backlog.push(change);
    if (backlog.size <= MOST_WAITING) return;
    backlog.clear();
    this.onOverflow();
  }

  private schedule(): void {
    if (this.isTaking || this.size === 0) return;
    this.isTaking = true;
    this.timer.schedule();
  }

  /** Takes for as long as there are any, but lets those who look see what came of it every so often. */
  private async takeAll(): Promise<void> {
    const until = performance.now() + CHANGES_EVERY;
    let pausedAt = performance.now();
    while (this.size > 0 && pausedAt < until) {
      const isReplayed = this.again.size > 0;
      this.taking = (isReplayed ? this.again : this.waiting).take(PART);
      await this.take(this.taking, isReplayed);
      this.taking = [];
      if (this.size === 0 || performance.now() - pausedAt < BUDGET) continue;
      await pause();
      pausedAt = performance.now();
    }
    this.onTaken();
    this.isTaking = false;
    if (this.isOpen) this.schedule();
  }
}
