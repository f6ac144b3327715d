import { lastMessageStatuses } from '../../model/last-message.js';
import type { Dimension } from '../../model/records.js';
import type { DataState } from '../../provider/data-provider.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../model/statuses.js';

/** What a section says of itself. */
interface Section {
  heading: string;
  /** What its question mark explains (R13), in two sentences. */
  help: string;
  /** What its figures count. */
  counted: { one: string; many: string };
  /** In their fixed order (R22). A host may set other buckets for those of the last message. */
  statuses: readonly string[];
}

const STATION = { one: 'station', many: 'stations' };

/** The four sections (R1). */
export const SECTIONS: Readonly<Record<Dimension, Section>> = {
  connection: {
    heading: 'Charge Station Connection Status',
    help:
      'How many of your Charge Stations in production are online, offline or unknown. A station is offline after a silence ' +
      'of several heartbeat intervals, and unknown until it has communicated its heartbeat settings.',
    counted: STATION,
    statuses: CONNECTION_STATUSES,
  },
  evse: {
    heading: 'Online EVSE Status',
    help:
      'How many EVSEs are available, charging, faulted or undefined, by their last known status. EVSEs of stations that are ' +
      'not online, or not in production, are left out.',
    counted: { one: 'EVSE', many: 'EVSEs' },
    statuses: EVSE_STATUSES,
  },
  'last-message': {
    heading: 'Last OCPP message received',
    help: 'How long ago each Charge Station in production last sent any OCPP message. Stations that never sent one are left out.',
    counted: STATION,
    statuses: lastMessageStatuses(),
  },
  station: {
    heading: 'Charge Station Status',
    help:
      'What each Charge Station in production last said of itself as a whole: enabled, disabled or faulted. It is unknown ' +
      'while the station is offline or has never communicated.',
    counted: STATION,
    statuses: STATION_STATUSES,
  },
};

/** The section of a dimension, in the words for what a provider's `lastMessageAt` is. */
export function sectionOf(dimension: Dimension, { lastMessageIs }: DataState): Section {
  const section = SECTIONS[dimension];
  if (dimension !== 'last-message' || lastMessageIs !== 'update') return section;
  return {
    ...section,
    heading: 'Last update received',
    help:
      'How long ago what is known of each Charge Station in production was last updated: the data comes from a source, such as ' +
      'OCPI, that does not tell when a station last sent an OCPP message.',
  };
}

/** What `lastMessageAt` of a station is called. */
export function lastMessageTitle({ lastMessageIs }: Pick<DataState, 'lastMessageIs'>): string {
  return lastMessageIs === 'update' ? 'Last update' : 'Last message';
}

/** What the maps add to their section's help. */
export const MAP_HELP =
  'Numbers stand for what is near each other: click one, or zoom in, until single locations stand by themselves, and click a ' +
  'location for its stations.';
