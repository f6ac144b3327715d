/** Reads CSV as RFC 4180 says it, character by character: the oracle of what is written. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, isQuoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else isQuoted = false;
    } else if (char === '"') {
      if (cell !== '') throw new Error(`A quote within a bare cell at ${at}.`);
      isQuoted = true;
    } else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\r' && text[at + 1] === '\n') {
      at++;
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    } else if (char === '\r' || char === '\n') {
      throw new Error(`A bare line break at ${at}.`);
    } else {
      cell += char;
    }
  }
  if (isQuoted || cell !== '' || row.length > 0) throw new Error('The last line does not end.');
  return rows;
}
