import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { enListsAndMaps } from '../messages/en-lists-and-maps.js';
import { localizeOf } from '../messages/nearest-language.js';
import { isSame } from '../model/fields.js';
import type { MapDimension } from '../model/questions.js';
import { MAP_DIMENSIONS } from '../model/statuses.js';
import type { DataProvider } from '../provider/data-provider.js';
import type { Gestures } from '../render/map/gestures.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { facetPickerStyles } from '../render/facet-picker-styles.js';
import { overviewStyles } from '../render/overview-styles.js';
import { dialogStyles } from '../render/shared/dialog-styles.js';
import { SECTIONS, sectionOf } from '../render/shared/sections.js';
import type { DataController } from './controllers/data-controller.js';
import { KeptFocus } from './controllers/kept-focus.js';
import { keepStyles } from './controllers/kept-styles.js';
import { LanguageController } from './controllers/language-controller.js';
import { ListDialogController } from './controllers/list-dialog-controller.js';
import { OverviewFilters } from './controllers/overview-filters.js';
import { OverviewNotices } from './controllers/overview-notices.js';
import { OverviewStateChanges } from './controllers/overview-state-changes.js';
import type { DrillDownEvent, MapPlace, OverviewState, ViewChangeEvent } from './events.js';
import { troubleOnlyStyles } from '../render/shared/trouble-only-button.js';
import { readOverviewState } from './overview-state.js';
import type { StatusMap } from './status-map.js';

/** To less than a pixel, so that a place that a host sets again reads the same. */
function rounded({ center: [longitude, latitude], zoom }: MapPlace): MapPlace {
  return {
    center: [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))],
    zoom: Number(zoom.toFixed(4)),
  };
}

/**
 * The ready-made overview: the headline, the four sections, and the list behind any figure. It fits whatever box its host gives it.
 *
 * @customElement ev-overview
 * @attr {number} heading-level - Of which level each view's heading is, 1 to 6 (3 without it); stands on the element, or on anything around it.
 * @statuscolors connection evse last-message station
 * @fires {DrillDownEvent} ev-drill-down - A slice was selected; unless it is prevented, the overview opens its list (R19).
 * @fires {NavigateEvent} ev-navigate - A link to a details page was clicked; cancelable (R18).
 * @fires {FilterChangeEvent} ev-filter-change - A legend hid a status or showed it again (R21), or "Trouble only" did (R26): once for each dimension.
 * @fires {ViewChangeEvent} ev-view-change - A map shows another part of the world, or another zoom.
 * @fires {StateChangeEvent} ev-state-change - The overview's `state` changed, for a host that keeps it in its URL.
 * @csspart trouble-only - The button with aria-pressed that shows only what is in trouble, in all sections (R26).
 * @csspart filter - A control that says which countries, or operators, are chosen, and opens what there is to choose (R32).
 * @csspart filter-option - One of them: a checkbox.
 * @csspart clear-filters - Chooses all again.
 * @csspart list - The dialog with the list behind a figure.
 * @csspart state - The line that says how the data is, why it could not be had and when it is tried again (R14).
 * @csspart age - How old the data is.
 * @csspart error - What went wrong, while the last good data stays.
 * @csspart problems - The button that says how much of the data is missing or incomplete, and opens the dialog that says what (R14).
 * @csspart problems-dialog - The dialog with the first of what is missing: where it stood and what was expected.
 * @cssprop [--ev-patterns=0] - With 1, slices, rings of groups and legends have a pattern for each status that is not well, beside its colour. In forced colours and in print they always have.
 */
export class EvOverview extends LitElement {
  /** Where both maps first look, as `longitude,latitude`; without it, at the whole network. */
  @property() center?: string;

  /** How near both maps first look. */
  @property({ type: Number }) zoom?: number;

  /** URL of a MapLibre style for both maps, in place of the embedded world map (R24). */
  @property({ attribute: 'map-style' }) mapStyle?: string;

  /** URL of vector tiles of your own for both maps, one PMTiles file: the embedded map with streets (R30). */
  @property({ attribute: 'map-tiles' }) mapTiles?: string;

  /** Which gestures both maps take: `auto` leaves the wheel and a single finger to the page where that scrolls, `greedy` takes them all. */
  @property() gestures: Gestures = 'auto';

  /** Details page of a location, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'location-href' }) locationHref?: string;

  /** Details page of a station, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'station-href' }) stationHref?: string;

  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  private readonly filters = new OverviewFilters(this, () => {
    for (const dimension of MAP_DIMENSIONS) void this.fit(dimension);
  });
  private readonly dialog = new ListDialogController(
    this,
    () => this.data.state,
    () => this.data.scope,
  );
  private readonly notices = new OverviewNotices(this, this.data);
  /** Where the maps look, once they have moved or been told to. */
  private places: Partial<Record<MapDimension, MapPlace>> = {};

