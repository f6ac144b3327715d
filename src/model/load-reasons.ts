import type { Amount } from './amounts.js';
import { sayFrom } from './reason.js';

/** English, of why a provider has no data, or may have old data. */
export const enLoads = {
  loadUnsettled: (n: Amount) => `The source's load has not settled within ${n.text} minutes.`,
  sourceRejected: (value: string) => `The source rejected with ${value}; expected an Error.`,
  workerStopped: (reason: string) => `The engine's worker stopped (${reason}).`,
  workerSilent: (n: Amount) => `it was silent for ${n.text} seconds`,
  workerNoReason: 'no reason given',
  headersMissing: (url: string, reason: string) => `The headers for GET ${url} could not be had: ${reason}`,
  begunLate:
    'Changes of one kind were not reported yet when those of another already were; the network is loaded anew.',
  watchedLate: 'Changes were not reported yet when the network was loaded; it is loaded anew.',
  streamCodeMissing: (stream: string, reason: string) =>
    `The code that follows the live stream ${stream} could not be loaded (${reason}). It is asked for again.`,
  serverCodeMissing: (server: string, reason: string) =>
    `The code that asks the server ${server} could not be loaded (${reason}). It is asked for again.`,
};

export const say = sayFrom(enLoads);
