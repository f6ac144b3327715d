/** Changes the record that has the change's id, or adds one. Null clears a field; EVSEs and connectors merge by id. */
function merge(list, change) {
  let record = list.find(({ id }) => id === change.id);
  if (!record) list.push((record = { id: change.id }));
  for (const [field, value] of Object.entries(change)) {
    if (Array.isArray(value)) value.forEach(part => merge((record[field] ??= []), part));
    else record[field] = value ?? undefined;
  }
}

/**
 * What the system knows of its stations: a NetworkSnapshot that changes are written into. A system of yours has a database instead.
 * @param {import('../../../src/model/records.js').Location[]} locations
 */
export function createRecords(locations) {
  const homes = new Map(locations.flatMap(({ stations }) => stations.map(({ id }) => [id, stations])));
  return {
    locations,
    /** The stations that were heard of. */
    heard: () =>
      locations.flatMap(({ stations }) =>
        stations.filter(({ lastMessageAt }) => lastMessageAt !== undefined),
      ),
    has: stationId => homes.has(stationId),
    /** @param {import('../../../src/model/records.js').NetworkChange} change */
    write({ stations }) {
      for (const change of stations) merge(homes.get(change.id), change);
    },
  };
}
