import type { LocationTable } from '../store/tables.js';
import type { Difference } from './contribution.js';

/** What the stations of each country add up to; those of locations that state none are in none. */
export class CountryTotals {
  /** Rows of counts by the country's code. */
  private readonly rows = new Map<number, Int32Array>();

  /** @param width of a row */
  constructor(
    private readonly locations: LocationTable,
    private readonly width: number,
  ) {}

  /** Adds what a station, or a change of one, adds to its location's country. */
  add(location: number, { size, places, values }: Difference): void {
    const country = this.locations.country.get(location);
    if (country === 0) return;
    const row = this.of(country);
    for (let each = 0; each < size; each++) row[places[each]!]! += values[places[each]!]!;
  }

  /** A country's row, of zeros where it has no station. */
  of(country: number): Int32Array {
    let row = this.rows.get(country);
    if (!row) this.rows.set(country, (row = new Int32Array(this.width)));
    return row;
  }

  forEach(visit: (country: number, row: Int32Array) => void): void {
    for (const [country, row] of this.rows) visit(country, row);
  }
}
