import type { MapDimension } from '../src/model/questions.js';
import type { Dimension } from '../src/model/records.js';
import { SECTIONS } from '../src/render/shared/sections.js';
import {
  awkwardNamesNetwork,
  emptyNetwork,
  flawedNetwork,
  noEvsesNetwork,
  oneCityNetwork,
  oneStationNetwork,
  oneStatusNetwork,
  stackNetwork,
  troubleLocationNetwork,
  troubleNetwork,
  unknownNetwork,
  worldNetwork,
} from '../test/support/story-networks.js';
import { focusOn, hide, pointAt, press } from './acting.js';
import { failing, failingLater, interrupted, loading, ready } from './providers.js';
import { NARROW, shown } from './story.js';
import type { Stage } from './story.js';
import { streetFile, TOWN } from './street-file.js';

/**
 * What each element that shows data is shown in. Storybook reads a file's exports without running it, so each file names
 * those that it takes.
 * @param stage what all of them have in common
 */
export function commonStories(tag: string, stage: Stage = {}) {
  const story = (own: Stage) => shown(tag, { ...stage, ...own, args: { ...stage.args, ...own.args } });
  const inBox = (box: string) => story({ box: [box, stage.box].filter(Boolean).join('; ') });
  return {
    Default: story({}),
    Loading: story({ provider: loading }),
    Empty: story({ provider: () => ready(emptyNetwork) }),
    ErrorBeforeData: story({ provider: failing }),
    ErrorAfterData: story({ provider: () => failingLater(worldNetwork) }),
    MissingData: story({ provider: () => ready(flawedNetwork) }),
    MissingDataShown: story({
      provider: () => ready(flawedNetwork),
      isApart: true,
      play: press('problems'),
    }),
    Stale: story({ provider: () => interrupted(worldNetwork) }),
    NoProvider: story({ provider: () => undefined, isAlone: true }),
    OneStation: story({ provider: () => ready(oneStationNetwork) }),
    OneStatus: story({ provider: () => ready(oneStatusNetwork) }),
    NoEvses: story({ provider: () => ready(noEvsesNetwork) }),
    AwkwardNames: story({ provider: () => ready(awkwardNamesNetwork) }),
    TenThousandInOneCity: story({ provider: () => ready(oneCityNetwork), isApart: true }),
    AllHidden: story({ play: hide() }),
    Narrow: inBox(NARROW),
    Wide: inBox('width: 1200px'),
    /** Of a host's own look; there are two more in the toolbar. */
    Brand: story({ brand: 'daylight' }),
  };
}

/** What a view of one dimension is shown in besides: the statuses of that. */
export function sectionStories(tag: string, dimension: Dimension, stage: Stage = {}) {
  return {
    ...commonStories(tag, stage),
    AllUnknown: shown(tag, { ...stage, provider: () => ready(() => unknownNetwork(dimension)) }),
    HiddenStatus: shown(tag, { ...stage, play: hide(SECTIONS[dimension].statuses[0]!) }),
    Tooltip: shown(tag, { ...stage, play: pointAt('entry', SECTIONS[dimension].statuses[1]!) }),
  };
}

/** A map has no legend of its own, and leads to a host's details pages. */
export function mapStories(tag: string, dimension: MapDimension) {
  const beside = { tag: 'ev-status-legend', args: { dimension } };
  const args = { 'location-href': '#/locations/{id}', 'station-href': '#/stations/{id}' };
  const { AllHidden, HiddenStatus } = sectionStories(tag, dimension, { beside });
  return {
    ...sectionStories(tag, dimension),
    AllHidden,
    HiddenStatus,
    Default: shown(tag, { args }),
    TroubleOnly: shown(tag, { play: press('trouble-only') }),
    NoTrouble: shown(tag, { provider: () => ready(oneStatusNetwork), play: press('trouble-only') }),
    /** Lakes, rivers and towns of the embedded map (R30). */
    Town: shown(tag, { args: { ...args, center: TOWN.join(), zoom: 11 } }),
    /** Nearer than the embedded map has anything to show, which it says. */
    TownWithoutStreets: shown(tag, { args: { ...args, center: TOWN.join(), zoom: 14 } }),
    MapTiles: shown(tag, { args: { ...args, center: TOWN.join(), zoom: 12, 'map-tiles': streetFile() } }),
    BackAfterClick: shown(tag, { args, play: press('cluster', 'back') }),
    Popup: shown(tag, { provider: () => ready(oneStationNetwork), args, play: press('pin', 'popup') }),
    PopupOfTrouble: shown(tag, {
      provider: () => ready(troubleLocationNetwork),
      args,
      play: press('pin', 'popup'),
    }),
    PopupNarrow: shown(tag, {
      provider: () => ready(troubleLocationNetwork),
      args,
      box: NARROW,
      play: press('pin', 'popup'),
    }),
    Stack: shown(tag, { provider: () => ready(stackNetwork), play: press('cluster', 'popup') }),
    StackOfTrouble: shown(tag, { provider: () => ready(troubleNetwork), play: press('cluster', 'popup') }),
    /** The one stop of the Tab key, from which arrow keys go on. */
    Keyboard: shown(tag, { args, isApart: true, play: focusOn('cluster') }),
    Tooltip: shown(tag, { play: pointAt('cluster') }),
    AwkwardNames: shown(tag, { provider: () => ready(awkwardNamesNetwork), play: press('pin') }),
  };
}
