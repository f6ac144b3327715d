import fc from 'fast-check';

import { networkFromOcpi } from '../../../src/model/ocpi/network-from-ocpi.js';
import type { Location, Station } from '../../../src/model/records.js';
import { differenceOf } from '../../../src/testing/difference.js';
import { readMoment } from '../../../src/testing/readable-records.js';
import { JUNK } from '../../support/mangled-records.js';
import { seeded } from '../../support/random.js';
import type { Random } from '../../support/random.js';

/** `EV_WIDGETS_SEED` makes the feeds of a run again. */
const SEED = Number(process.env.EV_WIDGETS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const FEEDS = 4000;

type Unread = Record<string, unknown>;

const STATUSES = [
  'AVAILABLE',
  'CHARGING',
  'OUTOFORDER',
  'BLOCKED',
  'INOPERATIVE',
  'RESERVED',
  'UNKNOWN',
  'UNKNOWN',
  'PLANNED',
  'REMOVED',
];
const EVSE_IDS = [
  'NL*A*E1*1',
  'NL*A*E1*2',
  'nl-a-e1*2',
  'NL*A*EV2*C1',
  'NL*A*EV2*C2',
  'NLAE3',
  '***',
  '*1',
  'NL*A*E4*1234',
  '__proto__',
];
const UIDS = ['u1', 'u2', 'u3', '', ' ', '__proto__', 7];
const MOMENTS = [
  '2026-06-07T12:00:00Z',
  '2026-06-07T12:00:01Z',
  '2026-06-07T14:00:00+02:00',
  '2026-06-08',
  'soon',
  '9e9',
  1780833600000,
];

/** An OCPI feed whose values are now and then not what they should be. */
function mangledFeed(random: Random): unknown {
  const maybe = (value: unknown) => (random.chance(0.05) ? random.pick(JUNK) : value);
  const evse = () => ({
    ...(random.chance(0.8) ? { evse_id: maybe(random.pick(EVSE_IDS)) } : {}),
    ...(random.chance(0.9) ? { uid: maybe(random.pick(UIDS)) } : {}),
    status: maybe(random.chance(0.2) ? random.pick(STATUSES).toLowerCase() : random.pick(STATUSES)),
    last_updated: maybe(random.pick(MOMENTS)),
  });
  const list = (most: number, make: () => unknown) =>
    Array.from({ length: random.below(most + 1) }, () => maybe(make()));
  const location = () => ({
    ...(random.chance(0.7)
      ? { country_code: maybe('NL'), party_id: maybe(random.pick(['ABC', 'DEF'])) }
      : {}),
    id: maybe(random.pick(['L1', 'L2', 'L3', '__proto__', 4])),
    ...(random.chance(0.7) ? { name: maybe('Depot') } : {}),
    address: maybe('Street 1'),
    ...(random.chance(0.5) ? { city: maybe('Utrecht') } : {}),
    ...(random.chance(0.5) ? { country: maybe('NLD') } : {}),
    ...(random.chance(0.5) ? { operator: maybe({ name: maybe('Operator') }) } : {}),
    coordinates: maybe({
      latitude: maybe('52.1'),
      longitude: maybe(random.pick(['5.1', '-5.', '1e3', 5.1])),
    }),
    evses: maybe(list(4, evse)),
    last_updated: maybe(random.pick(MOMENTS)),
  });
  const locations = list(5, location);
  return random.chance(0.5)
    ? locations
    : { data: locations, timestamp: maybe(random.pick(MOMENTS)), status_code: 1000 };
}

const isRecord = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (list: unknown): Unread[] => (Array.isArray(list) ? list.filter(isRecord) : []);
/** Ids come as numbers, too. */
const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};
const updatedAt = ({ last_updated: moment }: Unread): number =>
  (typeof moment === 'string' ? readMoment(moment) : undefined) ?? -Infinity;
const degreesOf = (value: unknown): number => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  return typeof value === 'string' && /^\s*[+-]?\d+(\.\d*)?\s*$/.test(value) ? parseFloat(value) : NaN;
};

interface Row {
  record: Unread;
  order: number;
  key: string;
}

/** Of each key the newest, at a tie the first; in the order of the feed. */
function newest<R extends Row>(rows: readonly R[]): R[] {
  const best = (key: string) =>
    rows
      .filter(row => row.key === key)
      .sort((one, other) => {
        const [a, b] = [updatedAt(one.record), updatedAt(other.record)];
        return a === b ? one.order - other.order : a < b ? 1 : -1;
      })[0]!;
  return [...new Set(rows.map(({ key }) => key))].map(best).sort((one, other) => one.order - other.order);
}

