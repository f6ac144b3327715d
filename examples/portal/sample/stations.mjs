import { speaksOcpp2, wordInUse } from './operators.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('../../../src/model/records.js').Station} Station */
/** @typedef {import('../../../src/model/records.js').Evse} Evse */
/** @typedef {{id: string, operator: string, inUse: number, now: number}} Circumstances */

const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;

const LIVES = [
  ['online', 0.895],
  ['silent', 0.045],
  ['unsettled', 0.015],
  ['stock', 0.025],
  ['deprecated', 0.02],
];

const CONDITIONS = [
  ['works', 0.968],
  ['faulted', 0.02],
  ['disabled', 0.012],
];

/** Seconds; each station reports its own. */
const HEARTBEAT_INTERVALS = [
  [300, 0.3],
  [600, 0.27],
  [900, 0.35],
  [1800, 0.05],
  [3600, 0.03],
];

const SESSION_WORDS = [
  ['Charging', 0.7],
  ['SuspendedEV', 0.2],
  ['Preparing', 0.04],
  ['SuspendedEVSE', 0.03],
  ['Finishing', 0.03],
];

/**
 * A station as it would be found on an ordinary day.
 * @param {Random} random
 * @param {Circumstances} circumstances `inUse` is the share of EVSEs in use there and then
 * @returns {Station}
 */
export function createStation(random, circumstances) {
  const life = random.weighted(LIVES);
  return {
    id: circumstances.id,
    ...contactOf(random, life, circumstances.now),
    ...reportOf(random, life, circumstances),
  };
}

function contactOf(random, life, now) {
  if (life === 'stock') return { deploymentState: 'stock' };
  const heartbeatInterval = random.weighted(HEARTBEAT_INTERVALS);
  const heard = (least, most) => Math.round(now - least * (most / least) ** random.next());
  switch (life) {
    case 'silent':
      return { heartbeatInterval, lastMessageAt: heard(3.2 * heartbeatInterval * SECOND, 35 * DAY) };
    case 'unsettled':
      return random.next() < 0.5 ? {} : { lastMessageAt: heard(60 * SECOND, 10 * DAY) };
    case 'deprecated':
      return { deploymentState: 'deprecated', heartbeatInterval, lastMessageAt: heard(20 * DAY, 400 * DAY) };
    default:
      return {
        heartbeatInterval,
        lastMessageAt: Math.round(now - random.next() * heartbeatInterval * SECOND),
      };
  }
}

function reportOf(random, life, { operator, inUse }) {
  const evses = createEvses(random, operator);
  const connectors = evses.flatMap(evse => evse.connectors);
  if (life === 'stock') return { evses };
  if (life === 'deprecated') {
    for (const connector of connectors) connector.status = 'Unavailable';
    return { status: 'Unavailable', evses };
  }
  for (const evse of evses) reportEvse(random, evse, { operator, inUse });
  const condition = random.weighted(CONDITIONS);
  if (condition === 'disabled') {
    for (const connector of connectors) connector.status = 'Unavailable';
    return { status: 'Unavailable', evses };
  }
  if (condition === 'faulted') {
    if (random.next() < 0.25) return { status: 'Faulted', evses };
    random.pick(connectors).status = 'Faulted';
  }
  // Many stations only ever report their connectors.
  return random.next() < 0.7 ? { status: 'Available', evses } : { evses };
}

/** OCPP 1.6 has an EVSE a connector; 2.x can give one EVSE two outlets. */
function createEvses(random, operator) {
  const count = random.weighted([
    [1, 0.25],
    [2, 0.6],
    [3, 0.05],
    [4, 0.1],
  ]);
  return Array.from({ length: count }, (_, index) => {
    const outlets = speaksOcpp2(operator) && random.next() < 0.4 ? 2 : 1;
    const connectors = Array.from({ length: outlets }, (_, outlet) => ({ id: String(outlet + 1) }));
    return { id: String(index + 1), connectors };
  });
}

function reportEvse(random, evse, { operator, inUse }) {
  if (random.next() < 0.004) return;
  for (const connector of evse.connectors) connector.status = 'Available';
  if (random.next() < inUse)
    random.pick(evse.connectors).status = wordInUse(operator, random.weighted(SESSION_WORDS));
}
