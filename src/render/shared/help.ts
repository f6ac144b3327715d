import type { Dimension } from '../../model/records.js';

/** What each section explains behind its question mark (R13), in two sentences. */
export const HELP: Readonly<Record<Dimension, string>> = {
  connection:
    'How many of your Charge Stations in production are online, offline or unknown. A station is offline after a silence of ' +
    'several heartbeat intervals, and unknown until it has communicated its heartbeat settings.',
  evse:
    'How many EVSEs are available, charging, faulted or undefined, by their last known status. EVSEs of stations that are not ' +
    'online, or not in production, are left out.',
  'last-message':
    'How long ago each Charge Station in production last sent any OCPP message. Stations that never sent one are left out.',
  station:
    'What each Charge Station in production last said of itself as a whole: enabled, disabled or faulted. It is unknown while ' +
    'the station is offline or has never communicated.',
};

/** What the maps add to it. */
export const MAP_HELP =
  'Numbers stand for what is near each other: click one, or zoom in, until single locations stand by themselves, and click a ' +
  'location for its stations.';
