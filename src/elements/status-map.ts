import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Localize } from '../messages/localize.js';
import { enListsAndMaps } from '../messages/en-lists-and-maps.js';
import { localizeOf } from '../messages/nearest-language.js';
import type { MapDimension } from '../model/questions.js';
import type { DataProvider } from '../provider/data-provider.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { SECTIONS } from '../render/shared/sections.js';
import { icon } from '../render/shared/icons.js';
import { namedOf } from '../render/shared/named.js';
import { listInstead } from '../render/map/list-instead.js';
import { mapSearchStyles } from '../render/map/map-search.js';
import { GESTURES } from '../render/map/gestures.js';
import type { Gestures } from '../render/map/gestures.js';
import { mapStyles } from '../render/map/map-styles.js';
import type { MapLanguage, MapLibreView } from '../render/map/maplibre-view.js';
import { markerLook } from '../render/map/marker-look.js';
import { mapEnd, skipMap, skipMapStyles } from '../render/map/skip-map.js';
import { emptyNotice, loadingNotice, noProviderNotice } from '../render/shared/notices.js';
import { allHiddenNotice } from '../render/shared/all-hidden-notice.js';
import { troubleOnlyButton, troubleOnlyStyles } from '../render/shared/trouble-only-button.js';
import { isTroubleOnly, wellStatuses } from '../model/trouble-only.js';
import { popupStyles } from '../render/popup/popup.js';
import { statusMapStyles } from '../render/map/status-map-styles.js';
import { zoomButtons, zoomButtonsStyles } from '../render/map/zoom-buttons.js';
import { CameraController } from './controllers/camera-controller.js';
import type { FirstCamera } from './controllers/camera-controller.js';
import { define } from './define.js';
import { FilterChangeEvent, ViewChangeEvent } from './events.js';
import type { MapPlace } from './events.js';
import { framed, panelOf } from './frame.js';
import { isLoadingTold } from './in-overview.js';
import { loadFailure } from './load-failure.js';
import { LanguageController } from './controllers/language-controller.js';
import { MapController } from './controllers/map-controller.js';
import type { MapSettings } from './controllers/map-controller.js';
import { MapItemsController } from './controllers/map-items-controller.js';
import { warnUnknownWord } from './warn-unknown-word.js';
import { KeptFocus } from './controllers/kept-focus.js';
import { keepStyles } from './controllers/kept-styles.js';
import { MapPlaces } from './controllers/map-places.js';
import { RovingFocus } from './controllers/roving-focus.js';
import { SHOWN } from './controllers/shown-view.js';
import type { SavableView, ShownView } from './controllers/shown-view.js';
import { isServed } from './controllers/served.js';
import { StatesController } from './controllers/states-controller.js';

/** Loads the list that stands in for a map only where there is none. */
async function defineList(): Promise<void> {
  const { EvStationList } = await import('./ev-station-list.js');
  define('ev-station-list', EvStationList);
}

