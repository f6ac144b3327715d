import type { Amount } from './amounts.js';
import { enValues } from './fields.js';
import { sayFrom } from './reason.js';

/** English, of what was amiss with a live stream. */
export const enStreams = {
  ...enValues,
  strangeEvent: (stream: string, event: string) =>
    `The live stream ${stream} sent an event named ${event}; expected events without a name. It was not read.`,
  strangeLine: (start: string) =>
    `The live stream sent a line that begins with ${start}; expected data, event, id or retry, and a colon. It was not read.`,

  streamInterrupted: (stream: string, what: string) =>
    `The live stream ${stream} ${what}. It is opened again.`,
  streamEnded: (stream: string, what: string) =>
    `The live stream ${stream} ${what}. Nothing changes any more until the page is loaded again.`,
  streamMissed: (stream: string, what: string) =>
    `The live stream ${stream} ${what}. The network is loaded anew.`,
  // Each goes on from "the live stream".
  streamRefused: (status: string) => `answered ${status}`,
  streamEndedBy: (status: string) => `answered ${status}, by which a server ends a stream`,
  streamOfType: (type: string, expected: string) =>
    `answered with the content type ${type}; expected ${expected}`,
  streamHeadersMissing: (reason: string) =>
    `was not asked for, since its headers could not be had: ${reason}`,
  eventTooLarge: (n: Amount) => `sent an event of more than ${n.text} characters`,
  endedByServer: 'was ended by the server',
  streamUnanswered: (reason: string) => `got no answer: ${reason}`,
  streamBroke: (reason: string) => `broke: ${reason}`,
  streamFailed: (reason: string) => `failed: ${reason}`,
  streamRests: 'rests while nobody sees the page',
  streamSilent: (n: Amount) => `sent nothing for ${n.text} seconds`,
  streamAway: 'was away, and what changed meanwhile was not sent',
  sentReload: (event: string) => `sent the event ${event}`,
  sentNoChange: (value: string, reason: string) =>
    `sent ${value}; expected a NetworkChange as JSON (${reason})`,
  sentNoState: (value: string, reason: string) =>
    `sent ${value}; expected the network's state as JSON (${reason})`,
  streamClosed: (why: string) => `was closed (${why})`,
  streamNotOpened: 'could not be opened',
};

export const say = sayFrom(enStreams);
