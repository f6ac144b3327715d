import type { StationSortKey } from '../model/questions.js';
import type { Network } from './network.js';

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare;

/**
 * How two stations compare by what a list shows in a column.
 * @throws RangeError where there is no such column
 */
export function stationOrder(network: Network, by: StationSortKey): (a: number, b: number) => number {
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
    case 'id':
      return (a, b) => byText(idOf(a), idOf(b));
    case 'location':
      return (a, b) => byText(nameOf(a), nameOf(b));
    case 'connection':
      return (a, b) => stations.connection.get(a) - stations.connection.get(b);
    case 'status':
      return (a, b) => stations.status.get(a) - stations.status.get(b);
    case 'lastMessageAt':
      return (a, b) => {
        const [first, second] = [heard(a), heard(b)];
        return first < second ? -1 : first > second ? 1 : 0;
      };
    default:
      throw new RangeError(
        `sort.by is "${String(by)}"; expected id, location, connection, status or lastMessageAt.`,
      );
  }
}
