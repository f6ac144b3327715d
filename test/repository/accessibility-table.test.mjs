import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** The files that a row of docs/accessibility.md names, by the number of its criterion. */
const rows = new Map(
  [
    ...readFileSync('docs/accessibility.md', 'utf8').matchAll(/^\| (\d\.\d\.\d+) [^|]*\|[^|]*\|([^|]*)\|$/gm),
  ].map(([, criterion, cell]) => [criterion, [...cell.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file)]),
);

/** The criteria that titles of tests in a file say that they prove: `WCAG 1.4.11, 2.4.7: …`. */
function provedBy(file) {
  const titles = [...readFileSync(file, 'utf8').matchAll(/\bit\(\s*(['"`])(.*?)\1,/gs)].map(
    ([, , title]) => title,
  );
  return titles.flatMap(title => {
    const [, listed = ''] = /WCAG ((?:\d\.\d\.\d+(?:, )?)+)/.exec(title) ?? [];
    return listed.split(', ').filter(Boolean);
  });
}

const files = readdirSync('test', { recursive: true })
  .map(file => `test/${file}`)
  .filter(file => file.endsWith('.test.ts'));

test('the table of WCAG criteria has rows, each with tests', () => {
  assert.ok(rows.size >= 15);
  for (const [criterion, named] of rows) assert.notEqual(named.length, 0, criterion);
});

test('each file that the table of WCAG criteria names is there, and has a test whose title names the criterion', () => {
  const wrong = [...rows].flatMap(([criterion, named]) =>
    named
      .filter(file => !existsSync(file) || !provedBy(file).includes(criterion))
      .map(file => `${criterion}: ${file}`),
  );
  assert.deepEqual(wrong, []);
});

test('each test whose title names a WCAG criterion is of a file that the table names for it', () => {
  const missing = files.flatMap(file =>
    [...new Set(provedBy(file))]
      .filter(criterion => !rows.get(criterion)?.includes(file))
      .map(criterion => `${criterion}: ${file}`),
  );
  assert.deepEqual(missing, []);
});
