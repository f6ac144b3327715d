import { LIST_TABS } from '../model/list-tabs.js';
import type { ListTab } from '../model/list-tabs.js';
import { isFields, isTexts, shown } from '../model/fields.js';
import type { Fields } from '../model/fields.js';
import { isLastMessageStatus } from '../model/last-message.js';
import { DIMENSIONS, MAP_DIMENSIONS } from '../model/statuses.js';
import type { Dimension, Scope, StationFilter } from '../model/records.js';
import { FACETS, listOf } from '../model/scope.js';
import { SECTIONS } from '../render/shared/sections.js';
import type { MapPlace, OverviewState } from './events.js';

function isFilter(value: unknown): value is StationFilter {
  if (!isFields(value)) return false;
  const { troubleFor = 0, ...lists } = value;
  return Number.isFinite(troubleFor) && Object.values(lists).every(isTexts);
}

function readPlace(value: unknown): MapPlace | undefined {
  if (!isFields(value) || !Array.isArray(value.center) || !Number.isFinite(value.zoom)) return undefined;
  const [longitude, latitude] = value.center as unknown[];
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude) || Math.abs(latitude as number) > 90)
    return undefined;
  return { center: [longitude as number, latitude as number], zoom: value.zoom as number };
}

/** Reports what is not as expected, and where it stands in the state. */
type Expect = (path: string, found: unknown, expected: string) => void;

/** Reports the keys that mean nothing. */
function expectKeys(path: string, given: Fields, known: readonly string[], expect: Expect): void {
  for (const key of Object.keys(given))
    if (!known.includes(key)) expect(`${path} has a key that`, key, `one of ${known.join(', ')}`);
}

/** A choice of countries and operators as lists; undefined where nothing is chosen. */
function readScope(scope: Fields, expect: Expect): Scope | undefined {
  const chosen: Scope = {};
  expectKeys('.scope', scope, FACETS, expect);
  for (const facet of FACETS) {
    const values = typeof scope[facet] === 'string' ? listOf(scope[facet]) : scope[facet];
    if (!isTexts(values)) {
      if (values != null) expect(`.scope.${facet}`, values, 'a list of texts');
    } else if (values.length > 0) chosen[facet] = [...new Set(values)];
  }
  return Object.keys(chosen).length > 0 ? chosen : undefined;
}

/** The statuses of a dimension that a legend hides, without those that it does not have. */
function readHidden(dimension: Dimension, given: readonly string[], expect: Expect): string[] {
  // Those of the last message are as the provider has them.
  const known = dimension === 'last-message' ? undefined : SECTIONS[dimension].statuses;
  return given.filter((status, index) => {
    const isKnown = known ? known.includes(status) : isLastMessageStatus(status);
    const expected = known ? `one of ${known.join(', ')}` : 'older, or a bound such as under-15m';
    if (!isKnown) expect(`.hidden.${dimension}[${index}]`, status, expected);
    return isKnown;
  });
}

function readList(value: unknown, expect: Expect): OverviewState['list'] {
  if (!isFields(value) || !isFilter(value.filter)) return undefined;
  const { tab, dimension, status, count } = value;
  const known = LIST_TABS.find(known => known === tab) satisfies ListTab | undefined;
  if (tab != null && !known) expect('.list.tab', tab, `one of ${LIST_TABS.join(', ')}`);
  const counted = DIMENSIONS.find(known => known === dimension);
  if (dimension != null && !counted) expect('.list.dimension', dimension, `one of ${DIMENSIONS.join(', ')}`);
  return {
    filter: { ...value.filter },
    tab: known,
    dimension: counted,
    status: typeof status === 'string' ? status : undefined,
    count: typeof count === 'number' ? count : undefined,
  };
}

/**
 * Reads a state that a host sets, perhaps from a URL that anybody wrote.
 * @param report is told what is invalid, which is left out
 */
export function readOverviewState(value: unknown, report: (message: string) => void): OverviewState {
  const state: OverviewState = { hidden: {}, maps: {} };
  const expect: Expect = (path, found, expected) => {
    report(`state${path} is ${shown(found)}; expected ${expected}.`);
  };
  if (!isFields(value)) {
    expect('', value, 'an object');
    return state;
  }
  const { hidden = {}, maps = {}, scope, list } = value;
  if (!isFields(hidden)) expect('.hidden', hidden, 'lists of statuses by dimension');
  else {
    expectKeys('.hidden', hidden, DIMENSIONS, expect);
    for (const dimension of DIMENSIONS) {
      const statuses = hidden[dimension];
      if (isTexts(statuses)) state.hidden[dimension] = readHidden(dimension, statuses, expect);
      else if (statuses != null) expect(`.hidden.${dimension}`, statuses, 'a list of statuses');
    }
  }
  if (!isFields(maps)) expect('.maps', maps, 'places by map');
  else {
    expectKeys('.maps', maps, MAP_DIMENSIONS, expect);
    for (const map of MAP_DIMENSIONS) {
      const place = readPlace(maps[map]);
      if (place) state.maps[map] = place;
      else if (maps[map] != null) expect(`.maps.${map}`, maps[map], '{center: [longitude, latitude], zoom}');
    }
  }
  if (isFields(scope)) {
    const chosen = readScope(scope, expect);
    if (chosen) state.scope = chosen;
  } else if (scope != null) expect('.scope', scope, '{country, operator}, lists of texts');
  state.list = readList(list, expect);
  if (!state.list && list != null)
    expect('.list', list, '{filter}, its fields lists of texts, troubleFor a number');
  return state;
}
