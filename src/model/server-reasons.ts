import { sayFrom } from './reason.js';

/** English, of what a server that answers the questions says of itself. */
export const enServer = {
  partAway: (part: string) =>
    `part ${part} of the database does not answer at the moment; its stations are missing from lists, and from maps near in, and nothing is counted anew, what time alone changes neither.`,

  // What it should answer.
  servedState: 'the state of a network that is served by docs/protocol.md',
  mapItems: 'a list of map items',
  locationWithStations: 'a location with its stations',
  boundsOrNull: '[west, south, east, north], or null',
  pointList: 'a list of points',
  facetList: 'a list of { value, stations }',
  epochMilliseconds: 'epoch milliseconds',
  numberOfStations: 'a number of stations',
  notState: (url: string, expected: string, reason: string) =>
    `GET ${url} answered what is not ${expected}: ${reason}`,

  // Why it does not.
  serverSlow: 'The answer took too long; expected a narrower question.',
  databaseAway: 'The database does not answer at the moment.',
  serverFailed: 'Something failed here.',
};

export const say = sayFrom(enServer);
