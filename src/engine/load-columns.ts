import { textStart } from '../model/columns/layout.js';
import type { NetworkColumns, TextColumn } from '../model/columns/layout.js';
import { CONNECTION_STATUSES } from '../model/statuses.js';
import { DEPLOYMENT_STATES, deploymentStateOf } from '../model/deployment.js';
import { errorCodeOf } from '../model/error-code.js';
import { positionProblem, usablePosition } from '../model/position.js';
import { isInstant } from '../model/instant.js';
import { say } from '../model/record-reasons.js';
import { orNothing } from '../model/time.js';
import type { Int32Column } from './store/block.js';
import { leaveOutRepeated } from './repeated-ids.js';
import type { Network } from './network.js';
import type { ProblemLog } from './store/problem-log.js';
import { DEPLOYMENT_STATE, STATION_STATUS_WORD, STATUS_WORD } from './store/store.js';
import type { Store } from './store/store.js';
import { NONE } from './store/tables.js';
import type { PartTable } from './store/tables.js';
import type { TextBlob } from './store/texts.js';

const decoder = new TextDecoder();

function blobOf(columns: NetworkColumns, name: TextColumn): TextBlob {
  return { bytes: columns.text, start: textStart(columns, name), ends: columns[name] };
}

/** The columns' words, and 0 for none, as codes of the store's dictionary; an empty one stands for none. */
function codesOf(columns: NetworkColumns, store: Store): Uint32Array {
  let start = textStart(columns, 'wordEnd');
  const codes = new Uint32Array(columns.wordEnd.length + 1);
  columns.wordEnd.forEach((end, index) => {
    if (end > start)
      codes[index + 1] = store.dictionary.codeOf(decoder.decode(columns.text.subarray(start, end)));
    start = end;
  });
  return codes;
}

/** Links each row of a chain to the next; a chain ends where its owner's rows end. */
function chain(next: Int32Column, ends: Uint32Array, firsts: Int32Column): void {
  let start = 0;
  for (let owner = 0; owner < ends.length; owner++) {
    const end = ends[owner]!;
    firsts.set(owner, start < end ? start : NONE);
    for (let row = start; row < end; row++) next.set(row, row + 1 < end ? row + 1 : NONE);
    start = end;
  }
}

type StatusColumn = 'stationStatusWords' | 'evseStatusWords' | 'connectorStatusWords';

/** Takes over a column of status words; one that is in no table is noted. */
function loadStatuses(
  { store, problems }: Network,
  words: Int32Column,
  columns: NetworkColumns,
  name: StatusColumn,
  codes: Uint32Array,
): void {
  const column = columns[name];
  const isStation = name === 'stationStatusWords';
  const expected = isStation ? STATION_STATUS_WORD : STATUS_WORD;
  for (let row = 0; row < column.length; row++) {
    const code = codes[column[row]!] ?? 0;
    words.set(row, code);
    const isKnown = isStation ? store.meanings.isKnownOfStation(code) : store.meanings.of(code).isKnown;
    if (!isKnown)
      problems.addUnknownWord('status', store.dictionary.textOf(code)!, expected, () => `${name}[${row}]`);
  }
}

function readDeployment({ store, problems }: Network, stated: number, station: number): number {
  if (stated === 0) return store.production;
  const word = store.dictionary.textOf(stated)!;
  const state = deploymentStateOf(word);
  if (!DEPLOYMENT_STATES.includes(state)) {
    problems.addUnknownWord('deploymentState', word, DEPLOYMENT_STATE, () => `deploymentWords[${station}]`);
  }
  return store.dictionary.codeOf(state);
}

/** Notes that a location has no position that a map could use. */
function leaveOut({ store, problems }: Network, { latitude, longitude }: NetworkColumns, row: number): void {
  const { field, ...problem } = positionProblem(latitude[row], longitude[row]);
  problems.leaveOut(store.locations.ids.get(row)!, { path: `${field}[${row}]`, ...problem });
}

function loadParts(table: PartTable, rows: number, ids: TextBlob): void {
  table.addRows(rows);
  table.ids.load(ids);
}

/**
 * Loads a whole network from its columns, before anything is asked. Its texts stay the columns' bytes until they are asked
 * for. A value that cannot be is noted in the network's problems and left out.
 */
