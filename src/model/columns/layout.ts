import { UnreadableError } from '../unreadable-error.js';
import { say } from './column-reasons.js';

/**
 * A network as columns: what a server sends so that a tab need not parse a record a station. docs/columns.md describes it
 * byte by byte. Everything is little-endian; each column begins at a multiple of 8.
 */
export const COLUMNS_MAGICS = ['EVCOLS01', 'EVCOLS02'] as const;

/** The second also has the columns that say what of a station's trouble is stated (R27). */
export type ColumnsMagic = (typeof COLUMNS_MAGICS)[number];

/** In bytes: the magic, `asOf`, and how many there are of what. */
const HEADER_BYTES = 40;

type ColumnType = typeof Float64Array | typeof Uint32Array | typeof Uint8Array;

/** What there is a number of, in the header's order. */
export const COUNTED_PARTS = ['locations', 'stations', 'evses', 'connectors', 'words', 'textBytes'] as const;
export type CountedPart = (typeof COUNTED_PARTS)[number];

/**
 * The columns in their order: name, type, and how many entries. Those in `…Words` hold 0 for none, else one more than the
 * index of a word; those in `…End` hold where a row's part ends: the next row's begins there. What is of a later magic than the bytes' has no entries.
 */
const COLUMNS = [
  ['longitude', Float64Array, 'locations'],
  ['latitude', Float64Array, 'locations'],
  ['countryWords', Uint32Array, 'locations'],
  ['operatorWords', Uint32Array, 'locations'],
  ['stationsEnd', Uint32Array, 'locations'],
  ['lastMessageAt', Float64Array, 'stations'],
  ['heartbeatInterval', Float64Array, 'stations'],
  ['deploymentWords', Uint32Array, 'stations'],
  ['stationStatusWords', Uint32Array, 'stations'],
  ['connection', Uint8Array, 'stations'],
  ['evsesEnd', Uint32Array, 'stations'],
  ['evseStatusWords', Uint32Array, 'evses'],
  ['connectorsEnd', Uint32Array, 'evses'],
  ['connectorStatusWords', Uint32Array, 'connectors'],
  ['wordEnd', Uint32Array, 'words'],
  ['locationIdEnd', Uint32Array, 'locations'],
  ['locationNameEnd', Uint32Array, 'locations'],
  ['locationHrefEnd', Uint32Array, 'locations'],
  ['stationIdEnd', Uint32Array, 'stations'],
  ['stationHrefEnd', Uint32Array, 'stations'],
  ['evseIdEnd', Uint32Array, 'evses'],
  ['connectorIdEnd', Uint32Array, 'connectors'],
  ['offlineSince', Float64Array, 'stations', 'EVCOLS02'],
  ['faultedSince', Float64Array, 'stations', 'EVCOLS02'],
  ['errorCodeWords', Uint32Array, 'stations', 'EVCOLS02'],
  ['infoEnd', Uint32Array, 'stations', 'EVCOLS02'],
  ['text', Uint8Array, 'textBytes'],
] as const satisfies readonly (readonly [string, ColumnType, CountedPart, ColumnsMagic?])[];

type ColumnOf<Entry> = Entry extends readonly [infer Name extends string, infer Type, unknown, unknown?]
  ? Record<Name, Type extends abstract new (...args: never[]) => infer Column ? Column : never>
  : never;
