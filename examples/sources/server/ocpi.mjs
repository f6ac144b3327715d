/** @typedef {import('../../../src/model/records.js').NetworkSnapshot} NetworkSnapshot */

const STATUSES = {
  Available: 'AVAILABLE',
  Charging: 'CHARGING',
  Faulted: 'OUTOFORDER',
  Unavailable: 'INOPERATIVE',
};

/** Locations a page, where the client does not ask for fewer. */
const PAGE = 10;

function locationOf({ id, name, country, latitude, longitude, stations }, version) {
  const evses = stations.flatMap(station =>
    station.evses.map(evse => ({
      uid: `${station.id}-${evse.id}`,
      evse_id: `${country}*HAL*E${station.id.replace('-', '')}*${evse.id}`,
      status: STATUSES[evse.status],
      last_updated: new Date(station.lastMessageAt).toISOString(),
    })),
  );
  return {
    // OCPI 2.1.1 knows neither.
    ...(version !== '2.1.1' && { country_code: country, party_id: 'HAL' }),
    id,
    name,
    coordinates: { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) },
    evses,
    last_updated: new Date(Math.max(...stations.map(station => station.lastMessageAt))).toISOString(),
  };
}

/**
 * A page of a network as OCPI Locations, of those only that were updated at `date_from` or later.
 * @param {NetworkSnapshot} network
 * @param {'2.1.1' | '2.2.1'} version
 * @param {URL} url of the request, with `offset`, `limit` and `date_from`
 * @returns {{headers: Record<string, string>, body: object}}
 */
export function ocpiPage({ asOf, locations }, version, url) {
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? PAGE);
  const from = Date.parse(url.searchParams.get('date_from') ?? 0);
  const updated = locations
    .map(location => locationOf(location, version))
    .filter(location => Date.parse(location.last_updated) >= from);
  const headers = { 'X-Total-Count': String(updated.length), 'X-Limit': String(PAGE) };
  if (offset + limit < updated.length) {
    const next = new URL(url);
    next.searchParams.set('offset', String(offset + limit));
    next.searchParams.set('limit', String(limit));
    headers.Link = `<${next}>; rel="next"`;
  }
  const data = updated.slice(offset, offset + limit);
  return { headers, body: { data, status_code: 1000, timestamp: new Date(asOf).toISOString() } };
}
