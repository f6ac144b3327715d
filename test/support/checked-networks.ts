import type { NetworkSnapshot, TrendPoint } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { edgeCaseNetwork } from './edge-cases.mjs';
import { location, NOON, randomLocations, station } from './networks.js';
import { seeded } from './random.js';

/** Rows as registers publish them. */
const EDGE_CASES = `kind,id,name,latitude,longitude,country
null_island,NL*A*E1*1,,0.0,0.0,NL
pole,NL*A*EV2*C1,,90.0,135.0,NL
pole,NL*A*EV2*C2,,90.0,135.0,NL
pole,NL*A*EV3*C1,,-90.0,135.0,NL
lat_copied_to_lon,NLA4*1,,52.00838,52.00838,NL
lat_copied_to_lon,NLA4*2,,52.00838,52.00838,NL
malformed_row, ,Public estate,,0,GB
malformed_row,.,Public estate,,0,GB
malformed_row,..,"Public, estate",95,200,GB
rtl_name,ocm:5,מצפה רמון,30.621590735819012,34.801065798258804,IL
rtl_name,ocm:6,"ביג, אילת Supercharger",29.56802189769479,34.95930777441117,IL
quotes,ocm:7,"The ""Old"" 100%_Inn",51.5,-0.12,GB
antimeridian,ocm:8,Taveuni,-16.8,180,FJ
antimeridian,ocm:9,Taveuni,-16.8,-180,FJ
antimeridian,ocm:10,Wrapped,-16.9,540.5,FJ
prototype,__proto__,constructor,10,10,toString
prototype,constructor,__proto__,10,10.0000001,__proto__
huge_location_124_evses,nl:big,Car park,52.1,5.1,NL
`;

/** Records that cannot be read as they are documented, beside some that can. */
const BAD_RECORDS = [
  null,
  'location',
  { id: 7, latitude: 1, longitude: 1, stations: [station('numbered')] },
  { id: 'no stations', latitude: 1, longitude: 1 },
  location('bad', [station('good'), { id: '' }, [] as never, station('good')]),
  location('bad', [station('of a location that was there before')]),
  location('positions', [station('texts')], { latitude: '52.1' as never, longitude: '5.1' as never }),
  location('fields', [
    station('words', { status: 'Sleeping', deploymentState: 'lab', evses: [{ id: '1', status: 'Broken' }] }),
    station('types', {
      status: 5,
      connection: 'up',
      heartbeatInterval: '300',
      lastMessageAt: 'soon',
    } as never),
    station('parts', { evses: [{ id: '1', connectors: 'two' }, 3, { id: '1', status: 'Faulted' }] } as never),
  ]),
];

const point = { longitude: 5.1, latitude: 52.1 };

/** Counts of connections, one every five minutes up to noon. */
export const connectionHistory = (points: number): TrendPoint[] =>
  Array.from({ length: points }, (_, index) => ({
    at: NOON - (points - index) * 5 * MINUTE,
    counts: { connection: { online: 90 + index, offline: 36 - index } },
  }));

/** What a random network need not have. */
export const DEPOT = location('Depot', [
  station('CONNECTOR', {
    evses: [{ id: '1', status: 'Available', connectors: [{ id: '1', status: 'Faulted' }] }],
  }),
  station('Offline', { connection: 'offline', evses: [{ id: '1', status: 'Faulted' }] }),
  station('Stocked', { deploymentState: 'stock' }),
  station('SILENT', { lastMessageAt: undefined }),
]);

/** A network with one of each kind: what more there is of them changes nothing of the answers' kinds. */
export const ONE_OF_EACH_KIND: NetworkSnapshot = {
  asOf: NOON,
  history: connectionHistory(12),
  locations: [
    ...randomLocations(seeded(4), 8, NOON),
    DEPOT,
    location('Stack one', [station('K1')], point),
    location('Stack other', [station('K2', { connection: 'offline' })], point),
    location('Beside the stack', [station('K3', { connection: 'offline' })], {
      longitude: 5.1001,
      latitude: 52.1,
    }),
    location('Nowhere', [station('N1')], { longitude: 0, latitude: 0 }),
    location('Pole', [station('P0')], { longitude: 135, latitude: 90 }),
    location('Pacific west', [station('P1')], { longitude: 180, latitude: -17 }),
    location('Pacific east', [station('P2')], { longitude: -180, latitude: -17 }),
    location('__proto__', [station("100%_'\\Inn")], { name: 'מצפה "רמון"', longitude: 34.8, latitude: 30.6 }),
    null,
    location('bad', [station('good'), { id: '' }, [] as never, station('good')]),
    location('bad', [station('of a location that was there before')]),
  ] as never,
};

/** Networks of every kind that a provider is checked with. */
export const CHECKED_NETWORKS: [title: string, snapshot: NetworkSnapshot][] = [
  ['no location', { asOf: NOON, locations: [] }],
  ['a location without stations', { asOf: NOON, locations: [location('empty', [])] }],
  ['one station', { asOf: '2026-06-07T12:00:00Z', locations: [location('l', [station('s')])] }],
  [
    'a station that is not counted',
    { asOf: NOON, locations: [location('l', [station('s', { deploymentState: 'stock' })])] },
  ],
  [
    'all of it at one point',
    {
      asOf: NOON,
      locations: randomLocations(seeded(3), 40, NOON).map(place => ({ ...place, latitude: 1, longitude: 1 })),
    },
  ],
  [
    'none of it on the map',
    { asOf: NOON, locations: [location('l', [station('s')], { latitude: 0, longitude: 0 })] },
  ],
  ['edge cases of registers', { asOf: NOON, ...(edgeCaseNetwork(EDGE_CASES) as NetworkSnapshot) }],
  ['records that cannot be read', { asOf: NOON, locations: BAD_RECORDS as never }],
  ['locations of every kind', { asOf: NOON, locations: randomLocations(seeded(4), 120, NOON) }],
  [
    'no time of its own',
    {
      locations: [
        location('l', [
          station('s', { lastMessageAt: Date.now() - 1000 }),
          station('never', { lastMessageAt: undefined }),
        ]),
      ],
    },
  ],
];
