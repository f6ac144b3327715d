import { isFields, shown } from '../model/fields.js';
import type { NetworkSnapshot } from '../model/records.js';
import type { DataProvider } from '../provider/data-provider.js';
import { BruteForce } from './brute-force.js';
import { checkAborts } from './check-aborts.js';
import { checkBounds } from './check-bounds.js';
import { checkCounts } from './check-counts.js';
import { checkFacets } from './check-facets.js';
import { checkLists } from './check-lists.js';
import { checkLocations } from './check-locations.js';
import { checkBoxes, checkMap } from './check-map.js';
import { checkScopes } from './check-scopes.js';
import { judgeStart, missingParts } from './check-start.js';
import { checkState, clockOf, judgeNow } from './check-state.js';
import { checkTrend } from './check-trend.js';
import { checkUpdates } from './check-updates.js';
import { inWords } from './asked-provider.js';
import { Inquiry } from './inquiry.js';
import { readMoment, ReadableRecords } from './readable-records.js';

/** What `checkProvider` found right. */
export interface ProviderReport {
  /** How many checks there were, all of which passed. */
  passed: number;
  /** Optional parts that the provider does not have, and what the widgets then do without. */
  without: string[];
}

/** A provider answers wrongly: `message` says what, all of it. */
export class ProviderCheckError extends Error {
  override readonly name = 'ProviderCheckError';

  /**
   * @param failures what is wrong, one sentence each: which question, what it answered and what was expected
   * @param passed how many checks passed
   */
  constructor(
    readonly failures: readonly string[],
    readonly passed: number,
  ) {
    super(
      `The provider answers wrongly (${passed} checks passed):\n${failures.map(failure => `- ${failure}`).join('\n')}`,
    );
  }
}

const WITHOUT_NOW = "now: widgets go by the page's clock, started at state.asOf";
const WITHOUT_BOUNDS = 'bounds: a map first shows the whole world';
const WITHOUT_TREND = 'trend: nothing tells how a number has changed';
const WITHOUT_FACETS = 'facets: an overview offers no country or operator to choose';
const WITHOUT_SCOPE = 'scope: it narrows no answer, so that a scope of ev-data-provider has no effect';

type Check = (inquiry: Inquiry) => Promise<unknown>;

const CHECKS: readonly Check[] = [
  inquiry => checkCounts(inquiry),
  inquiry => checkMap(inquiry),
  checkBoxes,
  inquiry => checkLocations(inquiry),
  inquiry => checkLists(inquiry),
  inquiry => checkBounds(inquiry),
  inquiry => checkTrend(inquiry),
  inquiry => checkFacets(inquiry),
  checkAborts,
  checkUpdates,
];

async function check(
  provider: DataProvider,
  snapshot: NetworkSnapshot,
  since: number,
): Promise<ProviderReport> {
  const missing = missingParts(provider).filter(complaint => complaint !== undefined);
  if (missing.length > 0) throw new ProviderCheckError(missing, 0);
  const start = await judgeStart(provider);
  const locations = new ReadableRecords().snapshot(snapshot.locations);
  const now = clockOf(provider, since);
  // What was heard in the future counts as at the moment of the load (R4).
  const oracle = new BruteForce(
    locations,
    readMoment(snapshot.asOf) ?? now(),
    3,
    provider.state.lastMessageIs,
  );
  const inquiry = new Inquiry(provider, oracle, now);
  inquiry.note('state, from the start', start);
  const noteEnd = (error: unknown) => {
    inquiry.note('the check could not go on', [inWords(error)]);
  };
  let takesScopes = true;
  if (provider.state.status === 'ready') {
    checkState(inquiry, snapshot.asOf);
    inquiry.note('now()', judgeNow(provider, snapshot.asOf, since));
    for (const each of CHECKS) await each(inquiry).catch(noteEnd);
    takesScopes = (await checkScopes(inquiry).catch(noteEnd)) ?? true;
  }
  if (inquiry.failures.length > 0) throw new ProviderCheckError(inquiry.failures, inquiry.passed);
  return {
    passed: inquiry.passed,
    without: [
      ...(provider.now ? [] : [WITHOUT_NOW]),
      ...(provider.bounds ? [] : [WITHOUT_BOUNDS]),
      ...(provider.trend ? [] : [WITHOUT_TREND]),
      ...(provider.facets ? [] : [WITHOUT_FACETS]),
      ...(takesScopes ? [] : [WITHOUT_SCOPE]),
    ],
  };
}

/**
 * Checks an implementation of `DataProvider`: asks it every question in every way that widgets do, and compares the answers
 * with a plain recount of the snapshot's records by the rules of requirements.md. Runs in Node and in a browser, in any test
 * framework or none. The recount reads all records for each answer: a few hundred locations with all that a network has (offline
 * and faulted stations, several at one point, both sides of the antimeridian) tell more than many of one kind.
 *
 * The default rules are expected: `missedHeartbeats` 3, and the default last-message buckets (R4, R7).
 *
 * @param createProvider makes a provider that answers from the snapshot, which it is given. If the provider has a `dispose`,
 *   that is called at the end
 * @param snapshot the network. Records that cannot be read are expected to be skipped, as `localProvider` does
 * @returns how many checks passed, and which optional parts the provider does without
 * @throws ProviderCheckError where an answer is wrong: its `failures` say which, what was answered, and what was expected
 * @throws TypeError where the snapshot has no list of locations
 */
export async function checkProvider(
  createProvider: (snapshot: NetworkSnapshot) => DataProvider | Promise<DataProvider>,
  snapshot: NetworkSnapshot,
): Promise<ProviderReport> {
  if (!isFields(snapshot as unknown) || !Array.isArray(snapshot.locations))
    throw new TypeError(`The snapshot is ${shown(snapshot)}; expected {locations: […]}.`);
  const since = Date.now();
  const provider = await createProvider(snapshot);
  try {
    return await check(provider, snapshot, since);
  } finally {
    (provider as Partial<{ dispose(): void }> | undefined)?.dispose?.();
  }
}
