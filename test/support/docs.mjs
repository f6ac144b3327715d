import { readdirSync, readFileSync } from 'node:fs';

const markdownIn = folder =>
  readdirSync(folder)
    .filter(file => file.endsWith('.md'))
    .map(file => `${folder}/${file}`);

/** What users and contributors are told, by file. */
export const PAGES = new Map(
  ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'llms.txt', 'server/README.md', ...markdownIn('docs')].map(
    file => [file, readFileSync(file, 'utf8')],
  ),
);

const BLOCK = /^( *)```(\w*)\n([^]*?)^\1```$/gm;

/** The blocks of code on a page in these languages. */
export const blocksIn = (page, ...languages) =>
  [...page.matchAll(BLOCK)]
    .filter(([, , language]) => languages.includes(language))
    .map(([, , , code]) => code);

/** The sentences and tables of a page. */
export const proseOf = page => page.replace(BLOCK, '');

/** What stands between backticks in a text. */
export const codesIn = text => [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);

const cellsOf = line =>
  line
    .split('|')
    .map(cell => cell.trim())
    .slice(1, -1);

/** The rows of the table on a page that has these heads, as lists of cells. */
export function tableOf(page, ...heads) {
  const lines = page.split('\n');
  const start = lines.findIndex(line => line.startsWith('|') && cellsOf(line).join() === heads.join());
  if (start < 0) throw new Error(`There is no table with the heads ${heads.join(', ')}.`);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end < 0 ? undefined : end).map(cellsOf);
}

/** What a pattern finds on all pages, each with its page. */
export const foundIn = (pattern, textOf = page => page) =>
  [...PAGES].flatMap(([file, page]) => [...textOf(page).matchAll(pattern)].map(match => ({ file, match })));

/** Those of what was found that do not hold, as `page: text`. */
export const wrongOf = (all, holds) =>
  all.filter(({ match }) => !holds(match)).map(({ file, match: [text] }) => `${file}: ${text}`);
