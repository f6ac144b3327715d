import { sayFrom } from '../reason.js';

/** English, of why OCPI could not be read. */
export const enOcpi = {
  ocpiFeed: 'OCPI Locations, an array or {data: […]}',
  ocpiLocation: 'an OCPI Location',
  ocpiLocationId: 'the id of a Location',
  ocpiDateTime: 'a DateTime such as 2026-06-07T16:25:39Z',
  ocpiEvses: 'an array of EVSEs',
  ocpiEvse: 'an OCPI EVSE',
  ocpiUid: 'the uid of an EVSE',
  ocpiStatus: 'an OCPI status such as AVAILABLE',
  ocpiDegrees: 'decimal degrees as text',

  notOcpi: (expected: string, value: string) => `Expected ${expected}, got ${value}.`,
  ocpiRefused: (expected: string, status: string) =>
    `Expected ${expected}, got status_code ${status}; 1xxx is success.`,
  ocpiWithoutData: (expected: string, value: string) =>
    `Expected ${expected}, got an object whose data is ${value}.`,
  ocpiWithoutDataBut: (expected: string, value: string, status: string) =>
    `Expected ${expected}, got an object whose data is ${value}; its status is ${status}.`,

  /** Begins with the URL, in every language. */
  ocpiPage: (url: string, reason: string) => `${url}: ${reason}`,
  ocpiEndHidden:
    'neither its Link nor its X-Total-Count can be read, so that there may be more than its first page; ' +
    'expected a server of another origin to send X-Total-Count and "Access-Control-Expose-Headers: Link, X-Total-Count".',

  // Of a page, after its URL.
  ocpiIdlePages: (pages: string) =>
    `it names a next page after ${pages} without a new Location; such pages would never end.`,
  ocpiMoreThanTotal: (locations: string, total: string) =>
    `it names a next page after ${locations} Locations, of ${total} by its X-Total-Count.`,
  ocpiTooManyPages: (pages: string) => `it names a next page after ${pages} pages, the most that are read.`,
  ocpiFewerThanTotal: (locations: string, total: string) =>
    `it names no next page after ${locations} Locations, of ${total} by its X-Total-Count.`,
  ocpiLink: (link: string) => `its Link is ${link}; expected <URL>; rel="…", as RFC 8288 has it.`,
  ocpiNextNoUrl: (url: string) => `its next page is ${url}; expected a URL.`,
  ocpiNextElsewhere: (url: string, host: string) => `its next page ${url} is not of the feed's host ${host}.`,
};

export const say = sayFrom(enOcpi);
