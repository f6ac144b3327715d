import type { Random } from './random.js';

/** Few, so that the same ones come again and again: added, moved, removed, changed after they were removed. */
const LOCATION_IDS = ['l0', 'l1', 'l2', 'l3', 'l4', '__proto__', 'constructor'];
const STATION_IDS = [
  's0',
  's1',
  's2',
  's3',
  's4',
  's5',
  's6',
  's7',
  'toString',
  '__proto__',
  'hasOwnProperty',
];
const PART_IDS = ['1', '2', '3', '__proto__', 'constructor'];
const WORDS = [
  ...[
    'Available',
    'Preparing',
    'Charging',
    'SuspendedEV',
    'SuspendedEVSE',
    'Finishing',
    'Reserved',
    'Unavailable',
  ],
  ...[
    'Faulted',
    'Faulted',
    'Occupied',
    'CHARGING',
    'OUTOFORDER',
    'BLOCKED',
    'INOPERATIVE',
    'UNKNOWN',
    'PLANNED',
  ],
  ...['', ' ', 'Available ', 'constructor', '__proto__', 'Broken', 'Sleeping', 'Störung'],
];
const DEPLOYMENTS = ['production', 'production', 'stock', 'deprecated', '', 'lab', 'production '];
const CONNECTIONS = ['online', 'online', 'offline', 'unknown', 'Online', ''];
const COUNTRIES = ['NL', 'DE', 'nl', '', '__proto__'];
/** What stands where something else should. */
export const JUNK: readonly unknown[] = [
  ...[null, undefined, true, false, 0, -0, -1, 7, 0.5, 1e18, 1e308, -1e308, NaN, Infinity, -Infinity],
  ...['', ' ', 'junk', '7', '1780833600000', 'NaN', '<img src=x onerror=alert(1)>', '\u0000', '\ud800'],
  ...[[], {}, [[]], [null], ['s1'], [7], { id: 's1' }, { id: { id: 's1' } }, { length: 1, 0: 's1' }],
  { toString: 's1', constructor: null, stations: [{ id: 's1' }] },
];
const BAD_MOMENTS: readonly unknown[] = [
  ...[
    -1,
    -1e15,
    1e18,
    1e308,
    253_402_300_800_000,
    'yesterday',
    '07/06/2026',
    '2026-13-01',
    '2026-06-07T25:00Z',
  ],
  ...[
    '2026-06-07T12:61Z',
    '2026-6-7',
    '1969-12-31T23:59:59Z',
    '10000-01-01',
    '+010000-01-01T00:00Z',
    '12:00',
  ],
];

/** Makes records, good and bad, and counts them. */
export class MangledRecords {
  count = 0;

  /**
   * @param mangled how probable it is that any one value is not what it should be
   * @param now the network's clock
   */
  constructor(
    private readonly random: Random,
    private readonly now: number,
    private readonly mangled: number,
  ) {}

  snapshot(): unknown[] {
    const ids = LOCATION_IDS.filter(() => this.random.chance(0.8));
    if (this.random.chance(0.1)) ids.push(this.random.pick(LOCATION_IDS));
    return ids.map(id => this.maybe(this.location(id)));
  }

  change(): unknown {
    const { random } = this;
    const change: Record<string, unknown> = {};
    if (random.chance(0.3)) change.asOf = this.maybe(this.moment(), BAD_MOMENTS);
    const kind = random();
    if (kind < 0.75)
      change.stations = this.maybe(this.list(6, () => this.station(random.pick(STATION_IDS), true)));
    if (kind > 0.65)
      change.locations = this.maybe(this.list(1, () => this.location(random.pick(LOCATION_IDS))));
    if (random.chance(0.12)) {
      change.removed = this.maybe({
        locations: this.maybe(random.chance(0.3) ? [this.maybe(random.pick(LOCATION_IDS))] : undefined),
        stations: this.maybe(this.list(2, () => this.maybe(random.pick(STATION_IDS)))),
      });
    }
    return this.maybe(change);
  }

