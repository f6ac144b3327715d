import { isFields } from '../../model/fields.js';
import { idOf, mergeLocations } from '../../model/ocpi/merge-locations.js';
import { locationsIn } from '../../model/ocpi/network-from-ocpi.js';
import type { OcpiOverrides } from '../../model/ocpi/ocpi-types.js';
import { epochOf } from '../../model/instant.js';
import { HOUR, MINUTE } from '../../model/time.js';
import { pageNow } from '../page-clock.js';
import type { LoadedSnapshot } from './load-feed.js';
import { fetchPages, snapshotOf } from './ocpi-format.js';
import type { RequestOptions } from './request-options.js';

/** How much of what is known is asked for again: the servers behind one address are not always up to date with each other. */
const OVERLAP = MINUTE;

/** How long increments are relied on: some servers leave a Location's `last_updated` as it is when an EVSE changes. */
const WHOLE_EVERY = HOUR;

/** OCPI Locations that are fetched whole once, and then by what was updated since (`date_from`, OCPI 2.2.1 §8.2.1.1). */
export class OcpiIncrements {
  private known: readonly unknown[] = [];
  /** By the server's clock, up to when all updates are known: epoch milliseconds. NaN: not known. */
  private knownUntil = NaN;
  /** By the page's clock, when the whole feed was last fetched. */
  private wholeAt = -Infinity;

  /** @param url absolute */
  constructor(
    private readonly url: string,
    private readonly options: OcpiOverrides & RequestOptions,
  ) {}

  /**
   * Fetches what is not known yet. A load that fails leaves what is known, and the next asks for what it missed.
   * @throws as fetchPages
   */
  async load(signal: AbortSignal): Promise<LoadedSnapshot> {
    const begunAt = pageNow();
    const isWhole = Number.isNaN(this.knownUntil) || begunAt - this.wholeAt >= WHOLE_EVERY;
    const pages = await fetchPages(isWhole ? this.url : this.urlSince(), signal, this.options);
    const fetched = locationsIn(pages.feed);
    const known = isWhole ? fetched : mergeLocations(this.known, fetched);
    const withoutId = isWhole ? [] : fetched.filter(location => idOf(location) === undefined);
    const data = [...known, ...withoutId];
    const feed = isFields(pages.feed) ? { ...pages.feed, data } : data;
    const snapshot = snapshotOf({ ...pages, feed }, this.options);
    this.known = known;
    // Of its two clocks the one that is behind: a timestamp of local time without its zone may be hours ahead.
    const trueAt = Math.min(epochOf(snapshot.asOf ?? NaN), pages.date ?? Infinity);
    // The feed is true as of its last page; the first was asked for when the load began.
    this.knownUntil = trueAt - (pageNow() - begunAt);
    if (isWhole) this.wholeAt = begunAt;
    return snapshot;
  }

  private urlSince(): string {
    const url = new URL(this.url);
    url.searchParams.set('date_from', new Date(this.knownUntil - OVERLAP).toISOString());
    return url.href;
  }
}
