import { wrapLongitude } from './mercator.js';
import type { Part } from './reason.js';
import { say } from './record-reasons.js';

/** Degrees, longitude within ±180. */
export interface Position {
  longitude: number;
  latitude: number;
}

/**
 * A position as a map can use it: longitude wrapped into ±180.
 * @returns undefined where there is none: missing, not finite, latitude past ±90, or exactly (0,0), which feeds send for "not known"
 */
export function usablePosition(latitude: unknown, longitude: unknown): Position | undefined {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude) || Math.abs(latitude) > 90) return undefined;
  if (latitude === 0 && longitude === 0) return undefined;
  return { latitude, longitude: wrapLongitude(longitude) };
}

/** What is wrong with a position that a map cannot use. */
export function positionProblem(
  latitude: unknown,
  longitude: unknown,
): { field: 'latitude' | 'longitude'; value: unknown; expected: Part } {
  if (usablePosition(latitude, 1) === undefined)
    return { field: 'latitude', value: latitude, expected: say('latitude') };
  if (usablePosition(1, longitude) === undefined)
    return { field: 'longitude', value: longitude, expected: say('longitude') };
  return {
    field: 'latitude',
    value: latitude,
    expected: say('placeNotZero'),
  };
}
