import type { Dimension } from '../../model/records.js';
import type { DataState } from '../../provider/data-provider.js';

/** What a section says of itself. */
export interface SectionTexts {
  heading: string;
  /** What its question mark explains (R13), in two sentences. */
  help: string;
}

// Each by itself, so that a page with one view has the texts of no other.

export const CONNECTION_TEXTS: SectionTexts = {
  heading: 'Charge Station Connection Status',
  help:
    'How many of your Charge Stations in production are online, offline or unknown. A station is offline after a silence ' +
    'of several heartbeat intervals, and unknown until it has communicated its heartbeat settings.',
};

export const EVSE_TEXTS: SectionTexts = {
  heading: 'Online EVSE Status',
  help:
    'How many EVSEs are available, charging, faulted or undefined, by their last known status. EVSEs of stations that are ' +
    'not online, or not in production, are left out.',
};

export const STATION_TEXTS: SectionTexts = {
  heading: 'Charge Station Status',
  help:
    'What each Charge Station in production last said of itself as a whole: enabled, disabled or faulted. It is unknown ' +
    'while the station is offline or has never communicated.',
};

const LAST_MESSAGE_TEXTS: SectionTexts = {
  heading: 'Last OCPP message received',
  help: 'How long ago each Charge Station in production last sent any OCPP message. Stations that never sent one are left out.',
};

const LAST_UPDATE_TEXTS: SectionTexts = {
  heading: 'Last update received',
  help:
    'How long ago what is known of each Charge Station in production was last updated: the data comes from a source, such as ' +
    'OCPI, that does not tell when a station last sent an OCPP message.',
};

/** In the words for what a provider's `lastMessageAt` is. */
export function lastMessageTexts({ lastMessageIs }: DataState): SectionTexts {
  return lastMessageIs === 'update' ? LAST_UPDATE_TEXTS : LAST_MESSAGE_TEXTS;
}

/** The texts of a dimension's section. */
export function textsOf(dimension: Dimension, state: DataState): SectionTexts {
  switch (dimension) {
    case 'connection':
      return CONNECTION_TEXTS;
    case 'evse':
      return EVSE_TEXTS;
    case 'last-message':
      return lastMessageTexts(state);
    case 'station':
      return STATION_TEXTS;
  }
}
