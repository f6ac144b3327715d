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

/** Gathers changes, and during a load, keeps them to replay on the new network. */
export class ChangeQueue {
  private readonly waiting = new ChangeBacklog();
  /** What came during a load, to be taken once more, before what waits. */
  private readonly again = new ChangeBacklog();
  /** The part that is being taken. */
  private taking: readonly NetworkChange[] = [];
  /** Since a load began, whether taken since or not. */
  private sinceLoad?: ChangeBacklog;
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
    if (this.sinceLoad) this.add(this.sinceLoad, change);
    if (!this.isOpen) return;
    this.add(this.waiting, change);
    this.schedule();
  }

  beginLoad(): void {
    this.sinceLoad = new ChangeBacklog();
    for (const change of [...this.taking, ...this.again.all(), ...this.waiting.all()])
      this.sinceLoad.push(change);
  }

  /**
   * A snapshot is loaded: what came since its load began is taken (again); what of it is late, the engine knows. What was being
   * taken is among it, so its rest is dropped.
   */
  replay(): void {
    const backlog = this.isOpen ? this.again : this.waiting;
    this.drop();
    for (const change of this.sinceLoad?.all() ?? []) backlog.push(change);
    this.isOpen = true;
    this.schedule();
  }

  endLoad(): void {
    this.sinceLoad = undefined;
  }

  /** Takes nothing more until a snapshot is loaded. */
  close(): void {
    this.isOpen = this.isTaking = false;
    this.drop();
    this.timer.cancel();
  }

  private get size(): number {
    return this.again.size + this.waiting.size;
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
