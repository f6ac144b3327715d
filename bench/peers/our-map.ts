import type { StyleSpecification } from 'maplibre-gl';

import type { MapItem } from '../../src/model/questions.js';
import { baseStyles } from '../../src/render/shared/base-styles.js';
import { mapStyles } from '../../src/render/map/map-styles.js';
import { MapLibreView } from '../../src/render/map/maplibre-view.js';
import { provideEnglish } from '../../src/messages/catalogues.js';
import { enListsAndMaps } from '../../src/messages/en-lists-and-maps.js';
import { localizeFor } from '../../src/messages/nearest-language.js';
import { markerLook } from '../../src/render/map/marker-look.js';
import { frame, nextTask } from '../page/timing.js';
import { stage, VIEW } from './peer.js';

/** Ground only: what is measured is what stands on it. */
export const BARE_STYLE: StyleSpecification = {
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#e8edf0' } }],
};

/** The library's own map as its elements make it, on bare ground. */
export async function ourMap(place = stage()): Promise<MapLibreView> {
  const root = place.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [baseStyles.styleSheet!, mapStyles.styleSheet!];
  const container = document.createElement('div');
  container.style.cssText = 'position: absolute; inset: 0';
  root.append(container);
  provideEnglish(enListsAndMaps);
  return MapLibreView.create({
    container,
    style: BARE_STYLE,
    scheme: 'light',
    center: VIEW.center,
    zoom: VIEW.zoom,
    language: { label: 'Map', look: markerLook(localizeFor('en'), 'evse') },
    onSelect: () => undefined,
    onViewChange: () => undefined,
    onError: error => {
      throw error;
    },
    onFailure: error => {
      throw error;
    },
  });
}

/** Draws items, and resolves when they are on the screen. */
export async function drawn(map: MapLibreView, items: readonly MapItem[]): Promise<void> {
  map.setItems(items);
  await nextTask();
}

/** The same from a task that is not a frame's: a frame must come first. */
export async function drawnNextFrame(map: MapLibreView, items: readonly MapItem[]): Promise<void> {
  map.setItems(items);
  await frame();
  await nextTask();
}
