import { COUNTED_PARTS, columnsLength, textStart, TEXT_COLUMNS, viewColumns } from './layout.js';
import type { ColumnsMagic, CountedPart, NetworkColumns, TextColumn } from './layout.js';
import { CONNECTION_STATUSES } from '../statuses.js';
import { Dictionary } from '../dictionary.js';
import { epochOf } from '../instant.js';
import type { Connector, Evse, Instant, Location, NetworkSnapshot, Station } from '../records.js';

const encoder = new TextEncoder();

interface Flat {
  locations: readonly Location[];
  stations: Station[];
  evses: Evse[];
  connectors: Connector[];
}

function flatten(locations: readonly Location[]): Flat {
  const stations = locations.flatMap(location => location.stations);
  const evses = stations.flatMap(station => station.evses ?? []);
  return { locations, stations, evses, connectors: evses.flatMap(evse => evse.connectors ?? []) };
}

/** All texts, in the order of their columns. */
function textsByColumn(
  { locations, stations, evses, connectors }: Flat,
  words: Dictionary,
): Record<TextColumn, string[]> {
  return {
    wordEnd: words.words,
    locationIdEnd: locations.map(({ id }) => id),
    locationNameEnd: locations.map(({ name }) => name ?? ''),
    locationHrefEnd: locations.map(({ href }) => href ?? ''),
    stationIdEnd: stations.map(({ id }) => id),
    stationHrefEnd: stations.map(({ href }) => href ?? ''),
    evseIdEnd: evses.map(({ id }) => id),
    connectorIdEnd: connectors.map(({ id }) => id),
    infoEnd: stations.map(({ info }) => info ?? ''),
  };
}

function momentOf(instant: Instant | null | undefined): number {
  return instant == null ? NaN : epochOf(instant);
}

/** The first magic where that will do, so that those who read no other can. */
function magicFor(stations: readonly Station[]): ColumnsMagic {
  const statesTrouble = stations.some(({ offlineSince, faultedSince, errorCode, info }) =>
    [offlineSince, faultedSince, errorCode, info].some(field => field != null),
  );
  return statesTrouble ? 'EVCOLS02' : 'EVCOLS01';
}

function fillCodes(
  columns: NetworkColumns,
  { locations, stations, evses, connectors }: Flat,
  words: Dictionary,
): void {
  let end = 0;
  for (const [index, { longitude, latitude, country, operator, stations: own }] of locations.entries()) {
    columns.longitude[index] = longitude;
    columns.latitude[index] = latitude;
    columns.countryWords[index] = words.codeOf(country);
    columns.operatorWords[index] = words.codeOf(operator);
    columns.stationsEnd[index] = end += own.length;
  }
  end = 0;
  for (const [index, station] of stations.entries()) {
    const { lastMessageAt, heartbeatInterval, deploymentState, status, connection, evses: own } = station;
    columns.lastMessageAt[index] = momentOf(lastMessageAt);
    columns.heartbeatInterval[index] = heartbeatInterval ?? 0;
    columns.deploymentWords[index] = words.codeOf(deploymentState);
    columns.stationStatusWords[index] = words.codeOf(status);
    columns.connection[index] = connection ? CONNECTION_STATUSES.indexOf(connection) + 1 : 0;
    columns.evsesEnd[index] = end += own?.length ?? 0;
    // In columns of the first magic there is no room for them, and it is left at that.
    columns.offlineSince[index] = momentOf(station.offlineSince);
    columns.faultedSince[index] = momentOf(station.faultedSince);
    columns.errorCodeWords[index] = words.codeOf(station.errorCode);
  }
  end = 0;
  for (const [index, { status, connectors: own }] of evses.entries()) {
    columns.evseStatusWords[index] = words.codeOf(status);
    columns.connectorsEnd[index] = end += own?.length ?? 0;
  }
  for (const [index, { status }] of connectors.entries()) {
    columns.connectorStatusWords[index] = words.codeOf(status);
  }
}

/**
 * A network as columns (docs/columns.md), for a server to send and `columnsSource` to read. Runs in Node too.
 * @throws RangeError where the texts do not fit into 4 GiB
 */
export function writeColumns({ asOf, locations }: NetworkSnapshot): ArrayBuffer {
  const flat = flatten(locations);
  const words = new Dictionary();
  for (const { country, operator } of flat.locations) [country, operator].forEach(word => words.codeOf(word));
  for (const { deploymentState, status, errorCode } of flat.stations)
    [deploymentState, status, errorCode].forEach(word => words.codeOf(word));
  for (const { status } of [...flat.evses, ...flat.connectors]) words.codeOf(status);

  const magic = magicFor(flat.stations);
  const texts = textsByColumn(flat, words);
  const text = encoder.encode(TEXT_COLUMNS.map(name => texts[name].join('')).join(''));
  const counts: Record<CountedPart, number> = {
    locations: flat.locations.length,
    stations: flat.stations.length,
    evses: flat.evses.length,
    connectors: flat.connectors.length,
    words: words.size - 1,
    textBytes: text.length,
  };
  const buffer = new ArrayBuffer(columnsLength(magic, counts));
  const header = new DataView(buffer);
  new Uint8Array(buffer).set(encoder.encode(magic));
  const moment = momentOf(asOf);
  header.setFloat64(8, moment, true);
  COUNTED_PARTS.forEach((part, index) => {
    header.setUint32(16 + 4 * index, counts[part], true);
  });
  const columns = viewColumns(magic, buffer, moment, counts);
  fillCodes(columns, flat, words);
  for (const name of TEXT_COLUMNS) {
    let end = textStart(columns, name);
    columns[name].forEach(
      (_, index) => (columns[name][index] = end += encoder.encode(texts[name][index]).length),
    );
  }
  columns.text.set(text);
  return buffer;
}
