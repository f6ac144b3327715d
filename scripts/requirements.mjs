import { readdirSync, readFileSync } from 'node:fs';

import { NODE_TESTS, testFiles } from './node-tests.mjs';

/**
 * Prints each requirement of docs/requirements.md with the number of tests whose titles begin with its number, in all and in
 * a real browser; fails where one has none in a browser.
 */
const requirements = [...readFileSync('docs/requirements.md', 'utf8').matchAll(/^- \*\*(R\d+)\*\* (.*)$/gm)];

const titlesIn = file =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:it|test)(?:\.\w+)?\(\s*(['"`])(.*?)\1/gs)].map(
    ([, , title]) => title,
  );

/** The numbers that a title begins with: `R15, R16: …`, `R15 R16: …`, `R15, WCAG 1.4.3: …`. */
const proven = title => (/^((?:R\d+[ ,]*)+)(?:WCAG [\d., ]+)?:/.exec(title)?.[1] ?? '').match(/R\d+/g) ?? [];

const inNode = new Set([...NODE_TESTS, 'test/node', 'test/repository'].flatMap(testFiles));
const counts = new Map(requirements.map(([, number]) => [number, { all: 0, inBrowser: 0 }]));
// Stories and others share tests, which stand in files of their own.
const files = readdirSync('test', { recursive: true }).filter(file => /\.(ts|mjs)$/.test(file));
for (const file of files.map(file => `test/${file}`)) {
  for (const number of titlesIn(file).flatMap(proven)) {
    const count = counts.get(number);
    if (!count) continue;
    count.all++;
    if (!inNode.has(file)) count.inBrowser++;
  }
}

if (counts.size === 0) {
  console.error('docs/requirements.md has no line of the form "- **R1** …".');
  process.exit(1);
}
console.log('Tests  In a browser  Requirement');
for (const [, number, text] of requirements) {
  const { all, inBrowser } = counts.get(number);
  console.log(
    `${String(all).padStart(5)}  ${String(inBrowser).padStart(12)}  ${number.padEnd(4)}${text.slice(0, 88)}`,
  );
}
const missing = [...counts].filter(([, { inBrowser }]) => inBrowser === 0).map(([number]) => number);
if (missing.length > 0) {
  console.error(`No browser test's title begins with ${missing.join(', ')}.`);
  process.exit(1);
}
