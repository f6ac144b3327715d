import { countStations } from './counts.mjs';
import { shareInUse } from './hours.mjs';

/** @typedef {import('../../../src/model/records.js').NetworkSnapshot} NetworkSnapshot */
/** @typedef {import('../../../src/model/records.js').TrendPoint} TrendPoint */
/** @typedef {import('./counts.mjs').Counts} Counts */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEP = 5 * MINUTE;

/** An operator's back office was away, some hours before the sample began: most of its stations fell silent, and came back. */
const OUTAGE = {
  operator: 'Kerbside Current',
  before: 5 * HOUR,
  fell: 25 * MINUTE,
  lasted: 50 * MINUTE,
  rose: 20 * MINUTE,
  share: 0.85,
};

/** How much of the operator was away at a moment: 0 to its share. */
function shareAway(at, began) {
  const { fell, lasted, rose, share } = OUTAGE;
  const passed = at - began;
  const left = fell + lasted + rose - passed;
  return share * Math.max(0, Math.min(1, passed / fell, left / rose));
}

/** A wave that never repeats within a day, about -1 to 1, of faults and silences that come and go. */
function wave(at, phase) {
  const turns = hours => Math.sin((2 * Math.PI * at) / (hours * HOUR) + phase);
  return 0.5 * turns(7.3) + 0.3 * turns(2.9) + 0.2 * turns(0.7);
}

/** The mean share of EVSEs in use, by where locations stand: [degrees, locations]. */
function meanInUse(places, at) {
  const locations = places.reduce((sum, [, count]) => sum + count, 0);
  return places.reduce((sum, [longitude, count]) => sum + count * shareInUse(at, longitude), 0) / locations;
}

/** Moves some from one status to another; never more than there are. */
function move(byStatus, from, to, count) {
  const moved = Math.max(-byStatus[to], Math.min(byStatus[from], Math.round(count)));
  byStatus[from] -= moved;
  byStatus[to] += moved;
}

/** @returns {Counts} how it was at a moment, from how it is now, where the factors say how much more there was then */
function countsAt(counts, { inUse, faults, silences }, away, share) {
  const then = structuredClone(counts);
  const { connection, evse, station } = then;
  move(evse, 'available', 'charging', evse.charging * (inUse - 1));
  move(evse, 'available', 'faulted', evse.faulted * (faults - 1));
  move(station, 'enabled', 'faulted', station.faulted * (faults - 1));
  move(connection, 'online', 'offline', connection.offline * (silences - 1));
  move(station, 'enabled', 'unknown', connection.offline - counts.connection.offline);
  move(then['last-message'], 'under-15m', 'under-1h', connection.offline - counts.connection.offline);
  move(connection, 'online', 'offline', share * away.connection.online);
  for (const status of Object.keys(evse)) evse[status] -= Math.round(share * away.evse[status]);
  for (const status of ['enabled', 'disabled', 'faulted'])
    move(station, status, 'unknown', share * away.station[status]);
  move(then['last-message'], 'under-15m', 'under-1h', share * away['last-message']['under-15m']);
  return then;
}

/**
 * How the sample's counts were on the day before `network.asOf`, at steps of 5 minutes: use follows the hours of each place, faults and
 * silences come and go, and an operator was away for an hour. It is worked out from how the counts are now, so that it leads there.
 * @param {NetworkSnapshot & {asOf: number}} network
 * @param {number} start when the sample began
 * @returns {TrendPoint[]}
 */
export function createHistory({ asOf, locations }, start) {
  const stationsOf = places => places.flatMap(({ stations }) => stations);
  const counts = countStations(stationsOf(locations), asOf);
  const away = countStations(
    stationsOf(locations.filter(({ operator }) => operator === OUTAGE.operator)),
    asOf,
  );
  const byDegrees = new Map();
  for (const { longitude } of locations) {
    const degrees = 5 * Math.round(longitude / 5);
    byDegrees.set(degrees, (byDegrees.get(degrees) ?? 0) + 1);
  }
  const places = [...byDegrees];
  const inUseNow = meanInUse(places, asOf);
  const factors = at => ({
    inUse: meanInUse(places, at) / inUseNow,
    faults: 1 + 0.12 * (wave(at, 1) - wave(asOf, 1)),
    silences: 1 + 0.08 * (wave(at, 4) - wave(asOf, 4)),
  });
  const points = [];
  for (let at = Math.ceil((asOf - 24 * HOUR) / STEP) * STEP; at < asOf; at += STEP)
    points.push({ at, counts: countsAt(counts, factors(at), away, shareAway(at, start - OUTAGE.before)) });
  return points;
}
