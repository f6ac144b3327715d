import { PRODUCTION } from '../model/deployment.js';
import type { Fields } from '../model/ocpi-read.js';
import { usablePosition } from '../model/position.js';
import { Dictionary } from './dictionary.js';
import type { RecordReader } from './record-reader.js';
import { LocationTable, NONE, PartTable, StationTable } from './tables.js';

/** What a network's records say, in columns. It keeps and finds; what follows from the records is derived elsewhere. */
export class Store {
  readonly dictionary = new Dictionary();
  readonly locations = new LocationTable();
  readonly stations = new StationTable();
  readonly evses = new PartTable();
  readonly connectors = new PartTable();
  /** Code of the deployment state that is counted. */
  readonly production = this.dictionary.codeOf(PRODUCTION);

  /** Writes what a location's record says of itself into its row, a new one where its id is new. */
  putLocation(id: string, record: Fields, reader: RecordReader): number {
    const { locations, dictionary } = this;
    let location = locations.index.rowOf(id);
    if (location === undefined) {
      location = locations.add(id);
      locations.index.add(id, location);
      locations.firstStation[location] = NONE;
      locations.counted[location] = 0;
    }
    const position = usablePosition(record.latitude, record.longitude);
    locations.latitude[location] = position ? position.latitude : NaN;
    locations.longitude[location] = position ? position.longitude : NaN;
    locations.names.set(location, reader.text(record, 'name'));
    locations.hrefs.set(location, reader.text(record, 'href'));
    locations.country[location] = dictionary.codeOf(reader.text(record, 'country'));
    locations.operator[location] = dictionary.codeOf(reader.text(record, 'operator'));
    return location;
  }

  /** Takes away a location that has no stations any more. */
  removeLocation(location: number): void {
    const { locations } = this;
    locations.index.remove(locations.ids.get(location)!, location);
    locations.latitude[location] = locations.longitude[location] = NaN;
    locations.rows.giveBack(location);
  }

  /** A new station, with nothing known of it yet. */
  addStation(id: string, location: number): number {
    const { locations, stations } = this;
    const station = stations.add(id);
    stations.index.add(id, station);
    stations.location[station] = location;
    stations.next[station] = locations.firstStation[location]!;
    locations.firstStation[location] = station;
    stations.hrefs.set(station, undefined);
    stations.firstEvse[station] = NONE;
    stations.deployment[station] = this.production;
    stations.heartbeatInterval[station] = 0;
    stations.lastMessageAt[station] = NaN;
    stations.statedConnection[station] = 0;
    stations.word[station] = 0;
    stations.faultedSince[station] = NaN;
    return station;
  }

  /** Writes the fields that a record gives; EVSEs and connectors merge by id. */
  writeStation(station: number, record: Fields, reader: RecordReader): void {
    const { stations } = this;
    if (record.href !== undefined) {
      stations.hrefs.set(station, reader.text(record, 'href', stations.hrefs.get(station)));
    }
    if (record.deploymentState !== undefined) {
      stations.deployment[station] =
        this.code(record, 'deploymentState', reader, stations.deployment[station]!) || this.production;
    }
    if (record.heartbeatInterval !== undefined) {
      const before = stations.heartbeatInterval[station]!;
      stations.heartbeatInterval[station] = reader.interval(record, 'heartbeatInterval', before);
    }
    if (record.lastMessageAt !== undefined) {
      stations.lastMessageAt[station] = reader.instant(
        record,
        'lastMessageAt',
        stations.lastMessageAt[station]!,
      );
    }
    if (record.connection !== undefined) {
      const before = stations.statedConnection[station]!;
      stations.statedConnection[station] = reader.connection(record, 'connection', before);
    }
    if (record.status !== undefined)
      stations.word[station] = this.code(record, 'status', reader, stations.word[station]!);
    if (record.evses === null) this.removeEvses(station);
    const firstEvse = stations.firstEvse[station]!;
    stations.firstEvse[station] = this.writeParts(
      this.evses,
      firstEvse,
      'evses',
      record,
      reader,
      (evse, evseRecord) => {
        if (evseRecord.connectors === null) this.removeConnectors(evse);
        const first = this.evses.firstPart[evse]!;
        this.evses.firstPart[evse] = this.writeParts(
          this.connectors,
          first,
          'connectors',
          evseRecord,
          reader,
        );
      },
    );
  }

  removeStation(station: number): void {
    const { locations, stations } = this;
    const location = stations.location[station]!;
    if (locations.firstStation[location] === station) {
      locations.firstStation[location] = stations.next[station]!;
    } else {
      let before = locations.firstStation[location]!;
      while (stations.next[before] !== station) before = stations.next[before]!;
      stations.next[before] = stations.next[station]!;
    }
    this.removeEvses(station);
    stations.index.remove(stations.ids.get(station)!, station);
    stations.location[station] = NONE;
    stations.rows.giveBack(station);
  }

  isProduction(station: number): boolean {
    return this.stations.deployment[station] === this.production;
  }

  /** Visits the stations of a location, as they stand when visited. */
  forEachStation(location: number, visit: (station: number) => void): void {
    let station = this.locations.firstStation[location]!;
    while (station !== NONE) {
      const next = this.stations.next[station]!;
      visit(station);
      station = next;
    }
  }

  /** Merges a list of EVSEs or connectors into a chain, in the order in which they first came; returns the first. */
  private writeParts(
    table: PartTable,
    first: number,
    field: string,
    owner: Fields,
    reader: RecordReader,
    writeInner?: (part: number, record: Fields) => void,
  ): number {
    let start = first;
    reader.each(owner, field, record => {
      const id = reader.id(record);
      if (id === undefined) return;
      let part = table.find(start, id);
      if (part === NONE) {
        part = table.add(id);
        table.word[part] = 0;
        table.firstPart[part] = NONE;
        table.next[part] = NONE;
        start = table.append(start, part);
      }
      if (record.status !== undefined)
        table.word[part] = this.code(record, 'status', reader, table.word[part]!);
      writeInner?.(part, record);
    });
    return start;
  }

  /** The code of a text field; `before` where it cannot be read. */
  private code(record: Fields, field: string, reader: RecordReader, before: number): number {
    return this.dictionary.codeOf(reader.text(record, field, this.dictionary.textOf(before)));
  }

  private removeEvses(station: number): void {
    const { stations, evses } = this;
    for (let evse = stations.firstEvse[station]!; evse !== NONE; evse = evses.next[evse]!) {
      this.removeConnectors(evse);
      evses.rows.giveBack(evse);
    }
    stations.firstEvse[station] = NONE;
  }

  private removeConnectors(evse: number): void {
    const { connectors } = this;
    for (let row = this.evses.firstPart[evse]!; row !== NONE; row = connectors.next[row]!)
      connectors.rows.giveBack(row);
    this.evses.firstPart[evse] = NONE;
  }
}
