import { groupBy } from '../../model/group-by.js';
import type { StationRow } from '../../model/questions.js';
import type { SearchHit } from '../../render/map/map-search.js';
import { countStatuses } from '../../render/shared/status-summary.js';

/** How many hits are shown. */
const MOST_HITS = 8;

/** How well a hit matches: 0 equals what was typed, 1 begins with it, 2 contains it. */
function rankOf({ stationId, name }: SearchHit, typed: string): number {
  const text = (stationId ?? name).toLowerCase();
  if (text === typed) return 0;
  return text.startsWith(typed) ? 1 : 2;
}

/** What the rows of one station, or of one location, are as a hit. */
function hitOf(rows: readonly StationRow[], isStation: boolean, isWhole: boolean): SearchHit {
  const { id, locationId, locationName, country, operator, connection, status } = rows[0]!;
  return {
    locationId,
    name: locationName || locationId,
    place: [country, operator].filter(part => part !== undefined),
    connections: isWhole ? countStatuses(rows.map(row => row.connection)) : undefined,
    ...(isStation && { stationId: id, status: connection === 'online' ? status : undefined }),
  };
}

/** Has hits of one name tell their locations' IDs too. */
function toldApart(hits: readonly SearchHit[]): SearchHit[] {
  const nameOf = ({ stationId, name }: SearchHit) => JSON.stringify([stationId, name]);
  return hits.map(hit => {
    const isNamesake = hits.some(other => other !== hit && nameOf(other) === nameOf(hit));
    return isNamesake ? { ...hit, place: [...hit.place, hit.locationId] } : hit;
  });
}

/**
 * The locations and stations that match what was typed: each once, the best match first.
 * @param isCut whether there are more, some of which may be at the location that comes last
 */
export function searchHits(rows: readonly StationRow[], text: string, isCut: boolean): SearchHit[] {
  const typed = text.trim().toLowerCase();
  const isStation = ({ id }: StationRow) => id.toLowerCase().includes(typed);
  const found = groupBy(rows, row => (isStation(row) ? `station ${row.id}` : `location ${row.locationId}`));
  const last = isCut ? rows.at(-1)?.locationId : undefined;
  const hits = [...found.values()].map(group => {
    const [row] = group as [StationRow];
    return hitOf(group, isStation(row), isStation(row) || row.locationId !== last);
  });
  return toldApart(hits.sort((a, b) => rankOf(a, typed) - rankOf(b, typed)).slice(0, MOST_HITS));
}
