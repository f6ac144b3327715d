import { isFields } from '../../model/fields.js';
import { locationsIn } from '../../model/ocpi/network-from-ocpi.js';
import type { Problem } from '../../model/records.js';
import { fetchJson } from './fetch-json.js';

/** An OCPI feed, all of its pages in one. */
export interface OcpiPages {
  feed: unknown;
  /** HTTP `Date` of the last page in epoch milliseconds. */
  date?: number;
  problems: Problem[];
}

const EXPECTED = 'OCPI Locations, an array or {data: […]}';
const LINK = /<([^>]*)>((?:\s*;\s*[\w-]+\*?\s*=\s*(?:"[^"]*"|[^",;\s]+))*)/g;
const REL_NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s*(?:;|$)))/i;

/** The URL of the `Link` header's `rel="next"` (RFC 8288), absolute; undefined on the last page. */
export function nextPage(link: string | null, base: string): string | undefined {
  for (const [, target, parameters] of (link ?? '').matchAll(LINK)) {
    if (REL_NEXT.test(parameters!) && URL.canParse(target!, base)) return new URL(target!, base).href;
  }
  return undefined;
}

function recordsOf(url: string, body: unknown): readonly unknown[] {
  try {
    return locationsIn(body);
  } catch (error) {
    throw new Error(`GET ${url}: ${(error as Error).message}`, { cause: error });
  }
}

/** Where the next page is not to be fetched, why. */
function refusal(next: string, origin: string, fetched: ReadonlySet<string>): string | undefined {
  if (new URL(next).origin !== origin)
    return `the next page ${next} is not of the feed's origin ${origin}; it was not read`;
  return fetched.has(next) ? `the next page ${next} was read before; the pages end here` : undefined;
}

/**
 * Gets an OCPI feed and the pages that its `Link` headers name (OCPI 2.2.1 §4.1.1), of the feed's own origin only.
 * @throws Error where a page is refused, or is not JSON or not OCPI
 */
export async function fetchOcpiPages(url: string, signal: AbortSignal): Promise<OcpiPages> {
  const { origin } = new URL(url);
  const fetched = new Set<string>();
  const records: unknown[][] = [];
  const problems: Problem[] = [];
  let last: unknown;
  let date = NaN;
  let next: string | undefined = url;
  while (next !== undefined) {
    const page = next;
    fetched.add(page);
    const { body, headers } = await fetchJson(page, EXPECTED, signal);
    records.push([...recordsOf(page, body)]);
    last = body;
    date = Date.parse(headers.get('Date') ?? '');
    next = nextPage(headers.get('Link'), page);
    const refused = next && refusal(next, origin, fetched);
    if (refused) {
      problems.push({
        path: `Link of ${page}`,
        message: `Expected a page that follows, got another: ${refused}.`,
      });
      next = undefined;
    }
  }
  const all = records.flat();
  // The last page's timestamp is the nearest to now.
  const feed = isFields(last) ? { ...last, data: all } : all;
  return { feed, ...(!Number.isNaN(date) && { date }), problems };
}
