import type { Location } from '../../src/model/records.js';
import { answerCounts, answerMapItems } from '../../src/engine/answers.js';
import { Network } from '../../src/engine/network.js';
import { NOON, RULES, WORLD } from '../peers/ours.js';
import type { Case, Measurement, Quantity } from './measurement.js';
import { network, records } from './networks.js';
import { must } from './timing.js';

const SECOND = 1000;
const SECONDS = 30;
const A_SECOND = 300;
/** Seconds: a station is offline after three of these of silence. */
const HEARTBEAT = 290;
const PART = 50_000;

/** 300 stations in each second of half a minute fall silent; all others have just spoken. */
function heard(locations: Location[], from: number): Location[] {
  locations.forEach(({ stations: [station] }, offset) => {
    const silentIn = (from + offset) / A_SECOND;
    const lastMessageAt = silentIn < SECONDS ? NOON - 3 * HEARTBEAT * SECOND + silentIn * SECOND + 1 : NOON;
    Object.assign(station!, { connection: undefined, heartbeatInterval: HEARTBEAT, lastMessageAt });
  });
  return locations;
}

async function* run({ network: kind, locations }: Case): AsyncGenerator<Quantity> {
  const points = network(kind!, locations!);
  const engine = new Network(RULES, NOON);
  for (let from = 0; from < locations!; from += PART) {
    engine.load(heard(records(points, from, Math.min(from + PART, locations!)), from), from);
  }
  engine.begin(NOON);
  // The map and the totals are there, as in a page that shows them.
  answerMapItems(engine, { dimension: 'connection', bbox: WORLD, zoom: 2 });
  const samples: number[] = [];
  for (let second = 1; second <= SECONDS; second++) {
    const started = performance.now();
    engine.tick(NOON + second * SECOND);
    samples.push(performance.now() - started);
    const { offline } = answerCounts(engine, 'connection').byStatus;
    must(offline === A_SECOND * second, `${offline} stations are offline after ${second} s`);
  }
  yield* [{ quantity: 'a second in which 300 stations fall silent', unit: 'ms', samples }];
}

export const measurement: Measurement = {
  title: 'Time alone',
  includes: {
    'ev-widgets, engine alone':
      '`tick` once a second for 30 s: the stations whose deadline passed are found and moved, in the totals and in every group above them; no warm-up',
  },
  cases: ({ sizes, networks }) => [
    { subject: 'ev-widgets, engine alone', network: networks[0], locations: Math.max(...sizes) },
  ],
  run,
};
