/**
 * What a charge point does next: sends a call, whose answer it is then given; waits; or is without its connection. Times are in seconds.
 * @typedef {{send: [action: string, payload: object]} | {wait: number} | {away: number}} Step
 */

/**
 * How a version of OCPP says what happens.
 * @typedef {object} Dialect
 * @property {() => [string, object]} boot
 * @property {(status: string) => [string, object]} station the status of the station as a whole
 * @property {(evse: number, status: string) => [string, object]} evse Available, Unavailable or Faulted
 * @property {(evse: number, seconds: number) => Generator<Step>} session a car charges
 */

/** What happens to a charge point that works, and how often. A day passes in minutes. */
const EVENTS = [
  ['session', 70],
  ['fault of an EVSE', 5],
  ['fault of the station', 1],
  ['out of service', 2],
  ['connection lost', 5],
  ['nothing', 60],
];

/** Waits, with a heartbeat every `interval` seconds. */
function* idle(seconds, interval) {
  for (let left = seconds; left > 0; left -= interval) {
    yield { wait: Math.min(left, interval) };
    if (left > interval) yield { send: ['Heartbeat', {}] };
  }
}

/** @returns {Generator<Step>} */
function* happen(event, { dialect, evse, interval, random }) {
  const during = function* (call, seconds, callAfter) {
    yield { send: call };
    yield* idle(seconds, interval);
    yield { send: callAfter };
  };
  switch (event) {
    case 'session':
      yield* dialect.session(evse, random.integer(20, 120));
      break;
    case 'fault of an EVSE':
      yield* during(dialect.evse(evse, 'Faulted'), random.integer(30, 180), dialect.evse(evse, 'Available'));
      break;
    case 'fault of the station':
      yield* during(dialect.station('Faulted'), random.integer(30, 180), dialect.station('Available'));
      break;
    case 'out of service':
      yield* during(dialect.station('Unavailable'), random.integer(30, 180), dialect.station('Available'));
      break;
    case 'connection lost':
      yield { away: random.integer(10, 120) };
      break;
    default:
      yield* idle(random.integer(5, 60), interval);
  }
}

/**
 * The life of a charge point, without end. It knows no clock and no connection: who runs it does what it yields.
 * @param {{dialect: Dialect, evses: number, random: import('../../portal/sample/random.mjs').Random}} chargePoint
 * @returns {Generator<Step, never, object>}
 */
export function* life({ dialect, evses, random }) {
  const { interval } = yield { send: dialect.boot() };
  yield { send: dialect.station('Available') };
  for (let evse = 1; evse <= evses; evse++) yield { send: dialect.evse(evse, 'Available') };
  for (;;) {
    yield* happen(random.weighted(EVENTS), { dialect, evse: random.integer(1, evses), interval, random });
  }
}
