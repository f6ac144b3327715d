/**
 * Joins what gives ranges, `first` and `last`, with the rows of a table whose cells are in one of them. Each range is looked up by the table's index: were the rows not
 * ordered, PostgreSQL would take the join apart, reckon that a range holds a ninth of the table, and go through all of it.
 * @param condition of the rows
 */
export function inRanges(ranges: string, table: 'cell' | 'location', condition: string): string {
  return `${ranges} CROSS JOIN LATERAL (
    SELECT * FROM ${table} WHERE ${condition} AND ${table}.cell BETWEEN first AND last ORDER BY ${table}.cell
  ) AS ${table}`;
}
