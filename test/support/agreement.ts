import { expect } from 'chai';

import { isGroup } from '../../src/model/questions.js';
import type { BoundingBox, Counts, MapDimension, MapItem } from '../../src/model/questions.js';
import { DIMENSIONS } from '../../src/model/statuses.js';
import type { Scope, StationFilter } from '../../src/model/records.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import type { BruteForce } from '../../src/testing/brute-force.js';

/** Whoever answers: a provider, or a network behind `answersOf`. */
export type Answers = Pick<DataProvider, 'counts' | 'mapItems' | 'location' | 'stations'>;

export const WORLD: BoundingBox = [-180, -90, 180, 90];

/** One filter of each kind, and some that combine. */
const FILTERS: StationFilter[] = [
  {},
  ...['online', 'offline', 'unknown'].map(connection => ({ connection: [connection] })),
  ...['available', 'charging', 'faulted', 'undefined'].map(evse => ({
    connection: ['online'],
    evse: [evse],
  })),
  ...['under-15m', 'under-1h', 'under-24h', 'under-7d', 'older'].map(age => ({ lastMessage: [age] })),
  ...['enabled', 'disabled', 'faulted', 'unknown'].map(status => ({ station: [status] })),
  { connection: ['online', 'offline'], evse: ['faulted', 'charging'] },
  { locationIds: ['l1', 'l2', 'l3', 'nowhere'] },
  { country: ['NL', 'DE'], operator: ['North'] },
  { deploymentState: ['stock', 'lab'] },
  { deploymentState: ['production', 'deprecated'], station: ['faulted'] },
  { connection: [] },
  ...[0, 900, 86_400].map(troubleFor => ({ troubleFor })),
  { country: ['NL', 'DE'], deploymentState: ['production', 'stock'], troubleFor: 3600 },
];

/** All IDs of a list, page by page, sorted. */
export async function stationIds(answers: Answers, filter: StationFilter, scope?: Scope): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await answers.stations({ filter, cursor, limit: 97 }, { scope });
    ids.push(...page.stations.map(({ id }) => id));
    expect(page.total, 'the total of a page').to.be.at.least(ids.length);
    cursor = page.cursor;
    if (!cursor) expect(ids, JSON.stringify(filter)).to.have.length(page.total);
  } while (cursor);
  return ids.sort();
}

/** What all items of a map add up to, and how many locations they stand for. */
export function summed(items: readonly MapItem[]): { byStatus: Counts['byStatus']; locations: number } {
  const byStatus: Counts['byStatus'] = {};
  let locations = 0;
  for (const item of items) {
    locations += isGroup(item) ? item.locations : 1;
    for (const [status, count] of Object.entries(item.counts))
      byStatus[status] = (byStatus[status] ?? 0) + count;
  }
  return { byStatus, locations };
}

async function expectMap(answers: Answers, oracle: BruteForce, dimension: MapDimension, scope?: Scope) {
  const shown = oracle.onMap(scope);
  const of = (ids: string[]) => oracle.counts(dimension, { locationIds: ids, scope });
  const all = of(shown.map(({ id }) => id));
  const visible = dimension === 'connection' ? shown : shown.filter(({ id }) => of([id]).total > 0);
  for (const zoom of [0, 2.5, 7, 12, 19, 22]) {
    const items = await answers.mapItems({ dimension, bbox: WORLD, zoom }, { scope });
    const expected = all.total > 0 ? { byStatus: all.byStatus, locations: visible.length } : summed([]);
    expect(summed(items), `${dimension} map at zoom ${zoom}`).to.deep.equal(expected);
    for (const item of items) {
      if (isGroup(item) && !item.locationIds) continue;
      const ids = isGroup(item) ? item.locationIds! : [item.id];
      expect(item.counts, `${dimension} of ${ids.join()}`).to.deep.equal(of(ids).byStatus);
      if (!isGroup(item))
        expect(item.stations).to.equal(oracle.counts('connection', { locationIds: ids, scope }).total);
    }
  }
}

/** Expects the same answers as the oracle's to all four questions. */
export async function expectAgreement(answers: Answers, oracle: BruteForce, scope?: Scope): Promise<void> {
  for (const dimension of DIMENSIONS) {
    for (const includeOffline of [false, true]) {
      expect(await answers.counts(dimension, { includeOffline, scope }), dimension).to.deep.equal(
        oracle.counts(dimension, { includeOffline, scope }),
      );
    }
  }
  await expectMap(answers, oracle, 'connection', scope);
  await expectMap(answers, oracle, 'evse', scope);
  for (const filter of FILTERS) {
    expect(await stationIds(answers, filter, scope), JSON.stringify(filter)).to.deep.equal(
      oracle.stations(filter, scope),
    );
  }
}

/** Expects the same details of every location, and none of one that is not there. */
export async function expectSameLocations(answers: Answers, oracle: BruteForce): Promise<void> {
  for (const id of [...oracle.ids.locations, 'nowhere'])
    expect(await answers.location(id), id).to.deep.equal(oracle.location(id));
}
