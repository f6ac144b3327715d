import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import * as events from '../../src/elements/events.ts';
import { declaredIn, fieldsOf } from '../support/declarations.mjs';
import { PAGES, codesIn, foundIn, proseOf, tableOf, wrongOf } from '../support/docs.mjs';

const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
const namesOf = kind => new Set(elements.flatMap(element => (element[kind] ?? []).map(({ name }) => name)));

const embedding = PAGES.get('docs/embedding.md');

test('R25: every element and event that a page names is in the manifest', () => {
  const known = new Set([...elements.map(({ tagName }) => tagName), ...namesOf('events')]);
  const named = foundIn(/(?<![\w/@-])(?:on)?ev-(?!widgets\b)[a-z]+(?:-[a-z]+)*/g);
  assert.ok(named.length > 100);
  assert.deepEqual(
    wrongOf(named, ([name]) => known.has(name.replace(/^on/, ''))),
    [],
  );
});

test('R25: every part and state that a page names is of an element in the manifest', () => {
  const parts = foundIn(/(?:(ev-[a-z-]+)[^\s{]*)?(?:::part\(|\bpart=")([a-z-]+)/g);
  const states = foundIn(/(ev-[a-z-]+)?:state\(([a-z-]+)/g);
  assert.ok(parts.length > 8 && states.length > 0);
  for (const [kind, named] of [
    ['cssParts', parts],
    ['cssStates', states],
  ])
    assert.deepEqual(
      wrongOf(named, ([, tag, name]) =>
        elements.some(
          element => (!tag || element.tagName === tag) && element[kind]?.some(each => each.name === name),
        ),
      ),
      [],
    );
});

test('R25: every attribute that a page gives a value is of an element in the manifest, or of HTML', () => {
  const known = new Set([...namesOf('attributes'), 'allow', 'lang', 'part', 'rel', 'sandbox']);
  const named = foundIn(/`([a-z]+(?:-[a-z]+)*)="[^"`]*"`/g, proseOf);
  assert.ok(named.length > 10);
  assert.deepEqual(
    wrongOf(named, ([, name]) => known.has(name)),
    [],
  );
});

test('R25: every CSS property that a page names is in the manifest, and theming has all of them with what they are by themselves', () => {
  const initial = new Map(
    elements.flatMap(({ cssProperties }) => cssProperties.map(each => [each.name, each.default])),
  );
  const named = foundIn(/--ev-[a-z0-9-]+(?![a-z0-9<-])/g);
  assert.ok(named.length > 10);
  assert.deepEqual(
    wrongOf(named, ([name]) => initial.has(name)),
    [],
  );
  const theming = PAGES.get('docs/theming.md');
  const told = new Map();
  for (const [property, , value] of tableOf(theming, 'property', 'what it is', 'by itself'))
    told.set(codesIn(property)[0], codesIn(value)[0]);
  for (const [dimension, statuses, light, dark] of tableOf(
    theming,
    'dimension',
    'statuses',
    'in light',
    'in dark',
  ))
    codesIn(statuses).forEach((status, index) =>
      told.set(
        `--ev-color-${codesIn(dimension)[0]}-${status}`,
        `light-dark(${codesIn(light)[index]}, ${codesIn(dark)[index]})`,
      ),
    );
  // Which fonts a system has is for nobody to remember.
  told.set('--ev-font-family', initial.get('--ev-font-family'));
  assert.match(theming, /`--ev-patterns: 1`/);
  told.set('--ev-patterns', initial.get('--ev-patterns'));
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(initial));
});

test('R25: the table of events has each of them, whether it can be prevented, and what it tells', () => {
  const details = declaredIn('src/elements/events.ts');
  const state = declaredIn('src/provider/data-provider.ts').get('DataState');
  const made = Object.entries(events).map(([name, Event]) => {
    const [{ types }] = details.get(name).heritageClauses;
    const type = types[0].typeArguments[0].getText();
    return [new Event({}), type === 'DataState' ? state : details.get(type)];
  });
  const rows = tableOf(embedding, 'event', 'when', 'detail').map(([event, , detail]) => [
    codesIn(event)[0],
    { isCancelable: event.includes('cancelable'), detail },
  ]);
  assert.deepEqual(rows.map(([name]) => name).sort(), [...namesOf('events')].sort());
  for (const [event, detail] of made) {
    const row = new Map(rows).get(event.type);
    assert.deepEqual(
      [event.bubbles, event.composed, event.cancelable],
      [true, true, row.isCancelable],
      event.type,
    );
    const [, told] = /`\{ (.*) \}`/.exec(row.detail) ?? [];
    // The overview's state is told of where it is set again.
    if (event.type === 'ev-state-change') continue;
    const names = told
      .replace(/\{.*\}/, '')
      .split(/[,:]/)
      .map(name => name.trim())
      .filter(Boolean);
    const isAll = !names.includes('…');
    const fields = fieldsOf(detail);
    assert.deepEqual(
      isAll ? names.toSorted() : names.filter(name => name !== '…' && !fields.includes(name)),
      isAll ? fields.toSorted() : [],
      event.type,
    );
  }
});

test('R25: coding assistants are told which properties are not attributes, and hosts of every method', () => {
  const [, told] = /^- Properties are not attributes: (.*?) are set in script/m.exec(
    PAGES.get('docs/coding-assistants.md'),
  );
  const settable = elements
    .flatMap(({ members }) => members)
    .filter(({ kind, attribute, readonly }) => kind === 'field' && !attribute && !readonly);
  assert.deepEqual(codesIn(told).sort(), [...new Set(settable.map(({ name }) => name))].sort());
  const methods = elements.flatMap(({ members }) => members).filter(({ kind }) => kind === 'method');
  const all = [...PAGES.values()].join('\n');
  for (const { name } of methods) assert.ok(all.includes(`\`${name}(`), name);
});
