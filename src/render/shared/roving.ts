/** Which way a key leads in a line. */
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

function around<T>(line: readonly T[], at: number): T | undefined {
  return line[(at + line.length) % line.length];
}

/** Where a key leads in a line, round and round. */
function inLine<T>(line: readonly T[], from: T, key: string): T | undefined {
  if (key === 'Home') return line[0];
  if (key === 'End') return line.at(-1);
  const step = STEPS[key];
  return step && around(line, line.indexOf(from) + step);
}

/** Where a key leads in rows: up and down round and round, to the sides within the row. */
function inRows<T>(rows: readonly (readonly T[])[], from: T, key: string): T | undefined {
  const row = rows.find(each => each.includes(from));
  if (!row) return undefined;
  const column = row.indexOf(from);
  if (key === 'ArrowLeft' || key === 'ArrowRight') return row[column + STEPS[key]!];
  const other = inLine(rows, row, key);
  return other?.[Math.min(column, other.length - 1)];
}

/**
 * Where the arrow keys, Home and End lead among what is one stop of the Tab key; undefined where a key leads nowhere.
 * @param rows what stands beside each other, row by row; none is empty
 * @param isMirrored whether rows run from right to left
 */
export function keyLeadsTo<T>(
  rows: readonly (readonly T[])[],
  from: T,
  key: string,
  isMirrored = false,
): T | undefined {
  const led = (isMirrored && MIRRORED[key]) || key;
  const isLine = rows.length === 1 || rows.every(({ length }) => length === 1);
  return isLine ? inLine(rows.flat(), from, led) : inRows(rows, from, led);
}
