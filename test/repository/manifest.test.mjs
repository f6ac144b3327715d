import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { complaintsAbout } from '../../scripts/manifest/complaints.mjs';

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
    [
      'center',
      'zoom',
      'map-style',
      'map-tiles',
      'gestures',
      'location-href',
      'station-href',
      'heading-level',
    ],
    ['ev-drill-down'],
  ],
  'ev-panel': [['heading', 'help'], []],
  'ev-connection-map': [
    [
      'center',
      'zoom',
      'map-style',
      'map-tiles',
      'gestures',
      'location-href',
      'station-href',
      'heading-level',
    ],
    ['ev-navigate', 'ev-view-change'],
  ],
  'ev-evse-map': [
    [
      'center',
      'zoom',
      'map-style',
      'map-tiles',
      'gestures',
      'location-href',
      'station-href',
      'heading-level',
    ],
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

const INDEX = "export { EvFrame } from './ev-frame.js';\nexport type { Shape } from './shape.js';";
const described = description => ({ description, type: { text: 'string' } });

/** An element that is described whole, and what its source shows. */
function frame() {
  const element = {
    tagName: 'ev-frame',
    name: 'EvFrame',
    customElement: true,
    description: 'A frame.',
    attributes: [
      { name: 'shape', fieldName: 'shape', description: 'Its shape.', type: { text: "Shape | 'Wide'" } },
      { name: 'heading-level', ...described('Of its heading (3 without it).') },
    ],
    members: [
      { kind: 'field', name: 'shape', description: 'Its shape.', type: { text: 'Shape' } },
      {
        kind: 'method',
        name: 'show',
        description: 'Shows it.',
        parameters: [{ name: 'shape', type: { text: 'Shape' } }],
        return: { type: { text: 'Promise<void>' } },
      },
    ],
    cssParts: [{ name: 'edge', description: 'Around it.' }],
  };
  const surface = {
    inherited: new Set(['heading-level']),
    parts: new Set(['edge']),
    slots: new Set(),
    events: new Set(),
    states: new Set(),
    tags: new Set(['ev-frame']),
    properties: new Set(),
    hasStatusColors: false,
  };
  return { element, surface };
}

/** What is wrong with an element, and what is said of it. */
const COMPLAINTS = [
  ['is described whole', () => undefined, []],
  [
    'has an attribute without a description',
    ({ element }) => delete element.attributes[0].description,
    ['<ev-frame> attribute "shape" has no description.'],
  ],
  [
    'is described in notes',
    ({ element }) => (element.cssParts[0].description = 'the edge'),
    ['<ev-frame> part "edge" is not described in sentences: the edge'],
  ],
  [
    'has a method that takes something of no type',
    ({ element }) => delete element.members[1].parameters[0].type,
    ['<ev-frame> show has no type.'],
  ],
  [
    'heeds an attribute around it that its docblock does not name',
    ({ element }) => element.attributes.pop(),
    ['<ev-frame> heeds the attribute "heading-level"; its docblock does not say so.'],
  ],
  [
    'names an attribute that nothing heeds',
    ({ surface }) => surface.inherited.clear(),
    ['<ev-frame> describes the attribute "heading-level"; its source heeds none.'],
  ],
  [
    'has a type that a host cannot import',
    ({ element }) => (element.members[0].type.text = 'Shape | Innards'),
    ['<ev-frame> names the type Innards, which src/index.ts does not export.'],
  ],
  [
    'shows a part that its docblock does not name',
    ({ surface }) => surface.parts.add('corner'),
    ['<ev-frame> shows the part "corner"; its docblock does not say so.'],
  ],
];
for (const [title, change, expected] of COMPLAINTS) {
  test(`R25: the build says what is missing of an element that ${title}`, () => {
    const { element, surface } = frame();
    change({ element, surface });
    const manifest = { modules: [{ declarations: [element] }] };
    assert.deepEqual(complaintsAbout(manifest, new Map([['ev-frame', surface]]), INDEX), expected);
  });
}
