import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const GENERATED = 'src/render/map/generated';

const kilobytes = file => gzipSync(readFileSync(`${GENERATED}/${file}`)).length / 1000;

test('a first view of the world loads no more of a map than it did with the world alone', () => {
  assert.ok(kilobytes('world-map.js') < 225, `${kilobytes('world-map.js')} kB`);
});

test('a nearer view loads as little for each of the parts that it shows as the documentation says, and all of them fit into a package', () => {
  const parts = readdirSync(`${GENERATED}/map-parts`);
  const sizes = new Map(parts.map(name => [name, kilobytes(`map-parts/${name}`)]));
  assert.ok(kilobytes('map-parts.js') < 3);
  const [, ofWorld, ofRegion] =
    /(\d+) kB \(gzipped\) for the world and at most (\d+) kB for each region/.exec(
      readFileSync('docs/embedding.md', 'utf8'),
    );
  assert.ok(sizes.get('map-part-0.js') <= ofWorld, `the whole world's: ${sizes.get('map-part-0.js')} kB`);
  sizes.delete('map-part-0.js');
  for (const [name, size] of sizes) assert.ok(size <= ofRegion, `${name}: ${size} kB`);
  const sum = [...sizes.values()].reduce((one, other) => one + other, 0);
  assert.ok(sum < 2700, `together: ${sum} kB`);
});
