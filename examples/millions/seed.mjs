import { manyLocations } from './network.mjs';

/** Locations that are sent together. */
const PART = 1000;

/** How often it is told how far it is: a share of all. */
const TOLD_EVERY = 0.05;

/** How many stations a database holds, all in all. */
async function stationsIn(database) {
  const [{ stations }] = await database.query('SELECT count(*)::int8 AS stations FROM station');
  return stations;
}

/**
 * Has a network of so many stations be in a database; one that is there already is left as it is.
 * @param {{ingest: object, database: object}} server of ev-widgets-server, with its database
 * @param {number} wanted stations
 * @param {(text: string) => void} tell
 */
export async function seed({ ingest, database }, wanted, tell) {
  if ((await stationsIn(database)) === wanted) return;
  const now = Date.now();
  await ingest.snapshot({ asOf: now, locations: [] });
  let [stations, told] = [0, 0];
  let part = [];
  const send = async () => {
    await ingest.changes([{ asOf: now, locations: part }]);
    stations += part.reduce((sum, location) => sum + location.stations.length, 0);
    part = [];
    if (stations - told < TOLD_EVERY * wanted && stations < wanted) return;
    told = stations;
    const rate = Math.round(stations / ((Date.now() - now) / 1000));
    tell(
      `${stations.toLocaleString('en')} of ${wanted.toLocaleString('en')} stations, ${rate.toLocaleString('en')} a second`,
    );
  };
  for (const location of manyLocations(wanted, { now })) if (part.push(location) === PART) await send();
  if (part.length > 0) await send();
  await database.transaction(queries => queries.query('ANALYZE'));
}
