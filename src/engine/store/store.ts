import { DEPLOYMENT_STATES, deploymentStateOf, PRODUCTION } from '../../model/deployment.js';
import { Dictionary } from '../../model/dictionary.js';
import { errorCodeOf } from '../../model/error-code.js';
import type { Fields } from '../../model/fields.js';
import { usablePosition } from '../../model/position.js';
import { say } from '../../model/record-reasons.js';
import { Meanings } from './meanings.js';
import type { RecordReader } from './record-reader.js';
import { PartChain } from './part-chain.js';
import { LocationTable, NONE, PartTable, StationTable } from './tables.js';

/** What a status is expected to be. */
export const STATUS_WORD = say('statusWord');
/** What a station's own status is expected to be (R8). */
export const STATION_STATUS_WORD = say('stationStatusWord');
/** What a deployment state is expected to be. */
export const DEPLOYMENT_STATE = say('deploymentState', DEPLOYMENT_STATES.join(', '));

/** What a network's records say, in columns. It keeps and finds; what follows from the records is derived elsewhere. */
export class Store {
  readonly dictionary = new Dictionary();
  readonly meanings = new Meanings(this.dictionary);
  readonly locations = new LocationTable();
  readonly stations = new StationTable();
  readonly evses = new PartTable();
  readonly connectors = new PartTable();
  /** Code of the deployment state that is counted. */
  readonly production = this.dictionary.codeOf(PRODUCTION);

  /** Stations that are in no figure, since their deployment state is in no table (R2). */
  uncounted = 0;

  /** Makes room for this many locations more, of a station and an EVSE each. */
  reserve(locations: number): void {
    for (const table of [this.locations, this.stations, this.evses]) table.reserve(locations);
  }

  /** A new location, with nothing known of it yet but its id. */
  addLocation(id: string): number {
    const { locations } = this;
    const location = locations.add(id);
    locations.index.add(id, location);
    locations.firstStation.set(location, NONE);
    locations.counted.set(location, 0);
    locations.changedAt.set(location, 0);
    return location;
  }

  /** Writes what a location's record says of itself. */
  writeLocation(location: number, record: Fields, reader: RecordReader): void {
    const { locations, dictionary } = this;
    const position = usablePosition(record.latitude, record.longitude);
    locations.latitude.set(location, position ? position.latitude : NaN);
    locations.longitude.set(location, position ? position.longitude : NaN);
    if (!position) reader.leaveOut(locations.ids.get(location)!, record);
    locations.names.set(location, reader.text(record.name, 'name'));
    locations.hrefs.set(location, reader.text(record.href, 'href'));
    locations.country.set(location, dictionary.codeOf(reader.text(record.country, 'country')));
    locations.operator.set(location, dictionary.codeOf(reader.text(record.operator, 'operator')));
  }

  /** Takes away a location that has no stations any more. */
  removeLocation(location: number): void {
    const { locations } = this;
    locations.index.remove(location);
    locations.latitude.set(location, NaN);
    locations.longitude.set(location, NaN);
    locations.changedAt.set(location, 0);
    locations.rows.giveBack(location);
  }

  /** A new station, with nothing known of it yet. */
  addStation(id: string, location: number): number {
    const { locations, stations } = this;
    const station = stations.add(id);
    stations.index.add(id, station);
    stations.location.set(station, location);
    this.link(station, locations.firstStation.get(location));
    this.link(NONE, station);
    locations.firstStation.set(location, station);
    stations.hrefs.set(station, undefined);
    stations.firstEvse.set(station, NONE);
    stations.deployment.set(station, this.production);
    stations.heartbeatInterval.set(station, 0);
    stations.lastMessageAt.set(station, NaN);
    stations.aheadAt.set(station, 0);
    stations.changedAt.set(station, 0);
    stations.given.set(station, 0);
    stations.statedConnection.set(station, 0);
    stations.word.set(station, 0);
    stations.offlineSeenAt.set(station, NaN);
    stations.faultSeenAt.set(station, NaN);
    stations.offlineSince.set(station, undefined);
    stations.faultedSince.set(station, undefined);
    stations.errorCodes.set(station, undefined);
    stations.infos.set(station, undefined);
    return station;
  }

