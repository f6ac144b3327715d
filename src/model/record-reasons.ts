import { enValues, shownPart } from './fields.js';
import { sayFrom } from './reason.js';
import type { Part, Sentence } from './reason.js';
import type { Problem } from './records.js';

const MOMENT = 'epoch milliseconds or ISO 8601 text of the years 1970 to 9999';

/** English, of why records could not be read: what stood where, and what was expected of it. */
export const enRecords = {
  ...enValues,
  /** Begins with `path`, in every language. */
  unexpected: (path: string, value: string, expected: string) => `${path} is ${value}; expected ${expected}.`,

  text: 'text',
  textNotEmpty: 'text that is not empty',
  aList: 'a list',
  listOfIds: 'a list of ids',
  wholeNumber: 'a whole number',
  wholeNumberFromZero: 'a whole number, 0 or more',
  secondsFromZero: 'seconds, 0 or more',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, at most a day ahead of the network's clock`,
  momentSince2000: `${MOMENT}, and not before 2000`,
  momentOfPast: 'a moment no later than the snapshot',
  newLocationId: 'an id that no location before it has',
  newStationId: 'an id that no station before it has',
  newIdOfList: 'an id that none before it in the list has',
  stationOfNetwork: 'the id of a station of the network',
  idOfLocations: "an id of the network's locations",
  idOfStations: "an id of the network's stations",
  latitude: 'degrees, -90 to 90',
  longitude: 'degrees',
  placeNotZero: 'a position that is not 0, 0, which stands for none',
  statusWord: 'a status of OCPP 1.6, 2.0.1 or 2.1, or of OCPI; any other is read as undefined',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable or Faulted of a station as a whole; any other is not read',
  deploymentState: (states: string) => `${states}; stations in any other are not counted`,
  historyPoints: 'a list of points, oldest first',
  historyPoint: 'an object with at and counts',
  countsByDimension: 'counts by dimension',
  countsByStatus: 'counts by status',
  noneBut: (fields: string) => `none but the fields ${fields}`,

  notSnapshot: (value: string) => `The snapshot is ${value}; expected {locations: […]}.`,
  notLocations: (value: string) => `The snapshot's locations is ${value}; expected a list of locations.`,
};

export const say = sayFrom(enRecords);

/** The problem that a value is not what was expected. */
export function unexpected(path: string, value: unknown, expected: Part): Problem & Sentence {
  return { path, ...say('unexpected', path, shownPart(value), expected) };
}
