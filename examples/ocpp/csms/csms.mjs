// In a project of yours: from 'ev-widgets'.
import { ocppChange } from '../../../dist/index.js';

import { answerTo } from './answers.mjs';
import { createRecords } from './records.mjs';

/** @typedef {import('../../../src/model/records.js').NetworkChange} NetworkChange */

/**
 * A charging station management system, as small as can be: it answers stations, and tells those who listen what each message changed.
 * @param {import('../../../src/model/records.js').Location[]} locations
 * @param {{clock?: () => number}} [options] `clock` in epoch milliseconds
 */
export function createCsms(locations, { clock = Date.now } = {}) {
  const records = createRecords(locations);
  /** @type {Set<(change: NetworkChange) => void>} */
  const listeners = new Set();

  function publish(change) {
    records.write(change);
    for (const listener of listeners) listener(change);
  }

  return {
    knows: records.has,
    snapshot: () => ({ asOf: clock(), locations: records.locations }),

    /** Answers a call of a station, whatever it came over. */
    receive(stationId, version, action, payload) {
      const at = clock();
      publish(ocppChange(stationId, action, payload, { version, at }));
      const answer = answerTo(action, at);
      // The heartbeat interval is in the answer.
      if (action === 'BootNotification') publish(ocppChange(stationId, action, answer, { version, at }));
      return answer;
    },

    /**
     * Tells a listener all that was heard by now, so that it has missed nothing, and then each change. Returns what ends it. A station that was
     * not heard of is left out: a change of nothing but its id is a sign of life.
     * @param {(change: NetworkChange) => void} listener
     */
    listen(listener) {
      listener({ asOf: clock(), stations: records.heard() });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
