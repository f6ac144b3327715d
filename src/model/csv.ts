/** With one of these a formula begins; East Asian spreadsheets take the full-width signs too. */
const SIGN = '[=+\\-@＝＋－＠]';
/** What spreadsheets pass over before it: white space, and characters that are not seen. */
const UNSEEN = '[\\s\\p{C}]*';
const LEADING = new RegExp(`^(?:${UNSEEN}${SIGN}|[\\t\\r\\n])`, 'u');
/** Where a spreadsheet that separates cells by something else than commas, and so takes no notice of the quotes, begins another one. */
const INNER = new RegExp(`(?<=[;|\\t\\r\\n]${UNSEEN})${SIGN}`, 'gu');
const NEEDS_QUOTES = /[",\r\n]/;

function cell(value: string): string {
  const inner = value.replace(INNER, "'$&");
  const safe = LEADING.test(value) ? `'${inner}` : inner;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV (RFC 4180: CRLF, quotes doubled). What a spreadsheet would take for a formula is led by an apostrophe, as OWASP
 * advises: the texts come from outside.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');
}
