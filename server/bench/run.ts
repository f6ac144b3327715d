/**
 * Measures ev-widgets-server on a PostgreSQL server: `EV_WIDGETS_DATABASE=postgres://… npm run bench:server -- [STATIONS]`. It makes a network of so many
 * stations in a schema of its own, asks, changes, and drops the schema.
 */
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import { levelOf, tilesOf } from '../../src/model/map-tiles.js';
import type { BoundingBox } from '../../src/model/questions.js';
import { DIMENSIONS } from '../../src/model/statuses.js';
import type { Location, NetworkChange } from '../../src/model/records.js';
import { ServedNetwork } from '../src/answers/served-network.js';
import { openPostgres } from '../src/database/postgres.js';
import { migrate } from '../src/database/schema.js';
import { CHANNEL } from '../src/ingest/network-row.js';
import { Ingest } from '../src/ingest/ingest.js';

const SCHEMA = 'ev_widgets_bench';
const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

/** Stations of a location, and EVSEs of a station. */
const STATIONS_EACH = 3;
const EVSES_EACH = 2;

/** Towns around which locations stand, the larger the fewer. */
const TOWNS = 2000;

/** Locations that are sent together. */
const PART = 1000;

/** Views that are asked for at each zoom. */
const VIEWS = 60;

/** Status changes that are sent together, and for how many seconds, one after another. */
const BATCH = 2000;
const SECONDS = 10;

const { EV_WIDGETS_DATABASE: url } = process.env;
const stations = Number(process.argv[2] ?? 1_000_000);
if (!url) throw new Error('EV_WIDGETS_DATABASE is not set; expected postgres://user@host/database.');

let seed = 1;
/** Numbers from 0 to 1, the same in each run. */
function random(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
}

const towns = Array.from({ length: TOWNS }, () => ({
  longitude: -10 + random() * 40,
  latitude: 36 + random() * 24,
  spread: 0.05 + random() * 0.3,
}));
const townOf = () => towns[Math.floor(random() ** 2 * TOWNS)]!;
const WORDS = ['Available', 'Available', 'Charging', 'Faulted', 'Unavailable'];

function locationOf(index: number): Location {
  const town = townOf();
  const away = () => (random() + random() + random() - 1.5) * town.spread;
  return {
    id: `L${index}`,
    name: `Location ${index}`,
    longitude: town.longitude + away(),
    latitude: town.latitude + away(),
    country: ['NL', 'DE', 'FR', 'ES', 'GB'][index % 5],
    operator: `Operator ${index % 20}`,
    stations: Array.from({ length: STATIONS_EACH }, (_, station) => ({
      id: `L${index}-${station}`,
      heartbeatInterval: 86_400,
      lastMessageAt: Date.now() - random() * 86_400_000,
      evses: Array.from({ length: EVSES_EACH }, (__, evse) => ({
        id: String(evse + 1),
        status: WORDS[Math.floor(random() * WORDS.length)],
      })),
    })),
  };
}

function spread(times: number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** A screen of 1920 by 1080 pixels, with a map's margin, somewhere at a town. */
function viewAt(zoom: number): BoundingBox {
  const { longitude, latitude } = townOf();
  const degrees = 360 / (512 * 2 ** zoom);
  const [wide, high] = [1920 * degrees, 1080 * degrees * Math.cos((latitude * Math.PI) / 180)];
  return [longitude - wide, Math.max(-85, latitude - high), longitude + wide, Math.min(85, latitude + high)];
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const database = await openPostgres(url, SCHEMA);
try {
  await migrate(database);
  const ingest = new Ingest(database, RULES);
  const network = new ServedNetwork(database, RULES);
  const locations = Math.round(stations / STATIONS_EACH);
  await ingest.snapshot({ locations: [] });
  const loading = await timed(async () => {
    for (let from = 0; from < locations; from += PART) {
      const count = Math.min(PART, locations - from);
      await ingest.changes([
        { locations: Array.from({ length: count }, (_, index) => locationOf(from + index)) },
      ]);
    }
  });
  say(
    `${stations} stations at ${locations} locations: ${(stations / (loading / 1000)).toFixed(0)} stations a second`,
  );
  const [size] = await database.query<{ bytes: number; cells: number }>(
    `SELECT sum(pg_total_relation_size(oid))::int8 AS bytes, (SELECT count(*) FROM cell) AS cells FROM pg_class WHERE relnamespace = '${SCHEMA}'::regnamespace AND relkind = 'r'`,
  );
  await database.transaction(queries => queries.query('ANALYZE'));
  say(`${(size!.bytes / 1e9).toFixed(2)} GB, ${size!.cells} cells`);

  const counts: number[] = [];
  for (let time = 0; time < 200; time++)
    counts.push(await timed(() => network.counts(DIMENSIONS[time % DIMENSIONS.length]!, {})));
  say(`counts: ${spread(counts)}`);
  const raw: number[] = [];
  for (let time = 0; time < 5; time++)
    raw.push(
      await timed(() =>
        database.transaction(queries => queries.query('SELECT connection, count(*) FROM station GROUP BY 1')),
      ),
    );
  say(`counts, by a raw GROUP BY: ${spread(raw)}`);

  const all: number[] = [];
  for (let zoom = 0; zoom <= 18; zoom++) {
    const times: number[] = [];
    let bytes = 0;
    for (let view = 0; view < VIEWS; view++) {
      const bbox = viewAt(zoom);
      times.push(
        await timed(async () => {
          const tiles = tilesOf({ bbox, zoom }).map(tile =>
            network.mapItems('connection', levelOf(zoom), tile),
          );
          bytes += JSON.stringify(await Promise.all(tiles)).length;
        }),
      );
    }
    all.push(...times);
    say(`viewport at zoom ${zoom}: ${spread(times)}, ${(bytes / VIEWS / 1000).toFixed(1)} kB of JSON`);
  }
  say(`viewports at all zooms: ${spread(all)}`);

  let told = 0;
  const shown: number[] = [];
  await database.listen(
    CHANNEL,
    () => void told++,
    error => say(error.message),
  );
  let done = 0;
  const began = performance.now();
  const changing = await timed(async () => {
    for (let second = 0; performance.now() - began < SECONDS * 1000; second++) {
      const changes = Array.from({ length: BATCH }, (): NetworkChange => {
        const id = `L${Math.floor(random() * locations)}-${Math.floor(random() * STATIONS_EACH)}`;
        const evses = [{ id: '1', status: WORDS[Math.floor(random() * WORDS.length)] }];
        return { stations: [{ id, evses }] };
      });
      shown.push(await timed(() => ingest.changes(changes)));
      done += BATCH;
    }
  });
  say(
    `status changes: ${(done / (changing / 1000)).toFixed(0)} a second; each batch of ${BATCH} kept after ${spread(shown)}, and told of ${told} times`,
  );
  say(`memory of the server's process: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
} finally {
  await database.transaction(queries => queries.query(`DROP SCHEMA ${SCHEMA} CASCADE`));
  await database.close();
}
