import { lastMessageStatuses } from '../../model/last-message.js';
import type { Dimension } from '../../model/records.js';
import type { DataState } from '../../provider/data-provider.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../model/statuses.js';

/** What a section shows. What it says of itself: section-texts.ts. */
interface Section {
  /** What its figures count. */
  counted: { one: string; many: string };
  /** In their fixed order (R22). A host may set other buckets for those of the last message. */
  statuses: readonly string[];
}

const STATION = { one: 'station', many: 'stations' };

/** The four sections (R1). */
export const SECTIONS: Readonly<Record<Dimension, Section>> = {
  connection: { counted: STATION, statuses: CONNECTION_STATUSES },
  evse: { counted: { one: 'EVSE', many: 'EVSEs' }, statuses: EVSE_STATUSES },
  'last-message': { counted: STATION, statuses: lastMessageStatuses() },
  station: { counted: STATION, statuses: STATION_STATUSES },
};

/** What `lastMessageAt` of a station is called. */
export function lastMessageTitle({ lastMessageIs }: DataState): string {
  return lastMessageIs === 'update' ? 'Last update' : 'Last message';
}

/** What the maps add to their section's help. */
export const MAP_HELP =
  'Numbers stand for what is near each other: click one, or zoom in, until single locations stand by themselves, and click a ' +
  'location for its stations.';