function evseRows(place: Row, from: number): (Row & { place: Row; evseId?: string; uid?: string })[] {
  return records(place.record.evses).flatMap((record, index) => {
    const evseId = textOf(record.evse_id);
    const uid = textOf(record.uid);
    if (evseId === undefined && uid === undefined) return [];
    const bare = evseId?.toUpperCase().replaceAll('*', '').replaceAll('-', '').replaceAll(/\s/g, '');
    const key = bare ? `evse_id ${bare}` : JSON.stringify(['uid', place.key, uid ?? evseId]);
    return { record, order: from + index, key, place, evseId, uid };
  });
}

/** The rules of "How OCPI Locations become a network", one after another over flat rows. */
function readByHand(feed: unknown): Location[] {
  const rows = records(Array.isArray(feed) ? feed : (feed as Unread).data).flatMap((record, order): Row[] => {
    const id = textOf(record.id);
    const parts = [textOf(record.country_code), textOf(record.party_id), id];
    return id === undefined
      ? []
      : [{ record, order, key: parts.filter(part => part !== undefined).join('*') }];
  });
  const kept = newest(newest(rows).flatMap(place => evseRows(place, place.order * 1000)));
  const taken = new Set<string>();
  return [...new Set(kept.map(({ place }) => place))].map(place => {
    const here = kept.filter(evse => evse.place === place);
    const stationOf = (evse: (typeof here)[number]) => {
      const pieces = (evse.evseId ?? '').split('*');
      const last = pieces.pop()!;
      return pieces.join('*') !== '' && /^c?\d{1,3}$/i.test(last) ? pieces.join('*') : evse;
    };
    const stations = [...new Set(here.map(stationOf))].map(grouping => {
      const evses = here.filter(evse => stationOf(evse) === grouping);
      const published = typeof grouping === 'string' ? grouping : (grouping.uid ?? grouping.evseId!);
      const candidates = [
        published,
        `${place.key}/${published}`,
        `${place.key}/${evses[0]!.evseId ?? published}`,
      ];
      let id = candidates.find(candidate => !taken.has(candidate)) ?? candidates[2]!;
      while (taken.has(id)) id = `${place.key}/${id}`;
      taken.add(id);
      return stationByHand(id, evses);
    });
    return { ...placeByHand(place), stations };
  });
}

function stationByHand(
  id: string,
  evses: readonly { record: Unread; evseId?: string; uid?: string }[],
): Station {
  const stateOf = ({ record }: { record: Unread }) =>
    ({ PLANNED: 'stock', REMOVED: 'deprecated' })[textOf(record.status)?.toUpperCase() ?? ''] ?? 'production';
  const deploymentState = ['production', 'stock', 'deprecated'].find(state =>
    evses.some(evse => stateOf(evse) === state),
  )!;
  const kept = evses.filter(evse => stateOf(evse) === deploymentState);
  const statusOf = ({ record }: { record: Unread }) => textOf(record.status) ?? 'UNKNOWN';
  const heard = Math.max(...kept.map(({ record }) => updatedAt(record)));
  return {
    id,
    deploymentState,
    connection: kept.every(evse => statusOf(evse).toUpperCase() === 'UNKNOWN') ? 'unknown' : 'online',
    lastMessageAt: heard === -Infinity ? undefined : heard,
    evses: kept.map(evse => ({ id: evse.evseId ?? evse.uid!, status: statusOf(evse) })),
  };
}

function placeByHand({ record, key }: Row): Omit<Location, 'stations'> {
  const { coordinates, operator } = record;
  const [latitude, longitude] = isRecord(coordinates) ? [coordinates.latitude, coordinates.longitude] : [];
  const address = [textOf(record.address), textOf(record.city)].filter(part => part !== undefined).join(', ');
  return {
    id: key,
    name: textOf(record.name) ?? (address === '' ? undefined : address),
    country: textOf(record.country) ?? textOf(record.country_code),
    operator: (isRecord(operator) ? textOf(operator.name) : undefined) ?? textOf(record.party_id),
    latitude: degreesOf(latitude),
    longitude: degreesOf(longitude),
  };
}

describe('OCPI Locations as no documentation has them', () => {
  it(`become the network that a slow reading of them makes, and no error (EV_WIDGETS_SEED=${SEED})`, () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), number => {
        const feed = mangledFeed(seeded(number));
        const { snapshot } = networkFromOcpi(feed);
        const difference = differenceOf(snapshot.locations, readByHand(feed), 'locations');
        if (difference) throw new Error(`${difference}, of ${JSON.stringify(feed)}`);
      }),
      { numRuns: FEEDS, seed: SEED, includeErrorInReport: true },
    );
  });

  it(`of any other shape are refused by a TypeError (EV_WIDGETS_SEED=${SEED})`, () => {
    fc.assert(
      fc.property(fc.anything(), feed => {
        try {
          networkFromOcpi(feed);
        } catch (error) {
          if (!(error instanceof TypeError && error.message.startsWith('Expected OCPI Locations')))
            throw error;
        }
      }),
      { numRuns: FEEDS, seed: SEED, includeErrorInReport: true },
    );
  });
});
