import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { filterGrayscale, converter, rgb } from 'culori';

import { readStatusWord } from '../../src/model/status-words.ts';
import { EVSE_STATUSES } from '../../src/model/statuses.ts';
import { languageIn, localizeFor } from '../../src/messages/nearest-language.ts';
import { downloadMessages } from '../../src/messages/catalogues.ts';
import { SECTIONS } from '../../src/render/shared/sections.ts';
import { lookOf } from '../../src/render/shared/status-look.ts';
import { difference, VISIONS } from '../support/color-vision.ts';
import { PAGES, codesIn, tableOf } from '../support/docs.mjs';

test('docs/requirements.md reads each status word as the library does, in its order', () => {
  const page = PAGES.get('docs/requirements.md');
  const rows = tableOf(page, 'From', ...EVSE_STATUSES);
  for (const [from, ...cells] of rows)
    cells.forEach((cell, index) => {
      for (const word of cell
        .replace(/;.*/, '')
        .split(', ')
        .filter(word => word !== 'nothing yet')) {
        const read = readStatusWord(word);
        assert.deepEqual([read.status, read.isKnown], [EVSE_STATUSES[index], true], `${from}: ${word}`);
      }
    });
  const [, order] = /is as its highest connector in this order: ([^.]*), nothing\./.exec(page);
  const words = order.replaceAll('\n', ' ').split(', ');
  const ranks = words.map(word => readStatusWord(word).rank);
  assert.deepEqual(
    ranks,
    ranks.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(ranks).size, 10);
  assert.ok(ranks.at(-1) > readStatusWord('').rank);
});

test('docs/columns.md has every column, with its type and how many entries it has, in their order', () => {
  const page = PAGES.get('docs/columns.md');
  const source = readFileSync('src/model/columns/layout.ts', 'utf8');
  const [, list] = /const COLUMNS = \[\n([^]*?)\n\] as const/.exec(source);
  const columns = [...list.matchAll(/\['(\w+)', (\w+)Array, '(\w+)'(?:, '(\w+)')?\]/g)].map(
    ([, name, type, part, since]) => [name, type.toLowerCase(), part, since ?? 'EVCOLS01'],
  );
  const counted = Object.fromEntries(
    tableOf(page, 'offset', 'type', 'what')
      .map(([, , what]) => /^(\w): how many (.*)$/.exec(what))
      .filter(Boolean)
      .map(([, letter, of]) => [letter, { 'bytes of text': 'textBytes', EVSEs: 'evses' }[of] ?? of]),
  );
  const described = tableOf(page, 'column', 'type', 'entries', 'what').flatMap(
    ([names, type, entries, what]) =>
      codesIn(names).map(name => [
        name,
        type,
        counted[entries[0]],
        what.includes('`EVCOLS02` only') ? 'EVCOLS02' : 'EVCOLS01',
      ]),
  );
  assert.deepEqual(described, columns);
});

const toLab = converter('lab65');
/** How colours are seen, by the rows of the page's table. */
const SEEN = {
  ...Object.fromEntries(Object.entries(VISIONS).map(([vision, seen]) => [vision, [seen]])),
  "grey: the same lightness, or a screen's": [
    color => converter('rgb')({ ...toLab(color), a: 0, b: 0 }),
    filterGrayscale(1),
  ],
};

/** The smallest difference between two statuses of one pie as a vision sees them. */
function smallestDifference(dimensions, scheme, visions) {
  const differences = dimensions.flatMap(dimension => {
    const { statuses } = SECTIONS[dimension];
    return visions.flatMap(seen => {
      const shown = statuses.map(status => seen(rgb(lookOf(dimension, status, statuses).color[scheme])));
      return shown.flatMap((color, index) => shown.slice(index + 1).map(other => difference(color, other)));
    });
  });
  return Math.min(...differences);
}

test('R22: docs/accessibility.md has the smallest differences between the default colours', () => {
  const heads = ['seen in', 'four statuses, light', 'four, dark', 'last message (five), light', 'five, dark'];
  const rows = tableOf(PAGES.get('docs/accessibility.md'), ...heads);
  assert.deepEqual(
    rows.map(([vision]) => vision),
    Object.keys(SEEN),
  );
  for (const [vision, ...stated] of rows) {
    const computed = [['connection', 'evse', 'station'], ['last-message']].flatMap(dimensions =>
      ['light', 'dark'].map(scheme => smallestDifference(dimensions, scheme, SEEN[vision]).toFixed(1)),
    );
    assert.deepEqual(stated, computed, vision);
  }
});

test('R31: docs/languages.md has each language that there is, by its code', async () => {
  const rows = tableOf(PAGES.get('docs/languages.md'), '`lang`', 'language', '`lang`', 'language');
  const told = rows.flatMap(([codes, name, others, other]) => [
    [codesIn(codes), name],
    [codesIn(others), other],
  ]);
  const [, list] = /const MESSAGES[^{]*\{([^}]*)\}/.exec(readFileSync('src/messages/catalogues.ts', 'utf8'));
  const languages = ['en', ...[...list.matchAll(/^ *(\w+):/gm)].map(([, code]) => code)];
  const english = new Intl.DisplayNames('en', { type: 'language' });
  for (const [codes, name] of told.filter(([codes]) => codes.length > 0))
    for (const code of codes) {
      const { language } = languageIn(code);
      await downloadMessages(language);
      assert.ok(languages.includes(language), code);
      assert.ok(english.of(code).startsWith(name), `${code}: ${name}`);
      assert.equal(localizeFor(code).term('refresh') === 'Refresh', language === 'en', code);
    }
  assert.deepEqual(
    [...new Set(told.flatMap(([codes]) => codes).map(code => languageIn(code).language))].sort(),
    languages.sort(),
  );
});
