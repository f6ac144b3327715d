import { isFields } from '../model/fields.js';
import { say } from '../model/server-reasons.js';
import type { Expected } from './remote-answers.js';

function isListOf(body: unknown, matches: (each: unknown) => boolean): boolean {
  return Array.isArray(body) && body.every(matches);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function isStatusCounts(value: unknown): boolean {
  return isFields(value) && Object.values(value).every(isNumber);
}

function isStation(value: unknown): boolean {
  return isFields(value) && typeof value.id === 'string' && isListOf(value.evses, isFields);
}

/** What a server answers to each question (docs/protocol.md), as far as views cannot do without. */
export const COUNTS: Expected = {
  words: '{ total, byStatus }',
  matches: body => isFields(body) && isNumber(body.total) && isStatusCounts(body.byStatus),
};
export const ITEMS: Expected = {
  words: say('mapItems'),
  matches: body =>
    isListOf(
      body,
      item =>
        isFields(item) && isNumber(item.longitude) && isNumber(item.latitude) && isStatusCounts(item.counts),
    ),
};
export const LOCATION: Expected = {
  words: say('locationWithStations'),
  matches: body => isFields(body) && isListOf(body.stations, isStation),
  isOptional: true,
};
export const PAGE: Expected = {
  words: '{ stations, total }',
  matches: body => isFields(body) && isListOf(body.stations, isStation) && isNumber(body.total),
};
export const BOUNDS: Expected = {
  words: say('boundsOrNull'),
  matches: body => body === null || (isListOf(body, isNumber) && (body as unknown[]).length === 4),
};
export const TREND: Expected = {
  words: say('pointList'),
  matches: body =>
    isListOf(
      body,
      point => isFields(point) && isFields(point.counts) && Object.values(point.counts).every(isStatusCounts),
    ),
};
export const FACETS: Expected = {
  words: say('facetList'),
  matches: body => isListOf(body, facet => isFields(facet) && typeof facet.value === 'string'),
};
