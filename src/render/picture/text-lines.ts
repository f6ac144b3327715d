/** The longest beginning of a word that has room; one character at least. */
function beginningOf(word: string, room: number, widthOf: (text: string) => number): string {
  const characters = [...word];
  let count = 1;
  while (count < characters.length && widthOf(characters.slice(0, count + 1).join('')) <= room) count += 1;
  return characters.slice(0, count).join('');
}

/**
 * A text in lines that have room, broken between words, and within a word that is longer than a line.
 * @param room how wide a line may be
 * @param widthOf how wide a text is
 */
export function textLines(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer) <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    while (widthOf(word) > room && [...word].length > 1) {
      const beginning = beginningOf(word, room, widthOf);
      lines.push(beginning);
      word = word.slice(beginning.length);
    }
    line = word;
  }
  return line ? [...lines, line] : lines;
}
