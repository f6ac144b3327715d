import type { Localize, TextKey } from '../../messages/localize.js';

/** The name of a control that several views have, told apart by what it is of: `Help: Online EVSE Status`. */
export function namedOf(localize: Localize, name: TextKey, view: string): string {
  return view ? localize.term('captioned', localize.term(name), view) : localize.term(name);
}
