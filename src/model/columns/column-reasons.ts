import { sayFrom } from '../reason.js';

/** English, of why columns could not be read. */
export const enColumns = {
  columnsBegin: (start: string, expected: string) => `The columns begin with ${start}; expected ${expected}.`,
  columnsShort: (bytes: string, header: string) =>
    `The columns are ${bytes} bytes; expected a header of ${header}.`,
  columnsLength: (bytes: string, expected: string) =>
    `The columns are ${bytes} bytes; their header makes ${expected}.`,
  columnFalls: (column: string, end: string, least: string) =>
    `The columns' ${column} is ${end}; expected ${least} or more.`,
  columnOwns: (column: string, end: string, expected: string, part: string) =>
    `The columns' ${column} ends at ${end}; expected ${expected}, how many ${part} there are.`,
  columnEnds: (column: string, end: string, most: string) =>
    `The columns' ${column} ends at ${end}; expected at most ${most}.`,
};

export const say = sayFrom(enColumns);
