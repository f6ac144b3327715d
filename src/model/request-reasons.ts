import type { Amount } from './amounts.js';
import { sayFrom } from './reason.js';

/** English, of why what a URL should answer could not be had. */
export const enRequests = {
  aSnapshot: 'a NetworkSnapshot {locations: […]}',
  timedOut: (url: string, n: Amount) => `GET ${url} sent nothing for ${n.text} seconds.`,
  unanswered: (url: string, reason: string) => `GET ${url} got no answer: ${reason}.`,
  refused: (url: string, status: string) => `GET ${url} answered ${status}.`,
  refusedBecause: (url: string, status: string, detail: string) => `GET ${url} answered ${status}: ${detail}`,
  tooLarge: (url: string, megabytes: Amount) =>
    `GET ${url} answered more than ${megabytes.text} MB; expected a feed that ends before.`,
  notJson: (url: string, reason: string, start: string, expected: string) =>
    `GET ${url} answered what is not JSON: ${reason}. It begins with ${start}; expected ${expected}.`,
  otherShape: (url: string, expected: string) =>
    `GET ${url} answered JSON of another shape; expected ${expected}.`,
  otherShapeOcpi: (url: string, expected: string) =>
    `GET ${url} answered JSON of another shape; expected ${expected}, got what looks like OCPI: read it in the format ocpi.`,
  unreadableAnswer: (url: string, reason: string) => `GET ${url} answered what cannot be read: ${reason}`,
  redirectedAway: (url: string, origin: string) =>
    `GET ${url} is redirected to another server, ${origin}, which is not sent the headers; expected the URL that answers.`,
  redirectedTwice: (url: string) =>
    `GET ${url} is redirected where it cannot be followed with the headers; expected the URL that answers.`,
  getFailed: (url: string, reason: string) => `GET ${url}: ${reason}`,
};

export const say = sayFrom(enRequests);
