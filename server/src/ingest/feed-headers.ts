import { readFile } from 'node:fs/promises';

/**
 * The headers of a feed's requests, JSON in a file: `{ "Authorization": "Token …" }`. It is read for each of them, so that a token can be renewed.
 * @throws Error that names the file, and nothing of what is in it
 */
export function headersIn(file: string): () => Promise<Record<string, string>> {
  return async () => {
    const text = await readFile(file, 'utf8');
    try {
      return JSON.parse(text) as Record<string, string>;
    } catch {
      // The parser's own words, which would be the cause, may hold part of a token.
      throw new TypeError(`${file} cannot be read as JSON; expected {"Authorization": "…"}`);
    }
  };
}
