import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', root), 'utf8'));
const elements = manifest.modules.flatMap(module => module.declarations ?? []).filter(each => each.tagName);
const tags = readdirSync(new URL('src/define/', root))
  .filter(file => file.startsWith('ev-'))
  .map(file => file.replace('.ts', ''));

/** What hosts rely on, by tag: attributes, then events. */
const promised = {
  'ev-data-provider': [['src', 'format', 'refresh-interval', 'live'], ['ev-data-state']],
  'ev-overview': [
    ['center', 'zoom', 'map-style', 'map-tiles', 'location-href', 'station-href'],
    ['ev-drill-down'],
  ],
  'ev-panel': [['heading', 'help'], []],
  'ev-connection-map': [
    ['center', 'zoom', 'map-style', 'map-tiles', 'location-href', 'station-href'],
    ['ev-navigate', 'ev-view-change'],
  ],
  'ev-evse-map': [
    ['center', 'zoom', 'map-style', 'map-tiles', 'location-href', 'station-href'],
    ['ev-navigate', 'ev-view-change'],
  ],
  'ev-connection-pie': [[], ['ev-drill-down', 'ev-filter-change']],
  'ev-evse-pie': [['include-offline'], ['ev-drill-down', 'ev-filter-change']],
  'ev-last-ocpp-pie': [[], ['ev-drill-down', 'ev-filter-change']],
  'ev-station-pie': [[], ['ev-drill-down', 'ev-filter-change']],
  'ev-status-legend': [['dimension'], ['ev-filter-change']],
  'ev-summary': [[], ['ev-drill-down']],
  'ev-station-list': [['tab'], ['ev-navigate']],
};

test('R25: the manifest has each element that is registered, and no other', () => {
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...tags].sort());
  assert.deepEqual(Object.keys(promised).sort(), [...tags].sort());
});

for (const [tag, [attributes, events]] of Object.entries(promised)) {
  test(`R25: the manifest describes what hosts rely on of ${tag}`, () => {
    const element = elements.find(({ tagName }) => tagName === tag);
    for (const [kind, names] of [
      ['attributes', attributes],
      ['events', events],
    ]) {
      for (const name of names) {
        const found = element[kind]?.find(each => each.name === name);
        assert.ok(found?.description, `${kind}: ${name}`);
      }
    }
  });

  test(`R25: ${tag} has stories`, () => {
    assert.ok(existsSync(new URL(`stories/${tag}.stories.ts`, root)));
  });
}
