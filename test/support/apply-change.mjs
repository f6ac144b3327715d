function mergeById(list, changes, merge) {
  for (const change of changes)
    merge(
      list.find(({ id }) => id === change.id),
      change,
    );
}

/**
 * Applies the fields of a NetworkChange that the sample's day uses, straight from their description: the oracle.
 * @param {object} network a NetworkSnapshot, changed in place
 * @param {object} change a NetworkChange
 */
export function applyChange(network, { asOf, stations }) {
  network.asOf = asOf;
  const byId = new Map(
    network.locations.flatMap(location => location.stations).map(station => [station.id, station]),
  );
  for (const { id, evses = [], ...fields } of stations) {
    const station = byId.get(id);
    Object.assign(station, fields);
    mergeById(station.evses, evses, (evse, { connectors }) =>
      mergeById(evse.connectors, connectors, Object.assign),
    );
  }
}