/**
 * What both maps are: groups and pins of a dimension's statuses, which open into each other and into popups (R15 to R18).
 *
 * @fires {NavigateEvent} ev-navigate - A link to a details page was clicked; cancelable (R18).
 * @fires {ViewChangeEvent} ev-view-change - The map shows another part of the world, or another zoom.
 * @fires {FilterChangeEvent} ev-filter-change - All hidden statuses were shown again (R21), or what is well was hidden (R26).
 * @csspart cluster - A group of locations, with data-count (R15) and, where any is in trouble, data-trouble (R26).
 * @csspart pin - A location, filled by its worst status, with data-count (R16) and, where any is in trouble, data-trouble (R26).
 * @csspart popup - A location's stations, or the locations of a stack (R17).
 * @csspart trouble-only - The button with aria-pressed that shows only what is in trouble (R26).
 * @csspart tooltip - What a group or pin under the mouse or the keyboard's focus holds; there while it is shown.
 * @csspart search - The field that finds a location or station.
 * @csspart hit - What the search found, with data-location-id.
 * @csspart fit - The button that shows the whole network.
 * @csspart zoom-in - The button that zooms in by one step (R30).
 * @csspart zoom-out - The button that zooms out by one step (R30).
 * @csspart scale - How far a length on the map is, in kilometres, or in miles where the page's language counts in them (R30).
 * @csspart back - The button that goes back to where the map looked before a click that went nearer; there after one.
 * @csspart note - Says what the map itself does not show where it looks: streets (R30), or all of its ground where WebGL can draw nothing for now.
 * @csspart left-out - The button that says how many stations have no usable position, and opens the dialog that says where.
 * @csspart empty - Stands above the map where there is nothing to show.
 * @csspart error - Stands in place of the map where it cannot be shown.
 * @csspart refresh - The button that fetches the latest data (R12).
 * @csspart help - The button that explains the view (R13).
 * @csspart save - The button that opens the menu of what is shown as a picture and as a table, to be copied or saved.
 * @csspart save-choice - One of what the menu offers, with data-choice.
 * @csspart fullscreen - The button that expands the view and brings it back (R11).
 * @csspart age - How old the data is (R14).
 * @csspart problems - The button that says how much of the data is missing or incomplete, and opens the dialog that says what.
 * @csspart problems-dialog - The dialog with the first of what is missing: where it stood and what was expected.
 * @cssstate loading - Data is being fetched.
 * @cssstate empty - Nothing is there to show, or all of it is hidden.
 * @cssstate error - The last fetch failed, or the map cannot be drawn.
 * @cssstate stale - The live stream is interrupted.
 * @cssprop [--ev-patterns=0] - With 1, slices, rings of groups and legends have a pattern for each status that is not well, beside its colour. In forced colours and in print they always have.
 */
export abstract class StatusMap extends LitElement implements SavableView {
  /** Where the map first looks, as `longitude,latitude`; without it, at the whole network. */
  @property() center?: string;

  /** How near the map first looks: 0 is the world in 512 pixels, each step twice as near. */
  @property({ type: Number }) zoom?: number;

  /** URL of a MapLibre style in place of the embedded world map (R24). */
  @property({ attribute: 'map-style' }) mapStyle?: string;

  /**
   * URL of vector tiles of your own, one PMTiles file of Protomaps' basemap: the embedded map with streets, in both looks (R30).
   * Where `map-style` is set, that alone is shown.
   */
  @property({ attribute: 'map-tiles' }) mapTiles?: string;

  /**
   * Which gestures the map takes: with `auto` it leaves the wheel and a single finger to the page where that scrolls (Ctrl or ⌘ with the
   * wheel, and two fingers, are the map's), with `greedy` it takes them all. In full screen it takes them all.
   */
  @property() gestures: Gestures = 'auto';

  /** Details page of a location, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'location-href' }) locationHref?: string;

  /** Details page of a station, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'station-href' }) stationHref?: string;

  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  protected abstract get dimension(): MapDimension;

  private readonly map = new MapController(
    this,
    () => this.renderRoot.querySelector<HTMLElement>('.map'),
    place => this.settings(place),
    () => void defineList(),
    () => this.isAwaitingData,
  );
  private readonly camera = new CameraController(this, () => this.map.view);
  private readonly items = new MapItemsController(
    this,
    () => this.dimension,
    () => this.map.view,
    () => this.camera.needsBounds,
    ({ longitude, latitude }) => this.places.popup.isOpenAt(longitude, latitude),
  );
  private readonly places: MapPlaces = new MapPlaces(this, {
    dimension: () => this.dimension,
    view: () => this.map.view,
    provider: (): DataProvider | undefined => this.items.data.provider,
    wayBack: this.camera.wayBack,
  });

  static override styles = [
    baseStyles,
    mapStyles,
    popupStyles,
    mapSearchStyles,
    skipMapStyles,
    troubleOnlyStyles,
    statusMapStyles,
    zoomButtonsStyles,
  ];

  constructor() {
    super();
    keepStyles(this);
    new LanguageController(this, enListsAndMaps);
    new RovingFocus(this, { container: '.zoom-buttons', row: 'button', item: 'button' });
    new KeptFocus(this, () => this.places.popup.focusTarget ?? this.map.view);
    new StatesController(this, () => {
      const { state, provider, answer, error } = this.items.data;
      return {
        loading: state.status === 'loading' || (!!provider && !answer && !error),
        empty: answer?.total === 0 || this.items.isAllHidden,
        error: state.status === 'error' || this.map.error !== undefined,
        stale: state.status === 'stale',
      };
    });
  }

  /** Looks there; before the map stands, that is where it first looks. */
  show(place: MapPlace): void {
    this.camera.show(place);
  }

