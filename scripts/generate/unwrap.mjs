/** Where a map of the Mercator projection ends; beyond it nothing is drawn. */
const POLE = -90;

/** A line without the jump at the antimeridian: longitudes run on past ±180. */
export function unwrap(line) {
  let turn = 0;
  return line.map(([longitude, latitude], i) => {
    const step = i && longitude - line[i - 1][0];
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [longitude + turn, latitude];
  });
}

const goesAround = ring => Math.abs(ring.at(-1)[0] - ring[0][0]) > 180;

/** A ring that is closed on a flat map too: Antarctica's runs along the lower edge. */
const closed = ring =>
  goesAround(ring) ? [...ring, [ring.at(-1)[0], POLE], [ring[0][0], POLE], ring[0]] : ring;

/** A shape's copies, one world apart, that show between -180 and 180. */
function copiesOf(longitudes, copy) {
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  return [-360, 0, 360].filter(by => east + by > -180 && west + by < 180).map(copy);
}

const shifted = (line, by) => line.map(([longitude, latitude]) => [longitude + by, latitude]);

/** A polygon as it shows on a flat map: once, or at both edges. */
export function polygonsShown(rings) {
  const flat = rings.map(unwrap).map(closed);
  const longitudes = flat[0].map(point => point[0]);
  return copiesOf(longitudes, by => flat.map(ring => shifted(ring, by)));
}

/** A line as it shows on a flat map: once, or at both edges. */
export function linesShown(line) {
  const flat = unwrap(line);
  const longitudes = flat.map(point => point[0]);
  return copiesOf(longitudes, by => shifted(flat, by));
}
