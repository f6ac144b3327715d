import type { LocationTable } from '../store/tables.js';
import type { Contributions, Difference } from './contribution.js';

/** What the stations of each country add up to; those of locations that state none are in none. Counted when first asked for. */
export class CountryTotals {
  /** Rows of counts by the country's code. */
  private readonly rows = new Map<number, Int32Array>();
  private isCounted = false;

  constructor(
    private readonly locations: LocationTable,
    private readonly contributions: Contributions,
  ) {}

  /** Adds what a change of a station adds to its location's country. */
  add(location: number, difference: Difference): void {
    if (this.isCounted) this.addTo(this.locations.country.get(location), difference);
  }

  /** Has a country be among those that are visited, with zeros where it has no station. */
  include(country: number): void {
    this.rowOf(country);
  }

  forEach(visit: (country: number, row: Int32Array) => void): void {
    if (!this.isCounted) this.count();
    for (const [country, row] of this.rows) visit(country, row);
  }

  private count(): void {
    this.isCounted = true;
    this.contributions.forEach((location, contribution) => {
      this.addTo(this.locations.country.get(location), contribution);
    });
  }

  private addTo(country: number, { size, places, values }: Difference): void {
    if (country === 0) return;
    const row = this.rowOf(country);
    for (let each = 0; each < size; each++) row[places[each]!]! += values[places[each]!]!;
  }

  private rowOf(country: number): Int32Array {
    let row = this.rows.get(country);
    if (!row) this.rows.set(country, (row = new Int32Array(this.contributions.width)));
    return row;
  }
}