  /** Writes the fields that a record gives, but when the station was last heard of; EVSEs and connectors merge by id. */
  writeStation(station: number, record: Fields, reader: RecordReader): void {
    const { stations } = this;
    if (record.href !== undefined) {
      stations.hrefs.set(station, reader.text(record.href, 'href', stations.hrefs.get(station)));
    }
    if (record.deploymentState !== undefined) {
      this.uncounted -= this.uncountedBy(station);
      stations.deployment.set(station, this.deploymentCode(record, reader, stations.deployment.get(station)));
      this.uncounted += this.uncountedBy(station);
    }
    if (record.heartbeatInterval !== undefined) {
      const before = stations.heartbeatInterval.get(station);
      stations.heartbeatInterval.set(
        station,
        reader.interval(record.heartbeatInterval, 'heartbeatInterval', before),
      );
    }
    if (record.connection !== undefined) {
      const before = stations.statedConnection.get(station);
      stations.statedConnection.set(station, reader.connection(record.connection, 'connection', before));
    }
    if (record.status !== undefined)
      stations.word.set(station, this.stationStatusCode(record, reader, stations.word.get(station)));
    this.writeTrouble(station, record, reader);
    if (record.evses === null) this.removeEvses(station);
    const firstEvse = stations.firstEvse.get(station);
    stations.firstEvse.set(station, this.writeParts(this.evses, firstEvse, 'evses', record.evses, reader));
  }

  /** Forgets what was said of a fault that a record ended, but what that very record says. */
  forgetFault(station: number, record: Fields): void {
    const { errorCodes, infos } = this.stations;
    if (record.errorCode === undefined) errorCodes.set(station, undefined);
    if (record.info === undefined) infos.set(station, undefined);
  }

  removeStation(station: number): void {
    const { locations, stations } = this;
    const location = stations.location.get(station);
    const next = stations.next.get(station);
    if (locations.firstStation.get(location) === station) locations.firstStation.set(location, next);
    this.link(stations.previous.get(station), next);
    this.removeEvses(station);
    this.uncounted -= this.uncountedBy(station);
    stations.changedAt.set(station, 0);
    stations.remove(station);
    stations.location.set(station, NONE);
  }

  /** Makes two stations of a location neighbours in its chain; NONE stands before the first and after the last. */
  private link(station: number, next: number): void {
    const { stations } = this;
    if (station !== NONE) stations.next.set(station, next);
    if (next !== NONE) stations.previous.set(next, station);
  }

  isProduction(station: number): boolean {
    return this.stations.deployment.get(station) === this.production;
  }

  /** 1 of a station that is in no figure, since its deployment state is in no table; else 0. */
  uncountedBy(station: number): number {
    if (this.isProduction(station)) return 0;
    return Number(
      !DEPLOYMENT_STATES.includes(this.dictionary.textOf(this.stations.deployment.get(station))!),
    );
  }

  /** Visits the stations of a location, as they stand when visited. */
  forEachStation(location: number, visit: (station: number) => void): void {
    let station = this.locations.firstStation.get(location);
    while (station !== NONE) {
      const next = this.stations.next.get(station);
      visit(station);
      station = next;
    }
  }

  private writeTrouble(station: number, record: Fields, reader: RecordReader): void {
    const { errorCodes, faultedSince, infos, offlineSince } = this.stations;
    if (record.offlineSince !== undefined)
      offlineSince.set(
        station,
        reader.moment(record.offlineSince, 'offlineSince', offlineSince.get(station)),
      );
    if (record.faultedSince !== undefined)
      faultedSince.set(
        station,
        reader.moment(record.faultedSince, 'faultedSince', faultedSince.get(station)),
      );
    if (record.errorCode !== undefined)
      errorCodes.set(
        station,
        errorCodeOf(reader.text(record.errorCode, 'errorCode', errorCodes.get(station))),
      );
    if (record.info !== undefined)
      infos.set(station, reader.text(record.info, 'info', infos.get(station)) || undefined);
  }

