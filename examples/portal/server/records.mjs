/**
 * What a details page shows of one location or station.
 * @typedef {object} Details
 * @property {string} heading
 * @property {{kind: 'location' | 'station', id: string}[]} links to what belongs to it
 * @property {object} record as it is known
 */

/** @typedef {(kind: 'location' | 'station', id: string) => Details | undefined} FindDetails */

/**
 * Finds in NetworkSnapshot locations.
 * @param {import('../../../src/model/records.js').Location[]} locations
 * @returns {FindDetails}
 */
export function findInNetwork(locations) {
  return (kind, id) => {
    if (kind === 'location') {
      const location = locations.find(candidate => candidate?.id === id);
      if (!location) return undefined;
      const { stations = [], ...record } = location;
      return {
        heading: location.name ?? id,
        links: stations.map(station => ({ kind: 'station', id: station.id })),
        record,
      };
    }
    for (const location of locations) {
      const station = location?.stations?.find(candidate => candidate?.id === id);
      if (station)
        return { heading: id, links: [{ kind: 'location', id: location.id }], record: readable(station) };
    }
    return undefined;
  };
}

function readable(station) {
  if (typeof station.lastMessageAt !== 'number') return station;
  return { ...station, lastMessageAt: new Date(station.lastMessageAt).toISOString() };
}

/**
 * Finds in OCPI Locations: a location by `country_code*party_id*id`, and the EVSEs that make the station of an ID.
 * @param {object[]} locations
 * @returns {FindDetails}
 */
export function findInOcpi(locations) {
  return (kind, id) => (kind === 'location' ? ocpiLocation(locations, id) : ocpiStation(locations, id));
}

function idOf({ country_code, party_id, id }) {
  return `${country_code}*${party_id}*${id}`;
}

function ocpiLocation(locations, id) {
  const published = locations.filter(location => location && idOf(location) === id);
  if (published.length === 0) return undefined;
  const stations = new Set(published.flatMap(({ evses }) => (evses ?? []).map(stationOf)));
  return {
    heading: published[0].name ?? id,
    links: [...stations].map(station => ({ kind: 'station', id: station })),
    record: { published },
  };
}

/** The station is what stands before an `evse_id`'s last `*` and up to three digits, else the `uid`. */
function stationOf({ evse_id, uid }) {
  return /^(.+)\*C?\d{1,3}$/.exec(evse_id ?? '')?.[1] ?? uid;
}

function ocpiStation(locations, id) {
  const found = locations.flatMap(location => {
    const evses = (location?.evses ?? []).filter(evse => isOf(evse, id, location));
    return evses.length > 0 ? [{ location: idOf(location), evses }] : [];
  });
  if (found.length === 0) return undefined;
  const links = [...new Set(found.map(({ location }) => location))].map(location => ({
    kind: 'location',
    id: location,
  }));
  return { heading: id, links, record: { evses: found.flatMap(({ evses }) => evses) } };
}

/** A second location's station of the same ID is known with that location's ID before it. */
function isOf(evse, id, location) {
  const station = stationOf(evse);
  return station === id || `${idOf(location)}/${station}` === id || evse.evse_id === id;
}
