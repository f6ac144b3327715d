import type { Localize } from '../../messages/localize.js';
import { isGroup } from '../../model/questions.js';
import type { MapDimension, MapItem } from '../../model/questions.js';
import type { StatusCounts } from '../../model/records.js';
import { isolated } from '../../messages/isolated.js';
import { SECTIONS } from '../shared/sections.js';
import { labelOf } from '../shared/status-label.js';
import { colorOf } from '../shared/status-look.js';

/** How the statuses of a map look and read. */
export interface MarkerLook {
  /** The language that they are in. */
  localize: Localize;
  dimension: MapDimension;
  /** What all markers together are called, and what keys do there. */
  name: string;
  description: string;
  /** What the list of them is called. */
  listName: string;
  /** A status's colour as CSS writes it, for example `var(--ev-color-connection-online)`. */
  color(status: string): string;
  /** Whether rings have the patterns of their statuses. */
  isPatterned?: boolean;
  /** What a screen reader says of a marker. */
  label(item: MapItem, counts: StatusCounts): string;
}

/** What a group or a pin is called. */
export function nameOf(localize: Localize, item: MapItem): string {
  return isGroup(item)
    ? localize.term('groupOf', localize.counted('locations', item.locations))
    : isolated(item.name || item.id);
}

/** How a dimension's markers look and read. */
export function markerLook(localize: Localize, dimension: MapDimension): MarkerLook {
  const { statuses, counted } = SECTIONS[dimension];
  const heading = localize.term(SECTIONS[dimension].heading);
  const words = new Map(statuses.map(status => [status, labelOf(localize, dimension, status)]));
  return {
    localize,
    dimension,
    name: localize.term('captioned', localize.term('markers'), heading),
    description: localize.term('markerKeys'),
    listName: localize.term('captioned', localize.term('mapList'), heading),
    color: status => colorOf(dimension, status),
    label: (item, counts) => {
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const each = Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([status, count]) =>
          localize.term('numberInStatus', localize.number(count), words.get(status)!),
        );
      return localize.term(
        'markerName',
        nameOf(localize, item),
        localize.counted(counted, total),
        each.join(localize.term('comma')),
      );
    },
  };
}
