import { DEPLOYMENT_STATES, PRODUCTION } from '../deployment.js';
import { groupBy, newestUpdate } from './published.js';
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

function stationIdOf({ evseId, uid }: EvseRecord): string {
  const station = evseId === undefined ? undefined : NUMBERED.exec(evseId)?.[1];
  return station ?? uid ?? evseId!;
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
 * @param takenIds ids of the stations of the locations before; an id taken is prefixed with the location's, and all are added
 */
export function stationsOf(
  records: readonly EvseRecord[],
  overrides: OcpiOverrides,
  takenIds: Set<string>,
): Station[] {
  const groups = groupBy(
    records,
    record => overrides.stationIdOf?.(record.evse, record.at.location) ?? stationIdOf(record),
  );
  const stations = [...groups].map(([published, group]) => {
    const id = takenIds.has(published) ? `${group[0]!.at.id}/${published}` : published;
    return stationOf(id, group, overrides);
  });
  for (const { id } of stations) takenIds.add(id);
  return stations;
}
