/** Splits a line of CSV; a quoted field may hold commas and doubled quotes. */
function fieldsOf(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

function rowsOf(csv) {
  const [header, ...lines] = csv.split(/\r?\n/).filter(line => line !== '');
  const names = fieldsOf(header);
  return lines.map(line => Object.fromEntries(fieldsOf(line).map((field, index) => [names[index], field])));
}

/** A field of digits as a number; an empty one is not known, and stays away. */
function numberField(name, text) {
  return text === undefined || text === '' ? {} : { [name]: Number(text) };
}

function evseCountOf({ kind, evse_count }) {
  return Number(evse_count || /^huge_location_(\d+)_evses$/.exec(kind)?.[1] || 0);
}

function locationOf(row) {
  const evses = Array.from({ length: evseCountOf(row) }, (_, index) => ({
    id: String(index + 1),
    status: 'Available',
  }));
  return {
    id: row.id,
    ...(row.name ? { name: row.name } : {}),
    ...numberField('latitude', row.latitude),
    ...numberField('longitude', row.longitude),
    country: row.country,
    stations: [{ id: row.id, ...(evses.length > 0 ? { evses } : {}) }],
  };
}

/**
 * The rows of `edge-cases.csv` as a network: each a location with one station of the same ID, and as many EVSEs as the
 * row says. Bad values stay as bad as they are.
 * @param {string} csv the file's text
 */
export function edgeCaseNetwork(csv) {
  return { locations: rowsOf(csv).map(locationOf) };
}
