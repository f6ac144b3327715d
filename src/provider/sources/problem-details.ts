import { isFields } from '../../model/fields.js';

/** Characters of a server's own words that are told. */
const MOST_TOLD = 300;

/**
 * What a server says of why it refused (RFC 9457), as text.
 * @returns undefined where it says nothing that is meant for people
 */
export async function problemDetail(response: Response): Promise<string | undefined> {
  const type = response.headers.get('Content-Type')?.split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/problem+json') return undefined;
  try {
    const problem: unknown = await response.json();
    const said = isFields(problem) ? (problem.detail ?? problem.title) : undefined;
    return typeof said === 'string' && said !== '' ? said.slice(0, MOST_TOLD) : undefined;
  } catch {
    return undefined;
  }
}
