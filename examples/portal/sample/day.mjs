import { advanceFaults } from './faults.mjs';
import { shareInUse } from './hours.mjs';
import { createRandom } from './random.mjs';
import { advanceSession, happens } from './sessions.mjs';

/** @typedef {import('../../../src/model/records.js').NetworkChange} NetworkChange */
/** @typedef {import('../../../src/model/records.js').NetworkSnapshot} NetworkSnapshot */
/** @typedef {import('../../../src/model/records.js').Station} Station */
/** @typedef {import('../../../src/model/records.js').StationChange} StationChange */

/**
 * What a station's day goes by; moments are epoch milliseconds.
 * @typedef {object} Life
 * @property {Station} station
 * @property {string} operator
 * @property {number} longitude
 * @property {number} seenAt when a step last looked at it
 * @property {boolean} silent nothing is heard from it
 * @property {number} heartbeatDue Infinity where it sends none
 */

const SECOND = 1000;
const HOUR = 3600;
const MISSED_HEARTBEATS = 3;

/** A step of a second looks at one station in so many, in turn; a step over all of them costs about 15 ms. */
const TURNS = 20;

/** Seconds between two times that a station falls silent. */
const MEAN_CONTACT = 150 * HOUR;

/** Seconds; what has been silent for longer takes as long again to come back. */
const SHORTEST_MEAN_SILENCE = HOUR;

/**
 * A network's day: charging follows each place's own hour, faults come and are mended, stations fall silent and come
 * back, heartbeats arrive. A step can span a second or a night.
 *
 * `step` keeps the given network up to date: after it, the network equals the one before with the change applied. The
 * same seed and the same steps make the same day.
 * @param {NetworkSnapshot} network its objects are changed in place
 * @param {{seed: number, now: number}} options `now` in epoch milliseconds: when the network is true
 * @returns {{step: (now: number) => NetworkChange}}
 */
export function createDay(network, { seed, now: start }) {
  const random = createRandom(seed);
  const lives = network.locations.flatMap(location =>
    location.stations.filter(hasDay).map(station => lifeOf(station, location, start)),
  );
  let before = start;
  let turn = 0;

  return {
    step(now) {
      const everyStation = now - before >= TURNS * SECOND;
      before = Math.max(before, now);
      network.asOf = before;
      turn = everyStation ? 0 : (turn + 1) % TURNS;
      /** @type {StationChange[]} */
      const stations = [];
      for (let index = turn; index < lives.length; index += everyStation ? 1 : TURNS) {
        const change = advance(lives[index], random, before);
        if (change) stations.push(change);
      }
      return { asOf: before, stations };
    },
  };
}

/** What is in stock, deprecated or was never heard of has none. */
function hasDay({ deploymentState, lastMessageAt }) {
  return deploymentState === undefined && lastMessageAt !== undefined;
}

/** @returns {Life} */
function lifeOf(station, { operator, longitude }, now) {
  const { heartbeatInterval, lastMessageAt } = station;
  const heartbeatDue = heartbeatInterval ? lastMessageAt + heartbeatInterval * SECOND : Infinity;
  const silent = now - lastMessageAt >= MISSED_HEARTBEATS * heartbeatInterval * SECOND;
  return { station, operator, longitude, seenAt: now, silent, heartbeatDue };
}

function advance(life, random, now) {
  const { station } = life;
  const elapsed = (now - life.seenAt) / SECOND;
  life.seenAt = now;
  if (life.silent) {
    const silence = (now - station.lastMessageAt) / SECOND;
    if (!happens(random, elapsed, Math.max(SHORTEST_MEAN_SILENCE, silence))) return undefined;
    life.silent = false;
    life.heartbeatDue = now;
  } else if (station.heartbeatInterval && happens(random, elapsed, MEAN_CONTACT)) {
    life.silent = true;
    return undefined;
  }
  const report = station.status === 'Unavailable' ? undefined : reportOf(life, { random, elapsed, now });
  const heardAt = report ? now : heartbeatOf(life, now);
  if (heardAt === undefined) return undefined;
  station.lastMessageAt = heardAt;
  life.heartbeatDue = station.heartbeatInterval ? heardAt + station.heartbeatInterval * SECOND : Infinity;
  return { id: station.id, lastMessageAt: heardAt, ...report };
}

/** The newest heartbeat up to now, where one was due. */
function heartbeatOf({ station, heartbeatDue }, now) {
  if (heartbeatDue > now) return undefined;
  const interval = station.heartbeatInterval * SECOND;
  return heartbeatDue + Math.floor((now - heartbeatDue) / interval) * interval;
}

/** What StatusNotifications came, as the fields of a StationChange. */
function reportOf({ station, operator, longitude }, { random, elapsed, now }) {
  const inUse = shareInUse(now, longitude);
  const fault = advanceFaults(station, { random, elapsed });
  if (fault?.status) return { status: fault.status };
  const evses = [];
  for (const evse of station.evses) {
    const connector =
      fault?.evse === evse ? fault.connector : advanceSession(evse, { random, elapsed, inUse, operator });
    if (connector) evses.push({ id: evse.id, connectors: [{ ...connector }] });
  }
  return evses.length > 0 ? { evses } : undefined;
}
