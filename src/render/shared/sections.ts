import { lastMessageStatuses } from '../../model/last-message.js';
import type { Dimension } from '../../model/records.js';
import type { DataState } from '../../provider/data-provider.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../model/statuses.js';

/** What a section says of itself, by the keys of its messages. */
export interface Section {
  heading:
    'connectionHeading' | 'evseHeading' | 'lastMessageHeading' | 'lastUpdateHeading' | 'stationHeading';
  /** What its question mark explains (R13), in two sentences. */
  help: 'connectionHelp' | 'evseHelp' | 'lastMessageHelp' | 'lastUpdateHelp' | 'stationHelp';
  /** What its figures count. */
  counted: 'stations' | 'evses';
  /** That there is nothing to count. */
  none: 'noStations' | 'noEvses';
  /** In their fixed order (R22). A host may set other buckets for those of the last message. */
  statuses: readonly string[];
}

/** The four sections (R1). */
export const SECTIONS: Readonly<Record<Dimension, Section>> = {
  connection: {
    heading: 'connectionHeading',
    help: 'connectionHelp',
    counted: 'stations',
    none: 'noStations',
    statuses: CONNECTION_STATUSES,
  },
  evse: {
    heading: 'evseHeading',
    help: 'evseHelp',
    counted: 'evses',
    none: 'noEvses',
    statuses: EVSE_STATUSES,
  },
  'last-message': {
    heading: 'lastMessageHeading',
    help: 'lastMessageHelp',
    counted: 'stations',
    none: 'noStations',
    statuses: lastMessageStatuses(),
  },
  station: {
    heading: 'stationHeading',
    help: 'stationHelp',
    counted: 'stations',
    none: 'noStations',
    statuses: STATION_STATUSES,
  },
};

/** The section of a dimension, in the words for what a provider's `lastMessageAt` is. */
export function sectionOf(dimension: Dimension, { lastMessageIs }: DataState): Section {
  const section = SECTIONS[dimension];
  if (dimension !== 'last-message' || lastMessageIs !== 'update') return section;
  return { ...section, heading: 'lastUpdateHeading', help: 'lastUpdateHelp' };
}

/** What `lastMessageAt` of a station is called. */
export function lastMessageTitle({
  lastMessageIs,
}: Pick<DataState, 'lastMessageIs'>): 'lastMessage' | 'lastUpdate' {
  return lastMessageIs === 'update' ? 'lastUpdate' : 'lastMessage';
}
