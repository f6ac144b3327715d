import { readdirSync, readFileSync } from 'node:fs';

/**
 * Prints each requirement of docs/requirements.md with the number of tests whose titles begin with its number; fails where
 * one has none.
 */
const requirements = [...readFileSync('docs/requirements.md', 'utf8').matchAll(/^- \*\*(R\d+)\*\* (.*)$/gm)];
const titles = readdirSync('test', { recursive: true })
  .filter(file => /\.(ts|mjs)$/.test(file))
  .flatMap(file => [
    ...readFileSync(`test/${file}`, 'utf8').matchAll(/\b(?:it|test)(?:\.\w+)?\(\s*(['"`])(.*?)\1/gs),
  ])
  .map(([, , title]) => title);

/** The numbers that a title begins with: `R15, R16: …`, `R15 R16: …`. */
const proven = title => (/^((?:R\d+[ ,]*)+):/.exec(title)?.[1] ?? '').match(/R\d+/g) ?? [];
const counts = new Map(requirements.map(([, number]) => [number, 0]));
for (const number of titles.flatMap(proven)) {
  if (counts.has(number)) counts.set(number, counts.get(number) + 1);
}

if (counts.size === 0) {
  console.error('docs/requirements.md has no line of the form "- **R1** …".');
  process.exit(1);
}
console.log('Tests  Requirement');
for (const [, number, text] of requirements) {
  console.log(`${String(counts.get(number)).padStart(5)}  ${number.padEnd(4)}${text.slice(0, 100)}`);
}
const missing = [...counts].filter(([, count]) => count === 0).map(([number]) => number);
if (missing.length > 0) {
  console.error(`No test's title begins with ${missing.join(', ')}.`);
  process.exit(1);
}