  static override styles = [baseStyles, dialogStyles, overviewStyles, facetPickerStyles, troubleOnlyStyles];

  constructor() {
    super();
    keepStyles(this);
    new LanguageController(this, enListsAndMaps);
    new KeptFocus(this, () => this.renderRoot.querySelector<HTMLElement>('.controls button'));
    new OverviewStateChanges(this);
  }

  /** What is hidden, where the maps look, which countries and operators are chosen and which list is open: plain data, which can be set again. */
  @property({ attribute: false })
  get state(): OverviewState {
    // Read like what a host sets, so that the same state always reads the same; undefined has no place in plain data.
    const state = readOverviewState(
      {
        hidden: this.filters.hidden.all,
        maps: this.places,
        scope: this.filters.narrowed.scope,
        list: this.dialog.list,
      },
      () => undefined,
    );
    return JSON.parse(JSON.stringify(state)) as OverviewState;
  }

  set state(value: Partial<OverviewState>) {
    const { hidden, maps, scope, list } = readOverviewState(value, message => {
      console.warn(`<${this.localName}> ${message}`);
    });
    const { filters } = this;
    const isSameScope = isSame(scope, filters.narrowed.scope);
    filters.hidden.all = hidden;
    filters.narrowed.scope = scope;
    this.dialog.list = list;
    for (const dimension of MAP_DIMENSIONS) this.look(dimension, maps[dimension], !isSameScope);
    this.requestUpdate();
  }

  protected override firstUpdated(): void {
    for (const dimension of MAP_DIMENSIONS) {
      const place = this.places[dimension];
      if (place) this.mapOf(dimension)?.show(place);
    }
  }

  protected override render(): TemplateResult {
    const { notices } = this;
    const { state } = this.data;
    const localize = localizeOf(this);
    return html`${notices.render()}
      <ev-summary @ev-drill-down=${this.onDrillDown}></ev-summary>
      ${this.filters.render()}
      <div class="sections" @ev-drill-down=${this.onDrillDown} @ev-view-change=${this.onViewChange}>
        <section role="group" class="with-map" aria-label=${localize.term(SECTIONS.connection.heading)}>
          <ev-connection-map
            center=${this.center ?? nothing}
            zoom=${this.zoom ?? nothing}
            map-style=${this.mapStyle ?? nothing}
            map-tiles=${this.mapTiles ?? nothing}
            gestures=${this.gestures}
            location-href=${this.locationHref ?? nothing}
            station-href=${this.stationHref ?? nothing}
          ></ev-connection-map>
          <ev-connection-pie></ev-connection-pie>
        </section>
        <section role="group" class="with-map" aria-label=${localize.term(SECTIONS.evse.heading)}>
          <ev-evse-map
            center=${this.center ?? nothing}
            zoom=${this.zoom ?? nothing}
            map-style=${this.mapStyle ?? nothing}
            map-tiles=${this.mapTiles ?? nothing}
            gestures=${this.gestures}
            location-href=${this.locationHref ?? nothing}
            station-href=${this.stationHref ?? nothing}
          ></ev-evse-map>
          <ev-evse-pie></ev-evse-pie>
        </section>
        <section role="group" aria-label=${localize.term(sectionOf('last-message', state).heading)}>
          <ev-last-ocpp-pie></ev-last-ocpp-pie>
        </section>
        <section role="group" aria-label=${localize.term(SECTIONS.station.heading)}>
          <ev-station-pie></ev-station-pie>
        </section>
      </div>
      ${this.dialog.render()} ${notices.renderDialog()}`;
  }

  private get data(): DataController {
    return this.filters.narrowed.data;
  }

  /** Has a map show all of the network, or of what is chosen of it, once it has that. */
  private async fit(dimension: MapDimension): Promise<void> {
    await this.updateComplete;
    const map = this.mapOf(dimension);
    await map?.updateComplete;
    await map?.fitToNetwork();
  }

  private mapOf(dimension: MapDimension): StatusMap | null {
    return this.renderRoot.querySelector<StatusMap>(`ev-${dimension}-map`);
  }

  /** Makes a map look at a place, or at the whole network, which may be another now. */
  private look(dimension: MapDimension, place: MapPlace | undefined, isOtherNetwork: boolean): void {
    if (isSame(place, this.places[dimension]) && (place || !isOtherNetwork)) return;
    this.places = { ...this.places, [dimension]: place };
    if (place) {
      this.mapOf(dimension)?.show(place);
    } else {
      void this.fit(dimension);
    }
  }

  private onDrillDown(event: DrillDownEvent): void {
    const { dimension, status, filter, count } = event.detail;
    // Listeners outside the overview may still prevent it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.dialog.list = { dimension, status, filter, count };
    });
  }

  private onViewChange(event: ViewChangeEvent): void {
    const dimension = (event.target as Element).localName === 'ev-evse-map' ? 'evse' : 'connection';
    this.places[dimension] = rounded(event.detail);
    this.requestUpdate();
  }
}
