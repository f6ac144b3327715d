import { DEPLOYMENT_STATES, PRODUCTION } from '../deployment.js';
import { groupBy } from '../group-by.js';
import { newestUpdate } from './published.js';
import type { EvseRecord } from './published.js';
import type { OcpiOverrides } from './ocpi-types.js';
import type { ConnectionStatus, Station } from '../records.js';

/** OCPI statuses of EVSEs that are not in production. */
const NOT_IN_PRODUCTION: ReadonlyMap<string, string> = new Map([
  ['PLANNED', 'stock'],
  ['REMOVED', 'deprecated'],
]);

/** How `evse_id` ends where it numbers the EVSEs of a station: `NL*UB2*E92*1`, `NL*EFL*EV9221687*C1`. */
const NUMBERED = /^(.+)\*C?\d{1,3}$/i;

/** What the EVSEs of one station have in common: its id; an EVSE that is a station by itself has only itself. */
type Grouping = string | EvseRecord;

function groupingOf(record: EvseRecord, overrides: OcpiOverrides): Grouping {
  const { evse, evseId, at } = record;
  const numbered = evseId === undefined ? undefined : NUMBERED.exec(evseId)?.[1];
  return overrides.stationIdOf?.(evse, at.location) ?? numbered ?? record;
}

/** The id of a station: as published, and where one before it has that, with the location's id before it. */
function freeIdOf(grouping: Grouping, { at, evseId }: EvseRecord, takenIds: ReadonlySet<string>): string {
  const published = typeof grouping === 'string' ? grouping : (grouping.uid ?? grouping.evseId!);
  let id = published;
  if (takenIds.has(id)) id = `${at.id}/${published}`;
  // EVSEs of one location that have one uid are told apart by their evse_id.
  if (takenIds.has(id) && evseId !== undefined) id = `${at.id}/${evseId}`;
  while (takenIds.has(id)) id = `${at.id}/${id}`;
  return id;
}

function publishedDeploymentState(status: string): string {
  return NOT_IN_PRODUCTION.get(status.toUpperCase()) ?? PRODUCTION;
}

function publishedConnection(records: readonly EvseRecord[]): ConnectionStatus {
  return records.every(record => record.status.toUpperCase() === 'UNKNOWN') ? 'unknown' : 'online';
}

function stationOf(id: string, records: readonly EvseRecord[], overrides: OcpiOverrides): Station {
  const states = records.map(record => publishedDeploymentState(record.status));
  // A station is as its best EVSE is, and the states are listed best first.
  const deploymentState = DEPLOYMENT_STATES.find(state => states.includes(state))!;
  const kept = records.filter((_, index) => states[index] === deploymentState);
  const lastMessageAt = newestUpdate(kept);
  const override = overrides.connectionOf?.(
    kept.map(record => record.evse),
    kept[0]!.at.location,
  );
  return {
    id,
    deploymentState,
    connection: override ?? publishedConnection(kept),
    ...(lastMessageAt > -Infinity && { lastMessageAt }),
    evses: kept.map(record => ({ id: record.evseId ?? record.uid!, status: record.status })),
  };
}

/**
 * The stations that a location's EVSEs form.
 * @param takenIds ids of the stations before; those of these are added
 */
export function stationsOf(
  records: readonly EvseRecord[],
  overrides: OcpiOverrides,
  takenIds: Set<string>,
): Station[] {
  const groups = groupBy(records, record => groupingOf(record, overrides));
  return [...groups].map(([grouping, group]) => {
    const id = freeIdOf(grouping, group[0]!, takenIds);
    takenIds.add(id);
    return stationOf(id, group, overrides);
  });
}