export function loadColumns(network: Network, columns: NetworkColumns): void {
  const { store, problems } = network;
  const { locations, stations, evses, connectors } = store;
  const codes = codesOf(columns, store);
  locations.addRows(columns.counts.locations);
  locations.ids.load(blobOf(columns, 'locationIdEnd'));
  locations.names.load(blobOf(columns, 'locationNameEnd'));
  locations.hrefs.load(blobOf(columns, 'locationHrefEnd'));
  stations.addRows(columns.counts.stations);
  stations.ids.load(blobOf(columns, 'stationIdEnd'));
  stations.hrefs.load(blobOf(columns, 'stationHrefEnd'));
  loadParts(evses, columns.counts.evses, blobOf(columns, 'evseIdEnd'));
  loadParts(connectors, columns.counts.connectors, blobOf(columns, 'connectorIdEnd'));
  loadStatuses(network, stations.word, columns, 'stationStatusWords', codes);
  loadStatuses(network, evses.word, columns, 'evseStatusWords', codes);
  loadStatuses(network, connectors.word, columns, 'connectorStatusWords', codes);
  chain(connectors.next, columns.connectorsEnd, evses.firstPart);
  chain(evses.next, columns.evsesEnd, stations.firstEvse);

  let start = 0;
  for (let location = 0; location < columns.counts.locations; location++) {
    const position = usablePosition(columns.latitude[location], columns.longitude[location]);
    locations.latitude.set(location, position ? position.latitude : NaN);
    locations.longitude.set(location, position ? position.longitude : NaN);
    if (!position) leaveOut(network, columns, location);
    locations.country.set(location, codes[columns.countryWords[location]!] ?? 0);
    locations.operator.set(location, codes[columns.operatorWords[location]!] ?? 0);
    const end = columns.stationsEnd[location]!;
    // Chained last to first, as Store.addStation does.
    locations.firstStation.set(location, end > start ? end - 1 : NONE);
    for (let station = start; station < end; station++) {
      stations.location.set(station, location);
      stations.next.set(station, station > start ? station - 1 : NONE);
      stations.previous.set(station, station + 1 < end ? station + 1 : NONE);
    }
    start = end;
  }
  for (let station = 0; station < columns.counts.stations; station++) {
    const stated = codes[columns.deploymentWords[station]!] ?? 0;
    stations.deployment.set(station, readDeployment(network, stated, station));
    store.uncounted += store.uncountedBy(station);
    stations.lastMessageAt.set(station, readMoment(columns, 'lastMessageAt', station, problems));
    stations.offlineSeenAt.set(station, NaN);
    stations.faultSeenAt.set(station, NaN);
    stations.heartbeatInterval.set(station, readInterval(columns, station, problems));
    stations.statedConnection.set(station, readConnection(columns, station, problems));
  }
  loadTroubles(network, columns, codes);
  leaveOutRepeated(network, columns);
  network.deriveAll();
}

/** What is stated of stations' troubles (R27), where the columns tell of it. */
function loadTroubles(
  { store: { dictionary, stations }, problems }: Network,
  columns: NetworkColumns,
  codes: Uint32Array,
): void {
  let start = textStart(columns, 'infoEnd');
  for (let station = 0; station < columns.infoEnd.length; station++) {
    for (const name of ['offlineSince', 'faultedSince'] as const)
      stations[name].set(station, orNothing(readMoment(columns, name, station, problems)));
    const code = codes[columns.errorCodeWords[station]!] ?? 0;
    if (code !== 0) stations.errorCodes.set(station, errorCodeOf(dictionary.textOf(code)));
    const end = columns.infoEnd[station]!;
    if (end > start) stations.infos.set(station, decoder.decode(columns.text.subarray(start, end)));
    start = end;
  }
}

type MomentColumn = 'lastMessageAt' | 'offlineSince' | 'faultedSince';

function readMoment(
  columns: NetworkColumns,
  name: MomentColumn,
  station: number,
  problems: ProblemLog,
): number {
  const moment = columns[name][station]!;
  if (Number.isNaN(moment) || isInstant(moment)) return moment;
  problems.add(`${name}[${station}]`, moment, say('moment'));
  return NaN;
}

function readInterval({ heartbeatInterval }: NetworkColumns, station: number, problems: ProblemLog): number {
  const interval = heartbeatInterval[station]!;
  if (interval >= 0 && interval < Infinity) return interval;
  problems.add(`heartbeatInterval[${station}]`, interval, say('secondsFromZero'));
  return 0;
}

function readConnection({ connection }: NetworkColumns, station: number, problems: ProblemLog): number {
  const stated = connection[station]!;
  if (stated <= CONNECTION_STATUSES.length) return stated;
  problems.add(`connection[${station}]`, stated, `0 to ${CONNECTION_STATUSES.length}`);
  return 0;
}
