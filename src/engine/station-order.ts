import { shown } from '../model/fields.js';
import type { StationSort } from '../model/questions.js';
import type { Network } from './network.js';

type Order = (a: number, b: number) => number;

function compare(first: number, second: number): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** As a language has texts, and numbers in them by their value. Where `Intl` does not know it, and by default, as English has them. */
function textOrder(language = 'en'): (first: string, second: string) => number {
  try {
    return new Intl.Collator([language, 'en'], { numeric: true, sensitivity: 'base' }).compare;
  } catch {
    throw new RangeError(
      `sort.language is ${shown(language)}; expected a language tag, such as nb or de-CH.`,
    );
  }
}

/** By since when stations are in trouble (R27); those without a moment are last in either direction. */
function troubleOrder(network: Network, descending: boolean): Order {
  const last = descending ? -Infinity : Infinity;
  const { derivation, now } = network;
  // Worked out once a station, of those that are compared; 0 until then.
  const known = new Float64Array(network.store.stations.rows.end);
  const sinceOf = (row: number) => (known[row] ||= derivation.troublesOf(row, now).trouble?.since ?? last);
  return (a, b) => compare(sinceOf(a), sinceOf(b));
}

/**
 * How two stations compare by what a list shows in a column, ascending, whatever the direction of the sort.
 * @throws RangeError where there is no such column or language
 */
export function stationOrder(network: Network, { by, descending = false, language }: StationSort): Order {
  const { stations, locations } = network.store;
  const idOf = (row: number) => stations.ids.get(row)!;
  const nameOf = (row: number) => {
    const location = stations.location.get(row);
    return locations.names.get(location) ?? locations.ids.get(location)!;
  };
  // Never heard of is older than anything.
  const heard = (row: number) =>
    Number.isNaN(stations.lastMessageAt.get(row)) ? -Infinity : stations.lastMessageAt.get(row);
  switch (by) {
    case 'id': {
      const byText = textOrder(language);
      return (a, b) => byText(idOf(a), idOf(b));
    }
    case 'location': {
      const byText = textOrder(language);
      return (a, b) => byText(nameOf(a), nameOf(b));
    }
    case 'connection':
      return (a, b) => stations.connection.get(a) - stations.connection.get(b);
    case 'status':
      return (a, b) => stations.status.get(a) - stations.status.get(b);
    case 'lastMessageAt':
      return (a, b) => compare(heard(a), heard(b));
    case 'troubleSince':
      return troubleOrder(network, descending);
    default:
      throw new RangeError(
        `sort.by is "${String(by)}"; expected id, location, connection, status, lastMessageAt or troubleSince.`,
      );
  }
}