  private maybe(value: unknown, bad: readonly unknown[] = JUNK): unknown {
    if (!this.random.chance(this.mangled)) return value;
    return this.random.pick(this.random.chance(0.5) ? bad : JUNK);
  }

  private list(most: number, make: () => unknown): unknown[] {
    return Array.from({ length: this.random.below(most + 1) }, () => this.maybe(make()));
  }

  private location(id: string): unknown {
    this.count++;
    const { random } = this;
    return {
      id: this.maybe(id),
      ...this.position(),
      ...this.given('name', `Location ${id}`, 0.8),
      ...this.given('country', random.pick(COUNTRIES), 0.8),
      ...this.given('operator', random.pick(['North', 'South']), 0.5),
      ...this.given('href', `/locations/${id}`, 0.2),
      stations: this.maybe(this.list(3, () => this.station(random.pick(STATION_IDS), false))),
    };
  }

  private position(): object {
    const { random } = this;
    const towns = [
      [52.7, 5.3],
      [52.7, 5.3],
      [-17.8, 179.95],
      [-17.8, -179.95],
      [0, 0],
      [90, 135],
      [-91, 10],
      [10, 539.95],
      [10, -1e6],
    ] as const;
    const [latitude, longitude] = random.pick(towns);
    return { latitude: this.maybe(latitude), longitude: this.maybe(longitude) };
  }

  /** @param isChange whether null may stand in a field, to clear it */
  private station(id: string, isChange: boolean): unknown {
    this.count++;
    const { random } = this;
    const share = isChange ? 0.35 : 0.7;
    return {
      id: this.maybe(id),
      ...this.given('deploymentState', random.pick(DEPLOYMENTS), share / 2),
      ...this.given('heartbeatInterval', random.pick([60, 300, 900, 0.5, 0]), share),
      ...this.given('lastMessageAt', this.maybe(this.moment(), BAD_MOMENTS), share),
      ...this.given('connection', random.pick(CONNECTIONS), share / 3),
      ...this.given('status', this.word(), share / 2),
      ...this.given('href', `/stations/${id}`, 0.1),
      ...this.given('offlineSince', this.maybe(this.moment(), BAD_MOMENTS), share / 3),
      ...this.given('faultedSince', this.maybe(this.moment(), BAD_MOMENTS), share / 3),
      ...this.given('errorCode', random.pick(['GroundFailure', 'NoError', 'NOERROR', '']), share / 3),
      ...this.given('info', random.pick(['Phase L2', '']), share / 4),
      ...this.given(
        'evses',
        this.list(3, () => this.part(true)),
        share,
      ),
    };
  }

  private part(isEvse: boolean): unknown {
    this.count++;
    const { random } = this;
    return {
      id: this.maybe(random.pick(PART_IDS)),
      ...this.given('status', this.word(), 0.7),
      ...(isEvse
        ? this.given(
            'connectors',
            this.list(2, () => this.part(false)),
            0.5,
          )
        : {}),
    };
  }

  private given(field: string, value: unknown, share: number): object {
    if (!this.random.chance(share)) return {};
    return { [field]: this.random.chance(0.06) ? null : this.maybe(value) };
  }

  private word(): string {
    const word = this.random.pick(WORDS);
    return this.random.pick([word, word, word.toLowerCase(), word.toUpperCase()]);
  }

  /** A moment up to ten days ago, or soon, in one of the forms that can be read. */
  private moment(): unknown {
    const { random } = this;
    const at = Math.round(this.now + 30_000 * random() - random() ** 6 * 10 * 86_400_000);
    const text = new Date(at).toISOString();
    const noon = text.slice(0, 10);
    return random.pick([
      ...[
        at,
        at,
        at,
        text,
        text.toLowerCase(),
        text.replace('T', ' '),
        text.replace('.', ','),
        text.slice(0, -1),
      ],
      ...[
        text.replace('Z', '+02:00'),
        text.replace('Z', '-0330'),
        text.replace('Z', '+05'),
        noon,
        `${noon}T10:20Z`,
      ],
    ]);
  }
}
