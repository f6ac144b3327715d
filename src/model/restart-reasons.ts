import type { Amount } from './amounts.js';
import { sayFrom } from './reason.js';

/** English, of why what was lost is not started again. */
export const enRestarts = {
  workerLostOften: (reason: string, times: Amount, minutes: Amount) =>
    `${reason} That was the ${times.text}th time within 10 minutes: it is not started again for ${minutes.text} min.`,
};

export const say = sayFrom(enRestarts);
