import { createRandom } from '../portal/sample/random.mjs';

/** Stations that change together, once a second. */
const CHANGED = 100;
const EVERY = 1000;

const WORDS = [
  ['Available', 60],
  ['Charging', 35],
  ['Faulted', 5],
];

/**
 * Has stations of a database change, some each second. Returns what ends it.
 * @param {{ingest: object, database: object}} server
 * @param {(error: Error) => void} fail
 */
export function keepChanging({ ingest, database }, fail) {
  const random = createRandom(Date.now());
  const step = async () => {
    const asOf = Date.now();
    const [{ first, last }] = await database.query('SELECT min(key) AS first, max(key) AS last FROM station');
    const keys = Array.from({ length: CHANGED }, () => random.integer(Number(first), Number(last)));
    const stations = await database.query(
      `SELECT id, record->'evses' AS evses FROM station WHERE key = ANY($1) AND deployment = 'production'`,
      [keys],
    );
    const changed = stations.map(({ id, evses }) => ({
      id,
      lastMessageAt: asOf,
      connection: 'online',
      evses: [
        {
          ...evses[0],
          connectors: evses[0].connectors.map(({ id: each }) => ({
            id: each,
            status: random.weighted(WORDS),
          })),
        },
      ],
    }));
    await ingest.changes([{ asOf, stations: changed }]);
  };
  let timer;
  let stepping;
  const next = () => {
    stepping = step()
      .catch(fail)
      .finally(() => (timer &&= setTimeout(next, EVERY)));
  };
  timer = setTimeout(next, EVERY);
  return async () => {
    clearTimeout(timer);
    timer = undefined;
    await stepping;
  };
}
