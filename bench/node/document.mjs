import { format } from 'prettier';

import { markdownReport } from './report.mjs';

const START = '<!-- measured: written by `npm run bench` -->';
const END = '<!-- /measured -->';

/**
 * Puts what was measured between a document's markers.
 * @throws {Error} where the markers are not there
 */
export async function intoDocument(text, run) {
  const [from, to] = [text.indexOf(START), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The document has no "${START}" before "${END}".`);
  const written = `${text.slice(0, from)}${START}\n\n${markdownReport(run)}\n\n${text.slice(to)}`;
  return format(written, { parser: 'markdown', printWidth: 110 });
}
