import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { isGroup } from '../model/questions.js';
import type { MapDimension, MapItem } from '../model/questions.js';
import type { DataProvider } from '../provider/data-provider.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { formatCounted } from '../render/shared/format.js';
import { MAP_HELP, SECTIONS } from '../render/shared/sections.js';
import { icon } from '../render/shared/icons.js';
import { listInstead } from '../render/map/list-instead.js';
import { mapSearchStyles } from '../render/map/map-search.js';
import { mapStyles } from '../render/map/map-styles.js';
import { markerLook } from '../render/map/marker-look.js';
import type { MapLibreView, View } from '../render/map/maplibre-view.js';
import { emptyNotice, errorNotice, loadingNotice, noProviderNotice } from '../render/shared/notices.js';
import { popupStyles } from '../render/popup/popup.js';
import { statusMapStyles } from '../render/map/status-map-styles.js';
import { DataController } from './controllers/data-controller.js';
import { define } from './define.js';
import { FilterChangeEvent, ViewChangeEvent } from './events.js';
import type { MapPlace } from './events.js';
import { framed } from './frame.js';
import { AskedView, MapController } from './controllers/map-controller.js';
import type { MapAnswer, MapSettings } from './controllers/map-controller.js';
import { PopupController } from './controllers/popup-controller.js';
import { SearchController } from './controllers/search-controller.js';
import { StatesController } from './controllers/states-controller.js';

/** Near enough for a location to stand by itself in most towns. */
const FOUND_ZOOM = 16;

/** Loads the list that stands in for a map only where there is none. */
async function defineList(): Promise<void> {
  const { EvStationList } = await import('./ev-station-list.js');
  define('ev-station-list', EvStationList);
}

/** What both maps are: groups and pins of a dimension's statuses, which open into each other and into popups (R15 to R18). */
export abstract class StatusMap extends LitElement {
  /** Where the map first looks, as `longitude,latitude`; without it, at the whole network. */
  @property() center?: string;

  /** How near the map first looks: 0 is the world in 512 pixels, each step twice as near. */
  @property({ type: Number }) zoom?: number;

  /** URL of a MapLibre style in place of the embedded world map (R24). */
  @property({ attribute: 'map-style' }) mapStyle?: string;

  /** Details page of a location, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'location-href' }) locationHref?: string;

  /** Details page of a station, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'station-href' }) stationHref?: string;

  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  protected abstract readonly dimension: MapDimension;

  @query('.map') private readonly mapElement!: HTMLElement | null;
  @query('.popup') private readonly popupElement!: HTMLElement | null;

  private readonly asked = new AskedView();
  private readonly data = new DataController<MapAnswer>(this, (provider, signal) =>
    this.ask(provider, signal),
  );
  private readonly popup = new PopupController(this, () => this.dimension);
  private readonly search = new SearchController(
    this,
    () => this.data.provider,
    id => this.goTo(id),
  );
  private readonly map = new MapController(
    this,
    () => this.mapElement,
    () => this.settings(),
    () => void defineList(),
    () => this.data.state.status === 'loading' && this.data.state.asOf === undefined,
  );
  private hasFitted = false;
  /** Where the map was last asked to look; that may change while it is being made. */
  private place?: string;
  private drawn?: { view: MapLibreView; items: MapItem[]; hidden: ReadonlySet<string> };

  static override styles = [baseStyles, mapStyles, popupStyles, mapSearchStyles, statusMapStyles];

  constructor() {
    super();
    new StatesController(this, () => {
      const { status } = this.data.state;
      return {
        loading: status === 'loading' || (!!this.data.provider && !this.data.answer && !this.data.error),
        empty: this.data.answer?.total === 0 || this.isAllHidden,
        error: status === 'error' || this.map.error !== undefined,
        stale: status === 'stale',
      };
    });
  }

  /** Looks there; before the map stands, that is where it first looks. */
  show({ center, zoom }: MapPlace): void {
    this.center = center.join();
    this.zoom = zoom;
    this.place = undefined;
    this.requestUpdate();
  }

  /** Shows the whole network. */
  fitToNetwork(): void {
    const bounds = this.data.answer?.bounds;
    if (bounds) this.map.view?.fit(bounds);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { view } = this.map;
    if (!view) return;
    if (changed.has('mapStyle')) view.setStyle(this.mapStyle);
    if (this.place !== this.placeAsked) this.moveTo();
    if (!this.asked.covers(view.view)) this.data.ask();
    this.draw();
    this.fitFirst();
    this.popup.place(this.popupElement, view);
  }

  protected override render(): TemplateResult {
    const { dimension, data } = this;
    const frame = {
      heading: `${SECTIONS[dimension].heading} map`,
      help: `${SECTIONS[dimension].help} ${MAP_HELP}`,
      provider: data.provider,
    };
    return framed(
      this,
      frame,
      html`<div class="area" @keydown=${this.popup.onKeydown}>
        <div class="map"></div>
        ${data.provider && !this.map.error ? this.renderControls() : nothing} ${this.renderNotice()}
        ${this.popup.render()}
      </div>`,
    );
  }

  private renderControls(): TemplateResult {
    const { leftOut } = this.data.state;
    return html`<div class="controls">
        ${this.search.render()}
        <button
          type="button"
          class="icon-button"
          part="fit"
          aria-label="Fit to my network"
          title="Fit to my network"
          @click=${this.fitToNetwork}
        >
          ${icon('fit')}
        </button>
      </div>
      ${
        leftOut > 0
          ? html`<p class="left-out" part="left-out">
              ${formatCounted(leftOut, SECTIONS.connection.counted)} without a usable position: counted, but
              not on the map
            </p>`
          : nothing
      }`;
  }

