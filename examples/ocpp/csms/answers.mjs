/** Seconds between two heartbeats. In the field it is minutes; here a station that falls silent is offline within half a minute. */
export const HEARTBEAT_INTERVAL = 10;

let transactions = 0;

const ANSWERS = {
  BootNotification: now => ({ currentTime: now, interval: HEARTBEAT_INTERVAL, status: 'Accepted' }),
  Heartbeat: now => ({ currentTime: now }),
  StartTransaction: () => ({ transactionId: ++transactions, idTagInfo: { status: 'Accepted' } }),
};

/**
 * What the system answers to a call, in every version of OCPP.
 * @param {string} action
 * @param {number} at epoch milliseconds
 */
export function answerTo(action, at) {
  return ANSWERS[action]?.(new Date(at).toISOString()) ?? {};
}
