import { ExplainedError } from '../model/explained-error.js';
import { isFields, shownPart } from '../model/fields.js';
import { say } from '../model/load-reasons.js';

/** What a host's source rejected with, as an Error: it may be anything, and an Error of another frame is none of this one's. */
export function errorOf(rejection: unknown): Error {
  if (rejection instanceof Error) return rejection;
  const said = isFields(rejection) ? rejection.message : rejection;
  const options = { cause: rejection };
  if (typeof said === 'string' && said !== '') return new Error(said, options);
  return new ExplainedError(say('sourceRejected', shownPart(rejection)), options);
}
