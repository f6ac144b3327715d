import type {
  BoundingBox,
  ConnectorDetail,
  Counts,
  EvseDetail,
  LocationDetail,
  MapDimension,
  MapItem,
  MapView,
  StationDetail,
  StationRow,
} from '../model/questions.js';
import { orNothing } from '../model/time.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../model/statuses.js';
import type { Dimension, Scope, StatusCounts } from '../model/records.js';
import { CONNECTION_AT, EVSE_AT, OFFLINE_EVSE_AT } from './counts/contribution.js';
import { NEVER } from './counts/hierarchy.js';
import type { MapCounts, RowPart } from './counts/map-counts.js';
import { partOf } from './counts/row-parts.js';
import { locationOf } from './known-records.js';
import type { Network } from './network.js';
import { NONE } from './store/tables.js';

const MAP_PARTS: Readonly<Record<MapDimension, RowPart & { statuses: readonly string[] }>> = {
  connection: { at: CONNECTION_AT, width: CONNECTION_STATUSES.length, statuses: CONNECTION_STATUSES },
  evse: { at: EVSE_AT, width: EVSE_STATUSES.length, statuses: EVSE_STATUSES },
};
const STATIONS = MAP_PARTS.connection;

function countsOf(statuses: readonly string[], countOf: (index: number) => number): Counts {
  let total = 0;
  const byStatus: StatusCounts = {};
  statuses.forEach((status, index) => {
    total += byStatus[status] = countOf(index);
  });
  return { total, byStatus };
}

/** How many stations, or EVSEs, are in each status of a dimension (R3, R5 to R9). */
export function answerCounts(
  network: Network,
  dimension: Dimension,
  { scope, includeOffline = false }: { scope?: Scope; includeOffline?: boolean } = {},
): Counts {
  const { at, statuses } = partOf(network.parts, dimension);
  const { totals } = network.scopes.tally(scope);
  const withOffline = dimension === 'evse' && includeOffline;
  return countsOf(
    statuses,
    index => totals[at + index]! + (withOffline ? totals[OFFLINE_EVSE_AT + index]! : 0),
  );
}

/** What a map shows in a box at a zoom (R15, R16). */
export function answerMapItems(network: Network, view: MapView, scope?: Scope): MapItem[] {
  const part = Object.hasOwn(MAP_PARTS, view.dimension) ? MAP_PARTS[view.dimension] : undefined;
  if (!part)
    throw new RangeError(
      `dimension is "${String(view.dimension)}"; expected connection or evse, which have a map.`,
    );
  const { bbox, zoom } = view;
  if (!(Array.isArray(bbox) && bbox.length === 4 && bbox.every(Number.isFinite)))
    throw new RangeError(`bbox is ${JSON.stringify(bbox)}; expected [west, south, east, north] in degrees.`);
  if (!Number.isFinite(zoom)) throw new RangeError(`zoom is ${String(zoom)}; expected a number.`);
  const map = network.scopes.tally(scope).mapCounts();
  const items: MapItem[] = [];
  map.visitView(bbox, zoom, part, node => {
    items.push(mapItem(network, map, node, part));
  });
  return items;
}

function mapItem(
  network: Network,
  map: MapCounts,
  node: number,
  part: RowPart & { statuses: readonly string[] },
): MapItem {
  const { openZoom, point } = map.hierarchy;
  const longitude = map.hierarchy.longitude[node]!;
  const latitude = map.hierarchy.latitude[node]!;
  const counts: StatusCounts = {};
  for (let index = 0; index < part.width; index++)
    counts[part.statuses[index]!] = map.at(node, part.at + index);
  const { ids, names } = network.store.locations;
  if (point[node]! >= 0) {
    const location = map.locations[point[node]!]!;
    const stations = map.total(node, STATIONS);
    return { longitude, latitude, counts, id: ids.get(location)!, name: names.get(location), stations };
  }
  const locations = map.locationsShown(node, part);
  const expansionZoom = openZoom[node]!;
  if (expansionZoom !== NEVER)
    return { longitude, latitude, counts, locations, expansionZoom, bbox: map.boxOf(node, part) };
  const locationIds: string[] = [];
  map.visitLocations(node, part, location => locationIds.push(ids.get(location)!));
  return { longitude, latitude, counts, locations, locationIds };
}

/** The box around all locations on the map. */
export function answerBounds(network: Network, scope?: Scope): BoundingBox | undefined {
  return network.scopes.tally(scope).mapCounts().bounds();
}

/** A location with its production stations; undefined where the network, or the scope, has none of this id (R17). */
export function answerLocation(network: Network, id: string, scope?: Scope): LocationDetail | undefined {
  const { store } = network;
  const location = store.locations.index.rowOf(id);
  if (location === undefined || !network.scopes.matcher(scope)(location)) return undefined;
  return locationOf(store, location, station =>
    store.isProduction(station) ? stationDetail(network, station) : undefined,
  );
}

/** The connectors of an EVSE; undefined where it has none. */
function connectorDetails(network: Network, evse: number): ConnectorDetail[] | undefined {
  const { connectors, dictionary, evses } = network.store;
  const details: ConnectorDetail[] = [];
  for (let row = evses.firstPart.get(evse); row !== NONE; row = connectors.next.get(row))
    details.push({ id: connectors.ids.get(row)!, reported: dictionary.textOf(connectors.word.get(row)) });
  return details.length > 0 ? details : undefined;
}

function stationDetail(network: Network, station: number): StationDetail {
  const { dictionary, stations, evses } = network.store;
  const details: EvseDetail[] = [];
  for (let evse = stations.firstEvse.get(station); evse !== NONE; evse = evses.next.get(evse)) {
    details.push({
      id: evses.ids.get(evse)!,
      status: network.derivation.evseStatus(station, evse),
      reported: dictionary.textOf(evses.word.get(evse)),
      connectors: connectorDetails(network, evse),
    });
  }
  const { offline, fault, trouble } = network.derivation.troublesOf(station, network.now);
  return {
    id: stations.ids.get(station)!,
    connection: CONNECTION_STATUSES[stations.connection.get(station)]!,
    status: STATION_STATUSES[stations.status.get(station)]!,
    evses: details,
    lastMessageAt: orNothing(stations.lastMessageAt.get(station)),
    offlineSince: offline?.since,
    offlineSinceIs: offline?.sinceIs,
    faultedSince: fault?.since,
    faultedSinceIs: fault?.sinceIs,
    troubleSince: trouble?.since,
    troubleSinceIs: trouble?.sinceIs,
    errorCode: stations.errorCodes.get(station),
    info: stations.infos.get(station),
    href: stations.hrefs.get(station),
  };
}

/** A station as a row of a list. */
export function stationRow(network: Network, station: number): StationRow {
  const { dictionary, locations, stations } = network.store;
  const location = stations.location.get(station);
  return {
    ...stationDetail(network, station),
    locationId: locations.ids.get(location)!,
    locationName: locations.names.get(location),
    locationHref: locations.hrefs.get(location),
    country: dictionary.textOf(locations.country.get(location)),
    operator: dictionary.textOf(locations.operator.get(location)),
  };
}
