const HOUR = 3600 * 1000;

/** The share of EVSEs in use at each full local hour: quiet nights, a rise to work, a peak when people come home. */
const IN_USE = [
  0.17, 0.15, 0.13, 0.12, 0.11, 0.11, 0.12, 0.15, 0.2, 0.25, 0.27, 0.27, 0.26, 0.25, 0.25, 0.26, 0.28, 0.32,
  0.35, 0.36, 0.34, 0.3, 0.25, 0.2,
];

/**
 * The share of EVSEs in use at a place, by its own hour of day.
 * @param {number} now epoch milliseconds
 * @param {number} longitude degrees; the sun's time is near enough to the clock's
 * @returns {number} 0 to 1
 */
export function shareInUse(now, longitude) {
  const hour = (((now / HOUR + longitude / 15) % 24) + 24) % 24;
  const before = Math.floor(hour);
  const between = hour - before;
  return IN_USE[before] * (1 - between) + IN_USE[(before + 1) % 24] * between;
}
