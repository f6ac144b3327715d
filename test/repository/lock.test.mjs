import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Where Node finds a package that another one names: beside it, or beside one of those that it lies in. */
function placeOf(packages, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
  }
}

for (const file of ['package-lock.json', 'examples/ocpp/package-lock.json']) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));

  test(`${file} holds every package that another names, those of other platforms too`, () => {
    const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter(name => !placeOf(packages, name, place))
        .map(name => `${place || 'package.json'} names ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  test(`${file} is what npm 10 and npm 11 both write`, () => {
    // npm 10 takes away what npm 11 adds here; both keep a file that has none.
    const added = Object.entries(packages).filter(([, { libc }]) => libc);
    assert.deepEqual(added, []);
  });
}
