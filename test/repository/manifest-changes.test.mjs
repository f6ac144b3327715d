import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { changesBetween, levelOf } from '../../scripts/manifest/changes.mjs';

const text = readFileSync('custom-elements.json', 'utf8');
const declared = manifest => manifest.modules.flatMap(({ declarations }) => declarations);
const of = (manifest, name) => declared(manifest).find(each => each.tagName === name || each.name === name);
const named = (list, name) => list.find(each => each.name === name);
const without = (list, name) => list.splice(list.indexOf(named(list, name)), 1);

/** What happened to a manifest, what that asks of hosts, and what is said of it. */
const CASES = [
  ['nothing', () => undefined, 'patch', []],
  [
    'another description',
    after => (named(of(after, 'ev-panel').attributes, 'heading').description = 'Its name.'),
    'patch',
    [],
  ],
  [
    'comments within a type',
    after => {
      const { type } = named(of(after, 'StateChangeEvent').members, 'detail');
      type.text = type.text.replace('{', '{ /** What is hidden. */\n');
    },
    'patch',
    [],
  ],
  [
    'a tag that is gone',
    after => {
      const [{ declarations }] = after.modules;
      declarations.splice(declarations.indexOf(of(after, 'ev-summary')), 1);
    },
    'major',
    ['<ev-summary> is gone.'],
  ],
  [
    'a tag that is renamed',
    after => (of(after, 'ev-summary').tagName = 'ev-headline'),
    'major',
    ['<ev-summary> is gone.', '<ev-headline> is new.'],
  ],
  [
    'a class that is renamed',
    after => (of(after, 'ev-panel').name = 'EvFrame'),
    'major',
    ['<ev-panel> class was `EvPanel`, and is `EvFrame`.'],
  ],
  [
    'an attribute that is gone',
    after => without(of(after, 'ev-panel').attributes, 'help'),
    'major',
    ['<ev-panel> attribute "help" is gone.'],
  ],
  [
    'an attribute that is new',
    after => of(after, 'ev-panel').attributes.push({ name: 'icon', type: { text: 'string' } }),
    'minor',
    ['<ev-panel> attribute "icon" is new.'],
  ],
  [
    'an attribute of another type',
    after => (named(of(after, 'ev-panel').attributes, 'help').type.text = 'boolean'),
    'major',
    ['<ev-panel> attribute "help" was `string`, and is `boolean`.'],
  ],
  [
    'a property that can only be read',
    after => (named(of(after, 'ev-evse-pie').members, 'includeOffline').readonly = true),
    'major',
    ['<ev-evse-pie> member "includeOffline" was `boolean`, and is `readonly boolean`.'],
  ],
  [
    'a method that takes more',
    after =>
      named(of(after, 'ev-evse-map').members, 'show').parameters.push({
        name: 'time',
        type: { text: 'number' },
      }),
    'major',
    [
      '<ev-evse-map> member "show" was `(place: MapPlace) => void`, and is `(place: MapPlace, time: number) => void`.',
    ],
  ],
  [
    'an event that is gone',
    after => without(of(after, 'ev-station-list').events, 'ev-tab-change'),
    'major',
    ['<ev-station-list> event "ev-tab-change" is gone.'],
  ],
  [
    'a detail that tells less, and more',
    after => (named(of(after, 'TabChangeEvent').members, 'detail').type.text = '{ name: ListTab }'),
    'major',
    ['TabChangeEvent field "tab" is gone.', 'TabChangeEvent field "name" is new.'],
  ],
  [
    'a detail that tells more',
    after =>
      (named(of(after, 'TabChangeEvent').members, 'detail').type.text = '{ tab: ListTab; by?: string }'),
    'minor',
    ['TabChangeEvent field "by" is new.'],
  ],
  [
    'a detail that may lack a field',
    after => (named(of(after, 'TabChangeEvent').members, 'detail').type.text = '{ tab?: ListTab }'),
    'major',
    ['TabChangeEvent field "tab" was `ListTab`, and is `optional ListTab`.'],
  ],
  [
    'a slot that is renamed',
    after => (of(after, 'ev-panel').slots[0].name = 'view'),
    'major',
    ['<ev-panel> slot "" is gone.', '<ev-panel> slot "view" is new.'],
  ],
  [
    'a part that is gone',
    after => without(of(after, 'ev-panel').cssParts, 'age'),
    'major',
    ['<ev-panel> part "age" is gone.'],
  ],
  [
    'a CSS property that is renamed',
    after => (named(of(after, 'ev-panel').cssProperties, '--ev-gap').name = '--ev-space'),
    'major',
    ['<ev-panel> CSS property "--ev-gap" is gone.', '<ev-panel> CSS property "--ev-space" is new.'],
  ],
  [
    'a state that is new',
    after => of(after, 'ev-panel').cssStates.push({ name: 'expanded' }),
    'minor',
    ['<ev-panel> state "expanded" is new.'],
  ],
];

for (const [title, change, level, told] of CASES) {
  test(`${title} asks for a ${level} version`, () => {
    const after = JSON.parse(text);
    change(after);
    const changes = changesBetween(JSON.parse(text), after);
    assert.deepEqual(
      changes.map(each => each.text),
      told,
    );
    assert.equal(levelOf(changes), level);
  });
}