type Merged<Union> = (Union extends unknown ? (part: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** A network as columns, with how many there are of what. */
export type NetworkColumns = Merged<ColumnOf<(typeof COLUMNS)[number]>> & {
  /** Epoch milliseconds; NaN where it is not known. */
  asOf: number;
  counts: Record<CountedPart, number>;
};

/** Columns of texts, in the order in which their texts follow each other. */
export const TEXT_COLUMNS = [
  'wordEnd',
  'locationIdEnd',
  'locationNameEnd',
  'locationHrefEnd',
  'stationIdEnd',
  'stationHrefEnd',
  'evseIdEnd',
  'connectorIdEnd',
  'infoEnd',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

const ALIGNMENT = 8;

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function isIn(magic: ColumnsMagic, since: ColumnsMagic = 'EVCOLS01'): boolean {
  return magic >= since;
}

/** How long a network's columns are in bytes. */
export function columnsLength(magic: ColumnsMagic, counts: Readonly<Record<CountedPart, number>>): number {
  return COLUMNS.reduce(
    (end, [, Type, part, since]) =>
      isIn(magic, since) ? aligned(end) + counts[part] * Type.BYTES_PER_ELEMENT : end,
    HEADER_BYTES,
  );
}

/** The columns of a network as views of its bytes, which are not copied. */
export function viewColumns(
  magic: ColumnsMagic,
  buffer: ArrayBuffer,
  asOf: number,
  counts: Record<CountedPart, number>,
): NetworkColumns {
  let end = HEADER_BYTES;
  const views = COLUMNS.map(([name, Type, part, since]) => {
    if (!isIn(magic, since)) return [name, new Type(0)];
    const start = aligned(end);
    end = start + counts[part] * Type.BYTES_PER_ELEMENT;
    return [name, new Type(buffer, start, counts[part])];
  });
  return { ...(Object.fromEntries(views) as Merged<ColumnOf<(typeof COLUMNS)[number]>>), asOf, counts };
}

/** Where the texts of a column begin: where those of the column before end. */
export function textStart(columns: NetworkColumns, column: TextColumn): number {
  const before = TEXT_COLUMNS.slice(0, TEXT_COLUMNS.indexOf(column)).reverse();
  for (const name of before) {
    const end = columns[name].at(-1);
    if (end !== undefined) return end;
  }
  return 0;
}

/** Returns where a column's last row ends. */
function expectRising(
  columns: NetworkColumns,
  name: keyof NetworkColumns & `${string}End`,
  from = 0,
): number {
  const column = columns[name];
  let before = from;
  // By index: an iterator over millions of numbers is most of the time that reading takes.
  for (let index = 0; index < column.length; index++) {
    const end = column[index]!;
    if (end < before)
      throw new UnreadableError(say('columnFalls', `${name}[${index}]`, String(end), String(before)));
    before = end;
  }
  return before;
}

/** Every row has an owner: the owners' parts are all rows. */
function expectOwned(
  columns: NetworkColumns,
  name: 'stationsEnd' | 'evsesEnd' | 'connectorsEnd',
  part: CountedPart,
): void {
  const end = expectRising(columns, name);
  const expected = columns.counts[part];
  if (end !== expected) {
    throw new UnreadableError(say('columnOwns', name, String(end), String(expected), part));
  }
}

function isMagic(text: string): text is ColumnsMagic {
  return (COLUMNS_MAGICS as readonly string[]).includes(text);
}

/**
 * Reads a network's columns.
 * @throws TypeError where the bytes are not a network's columns, with what was found and expected
 */
export function readColumns(buffer: ArrayBuffer): NetworkColumns {
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, Math.min(8, buffer.byteLength)));
  if (!isMagic(magic)) {
    const expected = COLUMNS_MAGICS.map(known => JSON.stringify(known)).join(' or ');
    throw new UnreadableError(say('columnsBegin', JSON.stringify(magic), expected));
  }
  if (buffer.byteLength < HEADER_BYTES) {
    throw new UnreadableError(say('columnsShort', String(buffer.byteLength), String(HEADER_BYTES)));
  }
  const header = new DataView(buffer, 0, HEADER_BYTES);
  const counts = Object.fromEntries(
    COUNTED_PARTS.map((part, index) => [part, header.getUint32(16 + 4 * index, true)]),
  ) as Record<CountedPart, number>;
  const expected = columnsLength(magic, counts);
  if (buffer.byteLength !== expected) {
    throw new UnreadableError(say('columnsLength', String(buffer.byteLength), String(expected)));
  }
  const columns = viewColumns(magic, buffer, header.getFloat64(8, true), counts);
  expectOwned(columns, 'stationsEnd', 'stations');
  expectOwned(columns, 'evsesEnd', 'evses');
  expectOwned(columns, 'connectorsEnd', 'connectors');
  for (const name of TEXT_COLUMNS) {
    const end = expectRising(columns, name, textStart(columns, name));
    if (end > counts.textBytes) {
      throw new UnreadableError(say('columnEnds', name, String(end), String(counts.textBytes)));
    }
  }
  return columns;
}
