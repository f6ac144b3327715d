import type { enChanges } from '../model/change-reasons.js';
import type { enColumns } from '../model/columns/column-reasons.js';
import type { enLoads } from '../model/load-reasons.js';
import type { enMaps } from '../model/map-reasons.js';
import type { enOcpi } from '../model/ocpi/ocpi-reasons.js';
import type { enRecords } from '../model/record-reasons.js';
import type { enRequests } from '../model/request-reasons.js';
import type { enRestarts } from '../model/restart-reasons.js';
import type { enServer } from '../model/server-reasons.js';
import type { enStreams } from '../model/stream-reasons.js';

/** The texts of one language that say why data is missing or could not be had: those that English has, which stand with what says them. */
export type ReasonTexts = typeof enChanges &
  typeof enColumns &
  typeof enLoads &
  typeof enMaps &
  typeof enOcpi &
  typeof enRecords &
  typeof enRequests &
  typeof enRestarts &
  typeof enServer &
  typeof enStreams;
