/** Numbers as https://semver.org has them, without what comes after a `-` or `+`. */
function numbersOf(version) {
  const [, ...numbers] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  if (numbers.length === 0)
    throw new Error(`"${version}" is no version; expected three numbers, as in 1.0.0.`);
  return numbers.map(Number);
}

/**
 * The least version that may follow one. Before 1.0.0 what breaks is a minor version and what is new a patch, as `^0.1.0` takes it.
 * @param {string} version
 * @param {'patch' | 'minor' | 'major'} level
 */
export function nextVersion(version, level) {
  const [major, minor, patch] = numbersOf(version);
  const steps = ['major', 'minor', 'patch'];
  const step = Math.min(2, steps.indexOf(level) + (major === 0 ? 1 : 0));
  return [
    [major + 1, 0, 0],
    [major, minor + 1, 0],
    [major, minor, patch + 1],
  ][step].join('.');
}

/** Whether a version comes before another. */
export function isBefore(version, other) {
  const numbers = numbersOf(version);
  const others = numbersOf(other);
  const index = numbers.findIndex((number, at) => number !== others[at]);
  return index >= 0 && numbers[index] < others[index];
}
