import { sayFrom } from './reason.js';

/** English, of why changes could not be taken. */
export const enChanges = {
  changeNotTaken: (reason: string) => `A change could not be taken (${reason}).`,
  changeLost: (reason: string) => `A change could not be taken (${reason}). The network is loaded anew.`,
  changesTooFast: 'Changes came faster than they can be taken; the network is loaded anew.',
};

export const say = sayFrom(enChanges);
