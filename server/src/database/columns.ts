/** Counts of stations by connection, and of the EVSEs of online stations by status: what a map shows (R3, R5, R6). */
export const MAP_COLUMNS = [
  'online',
  'offline',
  'unknown',
  'available',
  'charging',
  'faulted',
  'undefined',
] as const;

/** What is counted of each country and operator. */
export const TOTAL_COLUMNS = [
  ...MAP_COLUMNS,
  // EVSEs of offline stations, by their last known status (R6).
  'offline_available',
  'offline_charging',
  'offline_faulted',
  'offline_undefined',
  // Stations by their status as a whole (R8).
  'enabled',
  'disabled',
  'station_faulted',
  'station_unknown',
  // By how old their last message is (R7).
  'under_15m',
  'under_1h',
  'under_24h',
  'under_7d',
  'older',
  // In production; of those without a usable position; in a deployment state that is in no table (R2).
  'stations',
  'left_out',
  'uncounted',
] as const;

/** Columns of each, as SQL lists them: made of the names above alone. */
export function listed(
  columns: readonly string[],
  each: (column: string) => string = column => column,
): string {
  return columns.map(each).join(', ');
}
