import { isFields } from '../../model/fields.js';
import type { Part, Reason } from '../../model/reason.js';

/** Characters of a server's own words that are told. */
const MOST_TOLD = 300;

/**
 * What a server says of why it refused (RFC 9457), as text.
 * @returns with its reason where the server gives one; undefined where it says nothing that is meant for people
 */
export async function problemDetail(response: Response): Promise<Part | undefined> {
  const type = response.headers.get('Content-Type')?.split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/problem+json') return undefined;
  try {
    const problem: unknown = await response.json();
    const said = isFields(problem) ? (problem.detail ?? problem.title) : undefined;
    if (!isFields(problem) || typeof said !== 'string' || said === '') return undefined;
    const message = said.slice(0, MOST_TOLD);
    const { reason } = problem;
    return isFields(reason) ? { message, reason: reason as unknown as Reason } : message;
  } catch {
    return undefined;
  }
}
