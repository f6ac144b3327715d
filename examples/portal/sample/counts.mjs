/** @typedef {import('../../../src/model/records.js').NetworkSnapshot} NetworkSnapshot */
/** @typedef {import('../../../src/model/records.js').Station} Station */
/** @typedef {Record<'connection' | 'evse' | 'last-message' | 'station', Record<string, number>>} Counts */

const SECOND = 1000;
const MISSED_HEARTBEATS = 3;

/** Upper bounds in seconds. */
const BUCKETS = [
  ['under-15m', 900],
  ['under-1h', 3600],
  ['under-24h', 86_400],
  ['under-7d', 604_800],
  ['older', Infinity],
];

const CHARGING = new Set(['Preparing', 'Occupied', 'Charging', 'SuspendedEV', 'SuspendedEVSE', 'Finishing']);

/** What the sample's words mean of an EVSE: a fault shows where no connector is better. */
function evseStatusOf(station, { connectors }) {
  if (station.status === 'Faulted') return 'faulted';
  const words = connectors.map(({ status }) => status);
  if (words.some(word => CHARGING.has(word) && word !== 'Preparing')) return 'charging';
  if (words.some(word => word === 'Available' || word === 'Preparing')) return 'available';
  if (words.includes('Unavailable')) return 'undefined';
  return words.includes('Faulted') ? 'faulted' : 'undefined';
}

function connectionOf({ heartbeatInterval, lastMessageAt }, now) {
  if (!heartbeatInterval) return 'unknown';
  return now - lastMessageAt >= MISSED_HEARTBEATS * heartbeatInterval * SECOND ? 'offline' : 'online';
}

function stationStatusOf({ status, lastMessageAt, evses }, connection) {
  if (connection === 'offline' || lastMessageAt === undefined) return 'unknown';
  if (status) return { Available: 'enabled', Unavailable: 'disabled', Faulted: 'faulted' }[status];
  const words = evses.flatMap(({ connectors }) => connectors.map(connector => connector.status));
  if (words.some(word => word === 'Available' || CHARGING.has(word))) return 'enabled';
  if (words.includes('Faulted')) return 'faulted';
  return words.includes('Unavailable') ? 'disabled' : 'unknown';
}

/**
 * How many of the sample's production stations, and EVSEs of those online, are in each status, by the rules that the overview counts by.
 * @param {readonly Station[]} stations
 * @param {number} now epoch milliseconds
 * @returns {Counts}
 */
export function countStations(stations, now) {
  const counts = {
    connection: { online: 0, offline: 0, unknown: 0 },
    evse: { available: 0, charging: 0, faulted: 0, undefined: 0 },
    'last-message': Object.fromEntries(BUCKETS.map(([name]) => [name, 0])),
    station: { enabled: 0, disabled: 0, faulted: 0, unknown: 0 },
  };
  for (const station of stations) {
    if (station.deploymentState !== undefined) continue;
    const connection = connectionOf(station, now);
    counts.connection[connection]++;
    counts.station[stationStatusOf(station, connection)]++;
    if (connection === 'online') for (const evse of station.evses) counts.evse[evseStatusOf(station, evse)]++;
    const silence = now - station.lastMessageAt;
    if (station.lastMessageAt !== undefined)
      counts['last-message'][BUCKETS.find(([, bound]) => silence < bound * SECOND)[0]]++;
  }
  return counts;
}
