import { isFields, shown } from '../model/fields.js';

/** What a host's source rejected with, as an Error: it may be anything, and an Error of another frame is none of this one's. */
export function errorOf(rejection: unknown): Error {
  if (rejection instanceof Error) return rejection;
  const said = isFields(rejection) ? rejection.message : rejection;
  const message =
    typeof said === 'string' && said !== ''
      ? said
      : `The source rejected with ${shown(rejection)}; expected an Error.`;
  return new Error(message, { cause: rejection });
}
