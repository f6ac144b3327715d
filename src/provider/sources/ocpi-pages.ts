import { ExplainedError } from '../../model/explained-error.js';
import { isFields } from '../../model/fields.js';
import { locationsIn } from '../../model/ocpi/network-from-ocpi.js';
import { say } from '../../model/ocpi/ocpi-reasons.js';
import { say as sayOfRecords, unexpected } from '../../model/record-reasons.js';
import type { Problem } from '../../model/records.js';
import { say as sayOfRequests } from '../../model/request-reasons.js';
import { partOf } from '../reason-of.js';
import type { Answer } from './fetch-json.js';
import { nextPage } from './ocpi-next-page.js';
import { OcpiPageCount } from './ocpi-page-count.js';
import { isPassingCode, RequestError } from './request-error.js';
import { shownUrl } from './shown-url.js';

/** An OCPI feed, all of its pages in one. */
export interface OcpiPages {
  feed: unknown;
  /** How many there were. */
  count: number;
  /** When the last page was sent: epoch milliseconds. */
  date?: number;
  problems: Problem[];
}

/** Gets the pages of a feed one after another: each is read, counted, and names the next. */
class OcpiPageReader {
  readonly data: unknown[] = [];
  readonly problems: Problem[] = [];
  readonly count = new OcpiPageCount();

  constructor(private readonly feed: string) {}

  /**
   * Takes an answer's Locations.
   * @returns the URL of the page after it; undefined where all have come
   * @throws Error where that cannot be told
   */
  take(page: string, { body, headers, url, isCrossOrigin }: Answer): string | undefined {
    const { count } = this;
    const records = locationsIn(body);
    for (const record of records) this.data.push(record);
    count.add(records, this.totalOf(page, headers));
    const next = nextPage(headers.get('Link'), url, this.feed);
    if (next === undefined) {
      count.checkTotal();
      const isHidden = isCrossOrigin && count.total === undefined && count.pages === 1;
      if (isHidden) this.checkHidden(page, body);
      return undefined;
    }
    if (count.isPastTheEnd) return undefined;
    count.checkNext();
    return next;
  }

  /** How many records the whole feed has (OCPI 2.2.1 §4.1.1); undefined where the answer does not say. */
  private totalOf(page: string, headers: Headers): number | undefined {
    const total = headers.get('X-Total-Count');
    if (total === null || /^\d+$/.test(total)) return total === null ? undefined : Number(total);
    const path = `X-Total-Count of ${shownUrl(page)}`;
    this.problems.push(unexpected(path, total, sayOfRecords('wholeNumber')));
    return undefined;
  }

  /** An OCPI answer says how much there is; a file, which has no `status_code`, is mostly all there is. */
  private checkHidden(page: string, body: unknown): void {
    const hidden = say('ocpiEndHidden');
    if (isFields(body) && body.status_code != null) throw new ExplainedError(hidden);
    const path = shownUrl(page);
    this.problems.push({ path, ...say('ocpiPage', path, hidden) });
  }
}

/**
 * Gets an OCPI feed and the pages that its `Link` headers name (OCPI 2.2.1 §4.1.1), of the feed's own host only: all of it, or nothing.
 * @param fetchPage gets the page at a URL; what it throws is passed on
 * @throws RequestError that names the page which is not OCPI, is not one of success, names a page that cannot be followed, or is the last though
 * fewer records came than `X-Total-Count` says
 */
export async function fetchOcpiPages(
  url: string,
  fetchPage: (page: string) => Promise<Answer>,
): Promise<OcpiPages> {
  const reader = new OcpiPageReader(url);
  let answer: Answer;
  let next: string | undefined = url;
  do {
    const page: string = next;
    answer = await fetchPage(page);
    try {
      next = reader.take(page, answer);
    } catch (error) {
      const { body } = answer;
      const isPassing = isFields(body) && isPassingCode(body.status_code);
      const said = sayOfRequests('getFailed', shownUrl(page), partOf(error));
      throw new RequestError({ ...said, isPassing }, { cause: error });
    }
  } while (next !== undefined);
  const { data, problems, count } = reader;
  // The last page's timestamp is the nearest to now.
  const feed = isFields(answer.body) ? { ...answer.body, data } : data;
  return { feed, count: count.pages, date: answer.date, problems };
}
