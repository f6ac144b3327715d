import { LAST_ZOOM } from '../../../src/model/map-tiles.js';
import { DIMENSIONS, MAP_DIMENSIONS } from '../../../src/model/statuses.js';
import { FACETS } from '../../../src/model/scope.js';
import { FILTER_FIELDS } from '../answers/station-lists.js';

/** Characters of a text, and texts of a list, at most. */
const TEXT = { type: 'string', maxLength: 1000 } as const;
const TEXTS = { type: 'array', items: TEXT, maxItems: 10_000 } as const;

const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const LISTS = Object.fromEntries(FILTER_FIELDS.map(field => [field, TEXTS]));

const SCOPE = object({ country: TEXTS, operator: TEXTS });
const FILTER = object({ ...LISTS, troubleFor: { type: 'number', minimum: 0 } });
const SORT = object({ by: TEXT, descending: { type: 'boolean' }, language: TEXT }, ['by']);

/** Parts of a query that are JSON. */
export const JSON_PARTS = ['scope', 'filter', 'sort'] as const;

const query = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties: { ...properties, scope: SCOPE },
  required,
});

const one = (name: string, values: readonly string[]) =>
  object({ [name]: { type: 'string', enum: values } }, [name]);
const place = (maximum: number) => ({ type: 'integer', minimum: 0, maximum });

/** What each question is checked by. */
export const SCHEMAS = {
  counts: {
    params: one('dimension', DIMENSIONS),
    querystring: query({ includeOffline: { type: 'boolean' } }),
  },
  map: {
    params: object(
      {
        dimension: { type: 'string', enum: MAP_DIMENSIONS },
        zoom: place(LAST_ZOOM),
        z: place(LAST_ZOOM),
        x: place(2 ** LAST_ZOOM - 1),
        y: place(2 ** LAST_ZOOM - 1),
      },
      ['dimension', 'zoom', 'z', 'x', 'y'],
    ),
    querystring: query({}),
  },
  location: { querystring: query({ id: TEXT }, ['id']) },
  stations: {
    querystring: query({
      filter: FILTER,
      search: TEXT,
      sort: SORT,
      cursor: TEXT,
      limit: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 },
    }),
  },
  bounds: { querystring: query({}) },
  trend: { params: one('dimension', DIMENSIONS), querystring: query({ from: { type: 'number' } }) },
  facets: { params: one('facet', FACETS), querystring: query({}) },
} as const;