  private renderNotice(): TemplateResult | typeof nothing {
    const { data, map } = this;
    const noun = SECTIONS[this.dimension].counted.many;
    if (!data.provider) return html`<div class="cover">${noProviderNotice(this.localName)}</div>`;
    if (map.error) return listInstead(map.error, this);
    if (!data.answer && data.error) {
      const retry = { label: 'Try again', onClick: () => void data.provider?.refresh() };
      return html`<div class="cover">
        ${errorNotice('The data could not be loaded.', data.error, retry)}
      </div>`;
    }
    if (!data.answer) return html`<div class="float">${loadingNotice()}</div>`;
    if (data.answer.total === 0) return html`<div class="float">${emptyNotice(`No ${noun} to show.`)}</div>`;
    if (!this.isAllHidden) return nothing;
    return html`<div class="float">
      ${emptyNotice('All statuses are hidden.', { label: 'Show all', onClick: this.showAll })}
    </div>`;
  }

  private get isAllHidden(): boolean {
    const hidden = this.data.filters.hidden(this.dimension);
    const counts = this.data.answer?.byStatus;
    return (
      counts !== undefined &&
      this.data.answer!.total > 0 &&
      Object.entries(counts).every(([status, count]) => count === 0 || hidden.has(status))
    );
  }

  private async ask(provider: DataProvider, signal: AbortSignal): Promise<MapAnswer> {
    const { dimension } = this;
    const view = this.map.view?.view;
    if (!view) this.asked.forget();
    const [items, bounds, counts] = await Promise.all([
      view ? provider.mapItems({ dimension, bbox: this.asked.widen(view), zoom: view.zoom }, { signal }) : [],
      provider.bounds?.({ signal }),
      provider.counts(dimension, { signal }),
    ]);
    return { items, bounds, total: counts.total, byStatus: counts.byStatus };
  }

  private draw(): void {
    const view = this.map.view!;
    const items = this.data.answer?.items ?? [];
    const hidden = this.data.filters.hidden(this.dimension);
    if (this.drawn?.view === view && this.drawn.items === items && this.drawn.hidden === hidden) return;
    this.drawn = { view, items, hidden };
    view.setItems(items, hidden);
  }

  private settings(): MapSettings {
    const center = this.centerAsked();
    const zoom = this.zoomAsked();
    const isPlaced = center !== undefined || zoom !== undefined;
    this.place = this.placeAsked;
    const bounds = isPlaced ? undefined : this.data.answer?.bounds;
    this.hasFitted = isPlaced || bounds !== undefined;
    return {
      style: this.mapStyle,
      center,
      zoom,
      bounds,
      label: `${SECTIONS[this.dimension].heading} map. Arrow keys move it, plus and minus zoom.`,
      markers: { ...markerLook(this.dimension), onSelect: this.onSelect },
      onMoving: this.onMoving,
      onViewChange: this.onViewChange,
      onPress: this.popup.close,
    };
  }

  /** The map may have been there before the data was. */
  private fitFirst(): void {
    if (this.hasFitted || !this.data.answer?.bounds) return;
    this.hasFitted = true;
    this.fitToNetwork();
  }

  private centerAsked(): [number, number] | undefined {
    if (this.center === undefined) return undefined;
    const [longitude, latitude] = this.center.split(',').map(Number);
    if (Number.isFinite(longitude) && Math.abs(latitude!) <= 90) return [longitude!, latitude!];
    console.warn(`<${this.localName}> center is "${this.center}"; expected "longitude,latitude" in degrees.`);
    return undefined;
  }

  private zoomAsked(): number | undefined {
    if (this.zoom === undefined || this.zoom >= 0) return this.zoom;
    const given = this.getAttribute('zoom') ?? this.zoom;
    console.warn(`<${this.localName}> zoom is "${given}"; expected a number, 0 or more.`);
    return undefined;
  }

  private get placeAsked(): string {
    return `${this.center} ${this.zoom}`;
  }

  private moveTo(): void {
    const { view } = this.map;
    this.place = this.placeAsked;
    this.hasFitted = true;
    const { center, zoom } = view!.view;
    view!.flyTo(this.centerAsked() ?? center, this.zoomAsked() ?? zoom);
  }

  /** Goes to a location and opens it; answers whether it is on the map. */
  private async goTo(id: string): Promise<boolean> {
    const location = await this.data.provider?.location(id);
    if (!location || !Number.isFinite(location.longitude) || !this.map.view) return false;
    const at: [number, number] = [location.longitude, location.latitude];
    this.map.view.flyTo(at, Math.max(FOUND_ZOOM, this.map.view.view.zoom));
    this.popup.open({ locationIds: [id], at });
    return true;
  }

  private readonly onMoving = (view: View) => {
    if (!this.asked.covers(view)) this.data.ask();
  };

  private readonly onViewChange = (view: View) => {
    this.onMoving(view);
    this.dispatchEvent(new ViewChangeEvent(view));
  };

  private readonly onSelect = (item: MapItem, marker: HTMLElement) => {
    if (isGroup(item) && item.locationIds === undefined) {
      this.popup.close();
      this.map.view?.split(item);
      return;
    }
    const locationIds = isGroup(item) ? item.locationIds! : [item.id];
    this.popup.open({ locationIds, at: [item.longitude, item.latitude], opener: marker });
  };

  private readonly showAll = () => {
    this.data.filters.set(this.dimension, []);
    this.dispatchEvent(new FilterChangeEvent({ dimension: this.dimension, hidden: [] }));
  };
}