  /** Shows the whole network. */
  async fitToNetwork(): Promise<void> {
    this.camera.wayBack.forget();
    try {
      const bounds = await this.items.data.provider?.bounds?.();
      if (bounds) this.map.view?.fit(bounds);
    } catch (error) {
      console.error(error);
    }
  }

  /** @internal */
  [SHOWN](): ShownView | undefined {
    const { data } = this.items;
    const { view } = this.map;
    return (
      data.answer && {
        shares: this.items.shares(localizeOf(this)),
        hasPie: false,
        map: view && { view, items: data.answer.items },
        data,
      }
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('center') || changed.has('zoom')) this.camera.wayBack.forget();
    warnUnknownWord(this, 'gestures', this.gestures, GESTURES);
  }

  protected override updated(): void {
    const { view } = this.map;
    if (!view) return;
    view.setStyle(this.mapStyle);
    view.setTiles(this.mapTiles);
    view.setGestures(this.gestures);
    this.camera.follow(view, this.items.data.answer?.bounds);
    this.items.look(view.camera);
    this.drawMarkers(view);
    this.places.popup.place(this.renderRoot.querySelector<HTMLElement>('.popup'), view);
  }

  protected override render(): TemplateResult {
    const { dimension, isCovered } = this;
    const { provider } = this.items.data;
    const localize = localizeOf(this);
    const name = this.nameIn(localize);
    const frame = {
      heading: name,
      help: `${localize.term(SECTIONS[dimension].help)} ${localize.term('mapHelp')} ${localize.term('mapKeysHelp')}`,
      provider,
    };
    return framed(
      this,
      frame,
      html`<div class="area" @keydown=${(event: KeyboardEvent) => this.onKeydown(event)}>
        ${isCovered ? nothing : skipMap(localize, name)}
        <div class="map" ?inert=${isCovered}></div>
        ${this.items.renderList(localize)} ${isCovered ? nothing : this.renderControls(localize)}
        ${this.renderNotice(localize)} ${this.places.popup.render()}
        ${isCovered ? nothing : mapEnd(localize, name)}
      </div>`,
    );
  }

  /** Whether something stands in place of the map. */
  private get isCovered(): boolean {
    const { provider, answer, error } = this.items.data;
    return !provider || !!this.map.error || (!answer && !!error);
  }

  private renderControls(localize: Localize): TemplateResult {
    const { leftOut } = this.items.data.state;
    const { dimension, statuses } = this;
    const isTrouble = isTroubleOnly(dimension, statuses, this.items.hidden);
    const { note } = this.map;
    const name = this.nameIn(localize);
    return html`<div class="room">
        <div class="controls">
          ${this.camera.wayBack.isEmpty ? nothing : this.renderBack(localize)}
          ${troubleOnlyButton(
            localize,
            isTrouble,
            () => this.hide(isTrouble ? [] : wellStatuses(dimension, statuses)),
            name,
          )}
          ${this.places.renderSearch(name)}
          <button
            type="button"
            class="icon-button"
            part="fit"
            aria-label=${namedOf(localize, 'fit', name)}
            title=${localize.term('fit')}
            @click=${() => this.fitToNetwork()}
          >
            ${icon('fit')}
          </button>
        </div>
        ${zoomButtons(localize, steps => this.map.view?.zoomBy(steps), name)}
      </div>
      <p class="ground-note" part="note" role="status">${note ? localize.term(note) : nothing}</p>
      ${
        leftOut > 0
          ? html`<button
              type="button"
              class="left-out"
              part="left-out"
              aria-haspopup="dialog"
              title=${localize.term('showWhich')}
              @click=${() => panelOf(this)?.showProblems()}
            >
              ${localize.term('leftOut', localize.counted('stations', leftOut))}<span class="visually-hidden">
                (${name})</span
              >
            </button>`
          : nothing
      }`;
  }

