import type { MapDimension } from './questions.js';
import type { ConnectionStatus, Dimension, EvseStatus, StationStatus } from './records.js';

/** Connection statuses in their fixed order (R22). */
export const CONNECTION_STATUSES: readonly ConnectionStatus[] = ['online', 'offline', 'unknown'];

/** EVSE statuses in their fixed order (R22). */
export const EVSE_STATUSES: readonly EvseStatus[] = ['available', 'charging', 'faulted', 'undefined'];

/** Charge Station statuses in their fixed order (R22). */
export const STATION_STATUSES: readonly StationStatus[] = ['enabled', 'disabled', 'faulted', 'unknown'];

/** The four dimensions in the order of the overview's sections (R1). */
export const DIMENSIONS: readonly Dimension[] = ['connection', 'evse', 'last-message', 'station'];

/** The dimensions that have a map, in the same order (R1). */
export const MAP_DIMENSIONS: readonly MapDimension[] = ['connection', 'evse'];
