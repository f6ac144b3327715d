import { parseArgs } from 'node:util';

export const USAGE = `npm run bench -- [options]

  --quick          a smoke run: 10,000 locations in cities, few samples, a short stream; writes no file
  --only NAME      one measurement (repeat for several); writes no file
  --seconds N      how long the stream of changes at a million runs (default 25)
  --json           JSON on standard output in place of the table`;

const WHOLE = {
  sizes: [10_000, 100_000, 1_000_000],
  networks: ['city', 'uniform'],
  seconds: 25,
  box: 1200,
  rounds: 5,
};
const QUICK = { sizes: [10_000], networks: ['city'], seconds: 3, box: 300, rounds: 1 };

/**
 * What to measure.
 * @param {string[]} args of the command line
 * @param {string[]} names of the measurements there are
 * @throws {Error} that names what cannot be understood
 */
export function readArguments(args, names) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      seconds: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { quick, json, only, help } = values;
  const unknown = only.find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new Error(`--only is "${unknown}"; expected one of ${names.join(', ')}.`);
  }
  const settings = { ...(quick ? QUICK : WHOLE) };
  if (values.seconds !== undefined) {
    settings.seconds = Number(values.seconds);
    if (!(settings.seconds > 0)) {
      throw new Error(`--seconds is "${values.seconds}"; expected a number above 0.`);
    }
  }
  const chosen = only.length > 0 ? only : names;
  return { help, json, settings, chosen, isWhole: !quick && only.length === 0 };
}