  private renderBack(localize: Localize): TemplateResult {
    return html`<button
      type="button"
      class="icon-button"
      part="back"
      aria-label=${namedOf(localize, 'back', this.nameIn(localize))}
      aria-keyshortcuts="Backspace"
      title=${localize.term('backToBefore')}
      @click=${() => this.stepBack()}
    >
      ${icon('back')}
    </button>`;
  }

  private renderNotice(localize: Localize): TemplateResult | typeof nothing {
    const { data, isAllHidden } = this.items;
    const { error } = this.map;
    if (isServed(this)) return html`<div class="float">${loadingNotice(localize)}</div>`;
    if (!data.provider)
      return html`<div class="cover">${noProviderNotice(localize, this.localName, data.problem)}</div>`;
    if (error) return listInstead(localize, error, this);
    if (!data.answer && data.error) return html`<div class="cover">${loadFailure(this, data)}</div>`;
    if (!data.answer && isLoadingTold(this, data.state)) return nothing;
    if (!data.answer) return html`<div class="float">${loadingNotice(localize)}</div>`;
    if (data.answer.total === 0)
      return html`<div class="float">${emptyNotice(localize.term(SECTIONS[this.dimension].none))}</div>`;
    if (!isAllHidden) return nothing;
    return html`<div class="float">
      ${allHiddenNotice(localize, this.dimension, this.statuses, this.items.hidden, () => this.hide([]))}
    </div>`;
  }

  private nameIn(localize: Localize): string {
    return localize.term('mapHeading', localize.term(SECTIONS[this.dimension].heading));
  }

  private languageOfMap(localize: Localize): MapLanguage {
    return {
      label: `${localize.term('mapLabel', localize.term(SECTIONS[this.dimension].heading))} ${localize.term('enterMarkers')}`,
      look: markerLook(localize, this.dimension),
    };
  }

  private drawMarkers(view: MapLibreView): void {
    const localize = localizeOf(this);
    if (!view.isIn(localize)) view.setLanguage(this.languageOfMap(localize));
    this.items.draw(view, localize);
  }

  private get isAwaitingData(): boolean {
    const { status, asOf } = this.items.data.state;
    return status === 'loading' && asOf === undefined;
  }

  private settings(place: FirstCamera = this.camera.first(this.items.data.answer?.bounds)): MapSettings {
    return {
      style: this.mapStyle,
      tiles: this.mapTiles,
      gestures: this.gestures,
      ...place,
      language: this.languageOfMap(localizeOf(this)),
      onSelect: (item, marker) => this.places.select(item, marker),
      onMoving: camera => this.items.follow(camera),
      onViewChange: camera => {
        this.items.look(camera);
        this.dispatchEvent(new ViewChangeEvent(camera));
      },
      onPress: this.places.popup.close,
      controls: () =>
        [...this.renderRoot.querySelectorAll('.controls, .zoom-buttons, .left-out')].map(each =>
          each.getBoundingClientRect(),
        ),
    };
  }

  private onKeydown(event: KeyboardEvent): void {
    this.places.popup.onKeydown(event);
    if (this.camera.wayBack.isAskedBy(event)) this.stepBack();
  }

  private stepBack(): void {
    this.places.popup.close();
    this.camera.wayBack.step();
  }

  private get statuses(): readonly string[] {
    return SECTIONS[this.dimension].statuses;
  }

  private hide(hidden: string[]): void {
    this.items.data.filters.set(this.dimension, hidden);
    this.dispatchEvent(new FilterChangeEvent({ dimension: this.dimension, hidden }));
  }
}
