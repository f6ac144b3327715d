import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = file => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const { modules } = JSON.parse(read('custom-elements.json'));
const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

const codesIn = cell => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

test("R25: README's table has each element with its attributes, and no other", () => {
  const rows = read('README.md')
    .split('\n')
    .filter(line => line.startsWith('| `ev-'))
    .map(line => line.split('|'));
  const told = rows.flatMap(([, tags, , attributes]) =>
    codesIn(tags).map(tag => [tag, codesIn(attributes).sort()]),
  );
  const described = elements.map(({ tagName, attributes = [] }) => [
    tagName,
    attributes.map(({ name }) => name).sort(),
  ]);
  assert.deepEqual(told.sort(), described.sort());
});