  /** Merges a list of EVSEs or connectors into a chain, in the order in which they first came; returns the first. */
  private writeParts(
    table: PartTable,
    first: number,
    field: string,
    list: unknown,
    reader: RecordReader,
  ): number {
    if (list == null) return first;
    const chain = new PartChain(table, first);
    const isOne = Array.isArray(list) && list.length === 1;
    // Where there were none before, all that are found are the list's own.
    const given = first === NONE || isOne ? undefined : new Set<number>();
    reader.each(list, field, record => {
      const id = reader.id(record);
      if (id === undefined) return;
      let part = chain.find(id);
      if (part === NONE) {
        part = table.add(id);
        table.word.set(part, 0);
        table.firstPart.set(part, NONE);
        table.next.set(part, NONE);
        chain.append(part, id);
      } else if (!isOne && (!given || given.has(part))) {
        reader.skip(record, 'id', id, say('newIdOfList'));
        return;
      }
      given?.add(part);
      if (record.status !== undefined)
        table.word.set(part, this.partStatusCode(record, reader, table.word.get(part)));
      if (table === this.evses) this.writeConnectors(part, record, reader);
    });
    return chain.first;
  }

  private writeConnectors(evse: number, record: Fields, reader: RecordReader): void {
    if (record.connectors === null) this.removeConnectors(evse);
    const first = this.evses.firstPart.get(evse);
    this.evses.firstPart.set(
      evse,
      this.writeParts(this.connectors, first, 'connectors', record.connectors, reader),
    );
  }

  /** The code of a record's status word; `before` where it cannot be read. */
  private statusCode(record: Fields, reader: RecordReader, before: number): number {
    const word = reader.text(record.status, 'status', this.dictionary.textOf(before));
    return word ? this.dictionary.codeOf(word) : 0;
  }

  private stationStatusCode(record: Fields, reader: RecordReader, before: number): number {
    const code = this.statusCode(record, reader, before);
    if (!this.meanings.isKnownOfStation(code))
      reader.unknownWord('status', this.dictionary.textOf(code)!, STATION_STATUS_WORD);
    return code;
  }

  private partStatusCode(record: Fields, reader: RecordReader, before: number): number {
    const code = this.statusCode(record, reader, before);
    if (!this.meanings.of(code).isKnown)
      reader.unknownWord('status', this.dictionary.textOf(code)!, STATUS_WORD);
    return code;
  }

  /** The code of a record's deployment state; `before` where it cannot be read. */
  private deploymentCode(record: Fields, reader: RecordReader, before: number): number {
    const stated = reader.text(record.deploymentState, 'deploymentState', this.dictionary.textOf(before));
    const state = deploymentStateOf(stated);
    if (!DEPLOYMENT_STATES.includes(state)) reader.unknownWord('deploymentState', stated!, DEPLOYMENT_STATE);
    return this.dictionary.codeOf(state);
  }

  private removeEvses(station: number): void {
    const { stations, evses } = this;
    for (let evse = stations.firstEvse.get(station); evse !== NONE; evse = evses.next.get(evse)) {
      this.removeConnectors(evse);
      evses.rows.giveBack(evse);
    }
    stations.firstEvse.set(station, NONE);
  }

  private removeConnectors(evse: number): void {
    const { connectors } = this;
    for (let row = this.evses.firstPart.get(evse); row !== NONE; row = connectors.next.get(row))
      connectors.rows.giveBack(row);
    this.evses.firstPart.set(evse, NONE);
  }
}
