import { textStart } from './layout.js';
import type { NetworkColumns, TextColumn } from './layout.js';
import { orNothing } from '../time.js';
import { CONNECTION_STATUSES } from '../statuses.js';
import type { Connector, Evse, Location, NetworkSnapshot, Station } from '../records.js';

const decoder = new TextDecoder();

/** All texts of a column; an empty one stands for none. */
function textsOf(columns: NetworkColumns, name: TextColumn): (string | undefined)[] {
  let start = textStart(columns, name);
  return Array.from(columns[name], end => {
    const text = end > start ? decoder.decode(columns.text.subarray(start, end)) : undefined;
    start = end;
    return text;
  });
}

/** The rows of each owner. */
function rowsByOwner<T>(rows: readonly T[], ends: Uint32Array): T[][] {
  return Array.from(ends, (end, owner) => rows.slice(owner === 0 ? 0 : ends[owner - 1], end));
}

/** A network's columns as records, for whoever needs those. */
export function snapshotFromColumns(columns: NetworkColumns): NetworkSnapshot {
  const words = [undefined, ...textsOf(columns, 'wordEnd').map(word => word ?? '')];
  const ids = (name: TextColumn) => textsOf(columns, name).map(id => id ?? '');
  const connectors = ids('connectorIdEnd').map((id, row): Connector => ({
    id,
    status: words[columns.connectorStatusWords[row]!],
  }));
  const connectorsOf = rowsByOwner(connectors, columns.connectorsEnd);
  const evses = ids('evseIdEnd').map((id, row): Evse => ({
    id,
    status: words[columns.evseStatusWords[row]!],
    connectors: connectorsOf[row],
  }));
  const evsesOf = rowsByOwner(evses, columns.evsesEnd);
  const stationHrefs = textsOf(columns, 'stationHrefEnd');
  const infos = textsOf(columns, 'infoEnd');
  const stations = ids('stationIdEnd').map((id, row): Station => ({
    id,
    deploymentState: words[columns.deploymentWords[row]!],
    heartbeatInterval: columns.heartbeatInterval[row] || undefined,
    lastMessageAt: orNothing(columns.lastMessageAt[row]!),
    connection: CONNECTION_STATUSES[columns.connection[row]! - 1],
    status: words[columns.stationStatusWords[row]!],
    href: stationHrefs[row],
    evses: evsesOf[row],
    offlineSince: orNothing(columns.offlineSince[row] ?? NaN),
    faultedSince: orNothing(columns.faultedSince[row] ?? NaN),
    errorCode: words[columns.errorCodeWords[row] ?? 0],
    info: infos[row],
  }));
  const stationsOf = rowsByOwner(stations, columns.stationsEnd);
  const names = textsOf(columns, 'locationNameEnd');
  const hrefs = textsOf(columns, 'locationHrefEnd');
  const locations = ids('locationIdEnd').map((id, row): Location => ({
    id,
    name: names[row],
    latitude: columns.latitude[row]!,
    longitude: columns.longitude[row]!,
    country: words[columns.countryWords[row]!],
    operator: words[columns.operatorWords[row]!],
    href: hrefs[row],
    stations: stationsOf[row]!,
  }));
  return { asOf: orNothing(columns.asOf), locations };
}
