import { addProtocol, AttributionControl, LngLat, MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import type { TransformConstrainFunction } from 'maplibre-gl';
import type { Localize } from '../../messages/localize.js';
import { nearestLang } from '../../messages/nearest-language.js';
import { ExplainedError } from '../../model/explained-error.js';
import { say } from '../../model/map-reasons.js';
import { fromMercator, toMercator } from '../../model/mercator.js';
import type { BoundingBox, MapGroup, MapItem } from '../../model/questions.js';
import { embeddedStyle } from './embedded-style.js';
import type { MapScheme, SchemedStyle } from './embedded-style.js';
import { AnchoredElement } from './anchored-element.js';
import type { Camera } from './camera.js';
import { cornerControl, coversOf } from './covers.js';
import type { Cover } from './covers.js';
import { cameraInto, fitBox } from './fit-box.js';
import type { FitInto, FittedCamera, PixelSize } from './fit-box.js';
import { boxObstacles, OBSTACLE_IMAGE, OBSTACLES } from './label-obstacles.js';
import { MapGestures } from './map-gestures.js';
import type { Gestures } from './gestures.js';
import type { MapSnapshot } from './map-snapshot.js';
import { MapStyle } from './map-style.js';
import type { OwnStyle } from './map-style.js';
import { MapScale } from './map-scale.js';
import { adoptMaplibreStyles } from './maplibre-styles.js';
import type { GroundNote } from './ground-note.js';
import type { MarkerLook } from './marker-look.js';
import type { Marker } from './marker.js';
import { MarkerLayer } from './markers.js';
import { groundOf, PrintedMap } from './printed-map.js';
import { clampY, smallestZoom, worldSizeAt } from './projection.js';
import { STREET_TILES } from './street-scheme.js';
import type { Projection } from './projection.js';
import { trustAttributions } from './trusted-attributions.js';
import { mapWorkerUrl } from './trusted-map-worker.js';
import { unitOfLength } from './unit-of-length.js';
import { WorldEdge } from './world-edge.js';

/** What is read and heard of a map, in its reader's language. */
export interface MapLanguage {
  /** The map's accessible name, and what its keys do. */
  label: string;
  look: MarkerLook;
}

/** What a map is made with. */
export interface MapLibreViewOptions {
  /** In a shadow root (or the document), positioned, sized by CSS. */
  container: HTMLElement;
  /** The host's own style (`map-style`): a URL or a style; else the embedded world map (R24). */
  style?: OwnStyle;
  /** URL of the host's own vector tiles, a PMTiles file (`map-tiles`, R30). */
  tiles?: string;
  scheme: MapScheme;
  /** The first view: `center` and `zoom`, else `bounds`, else the world. Longitude, latitude in degrees. */
  center?: [longitude: number, latitude: number];
  zoom?: number;
  bounds?: BoundingBox;
  language: MapLanguage;
  /** A marker is clicked, or activated from the keyboard. */
  onSelect(item: MapItem, marker: HTMLElement): void;
  gestures?: Gestures;
  /** The boxes on the page of what stands above the map in its corners, which markers and labels are kept clear of where they can be. */
  controls?(): DOMRectReadOnly[];
  /** Called now and then while the map moves. */
  onMoving?(camera: Camera): void;
  /** The map itself was clicked, not a marker. */
  onPress?(): void;
  /** Called when a move has ended, by whatever cause; for the first one, read `camera`. */
  onViewChange(camera: Camera): void;
  /** What the ground lacks where the map looks; undefined where it is to be said no more (R30). */
  onNote?(note: GroundNote | undefined): void;
  /** What went wrong after the map stood: a style that cannot be fetched, a tile that cannot be read. */
  onError(error: Error): void;
  /** MapLibre has no worker, so nothing will ever be drawn. */
  onFailure(error: Error): void;
}

const WORLD_CENTER: [number, number] = [10, 28];
const MAXIMUM_ZOOM = 22;
/** Fitting a single location goes no nearer than its town. */
const TOWN_ZOOM = 12;
/** Milliseconds that a movement of the camera takes; MapLibre leaves it out where motion is not wanted. */
const MOTION = 240;

/** Milliseconds that a picture waits for what of a map is still to be drawn. */
const LONGEST_DRAWING = 2000;

/** What a movement's events tell that gives an anchored element room. */
interface MadeRoom {
  isForAnchored?: boolean;
}

/** `onMoving` is throttled to once in so many milliseconds. */
const MOVING_INTERVAL = 100;

function sizeOf({ clientWidth, clientHeight }: HTMLElement): PixelSize {
  return { width: clientWidth, height: clientHeight };
}

/**
 * Unlike MapLibre itself, which zooms in until the world fills the map: lets the world be smaller than the map, as a network that goes
 * around it needs in a wide or a tall one.
 */
function constrain(minZoom: number, height: number): TransformConstrainFunction {
  return ({ lng, lat }, zoom) => {
    const allowed = Math.max(minZoom, Math.min(MAXIMUM_ZOOM, zoom));
    const { x, y } = toMercator(lng, lat);
    const [, latitude] = fromMercator({ x, y: clampY(y, allowed, height) });
    return { center: new LngLat(lng, latitude), zoom: allowed };
  };
}

/** MapLibre's own texts, by its keys for them. */
function uiTexts({ label, look: { localize } }: MapLanguage): Record<string, string> {
  return {
    'Map.Title': label,
    'CooperativeGesturesHandler.WindowsHelpText': localize.term('zoomWithCtrl'),
    'CooperativeGesturesHandler.MacHelpText': localize.term('zoomWithCommand'),
    'CooperativeGesturesHandler.MobileHelpText': localize.term('moveWithTwoFingers'),
  };
}

function asError(error: { message: string }): Error {
  return error instanceof Error ? error : new Error(error.message, { cause: error });
}

/** The map itself: MapLibre's canvas, the markers above it, and what stays beside a position while it moves. */
export class MapLibreView {
  private readonly map: MapLibreMap;
  private readonly style: MapStyle;
  private readonly anchored: AnchoredElement;
  private readonly gestures: MapGestures;
  private readonly edge = new WorldEdge();
  private readonly scale: MapScale;
  /** Cached: to read it in every step of a movement would lay out the page each time. */
  private size: PixelSize;
  /** The box that the map shows, until it is moved: it stays in view when the map's size changes. */
  private fitted?: BoundingBox;
  private localize: Localize;
  private isRemoved = false;

  /**
   * Makes a map in its container.
   * @throws where WebGL2 can't be had
   */
  static async create(options: MapLibreViewOptions): Promise<MapLibreView> {
    const workerUrl = await mapWorkerUrl();
    if (workerUrl) setWorkerUrl(workerUrl);
    addProtocol(STREET_TILES, async ({ url }, { signal }) =>
      (await import('./street-tiles.js')).streetTile(url, signal),
    );
    const { look } = options.language;
    const markers = new MarkerLayer({ look, onSelect: options.onSelect });
    const embedded = options.style
      ? undefined
      : await embeddedStyle({ localize: look.localize, textScale: 1 });
    try {
      return new MapLibreView(options, embedded, markers);
    } catch (error) {
      markers.remove();
      throw error;
    }
  }

  private constructor(
    private readonly options: MapLibreViewOptions,
    embedded: SchemedStyle | undefined,
    private readonly markers: MarkerLayer,
  ) {
    const { container, center, zoom, bounds } = options;
    adoptMaplibreStyles(container);
    this.localize = options.language.look.localize;
    this.size = sizeOf(container);
    if (!center && zoom === undefined) this.fitted = bounds;
    const first = this.fitted && this.isShown ? this.cameraFor(this.fitted) : undefined;
    const minZoom = this.farthest(first);
    this.map = new MapLibreMap({
      container,
      style: options.style ?? embedded?.(options.scheme),
      center: first?.center ?? center ?? WORLD_CENTER,
      zoom: first?.zoom ?? zoom ?? minZoom,
      minZoom,
      transformConstrain: constrain(minZoom, this.size.height),
      maxZoom: MAXIMUM_ZOOM,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      attributionControl: false,
      fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
      locale: uiTexts(options.language),
      // A map that mostly stands still is no reason to wake the faster of two GPUs.
      canvasContextAttributes: { powerPreference: 'low-power' },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    trustAttributions(this.map);
    this.map.addControl(new AttributionControl({ compact: false }));
    this.scale = new MapScale({
      localize: this.localize,
      unit: unitOfLength(nearestLang(container)),
      textScale: 1,
    });
    this.map.addControl(this.scale, 'bottom-right');
    this.gestures = new MapGestures(container, this.map, options.gestures);
    this.style = new MapStyle(
      this.map,
      options.style,
      embedded,
      { scheme: options.scheme, localize: this.localize, textScale: 1 },
      options,
    );
    this.style.setTiles(options.tiles);
    this.anchored = new AnchoredElement({
      projection: () => this.projection(),
      reachAt: (longitude, latitude) => markers.reachAt(longitude, latitude),
      shift: by => this.shift(by),
      onPlaced: () => {
        if (!this.map.isMoving()) this.settle();
      },
    });
    container.append(this.anchored.pointer);
    const layers = this.map.getCanvasContainer();
    layers.append(this.edge.element);
    markers.appendTo(layers, this.map.getCanvas());
    markers.rootFontSize.onChange(() => this.resizeTexts());
    new PrintedMap(this.map, isPrinted => {
      this.style.paint(isPrinted ? 'light' : undefined);
      markers.pattern(isPrinted);
    });
    this.follow();
    markers.settle(this.measureControls());
    this.listen();
    this.followSizeWithoutGround();
  }

  /** Where the map looks now. */
  get camera(): Camera {
    const center = this.map.getCenter().wrap();
    const bounds = this.map.getBounds();
    const half = Math.min(180, (bounds.getEast() - bounds.getWest()) / 2);
    return {
      center: [center.lng, center.lat],
      zoom: this.map.getZoom(),
      bbox: [center.lng - half, bounds.getSouth(), center.lng + half, bounds.getNorth()],
    };
  }

  /** Takes its styles along into another document. */
  adoptStyles(): void {
    adoptMaplibreStyles(this.options.container);
  }

  /** What a map is made with to look where this one does. */
  get place(): Pick<MapLibreViewOptions, 'center' | 'zoom' | 'bounds'> {
    const { center, zoom } = this.camera;
    return this.fitted
      ? { center: undefined, zoom: undefined, bounds: this.fitted }
      : { center, zoom, bounds: undefined };
  }

  /** Whether WebGL can draw nothing for now. */
  get isGroundLost(): boolean {
    return this.style.isLost;
  }

  /** Whether it moves, by whatever cause. */
  get isMoving(): boolean {
    return this.map.isMoving();
  }

  /** The group or pin whose button this is. */
  markerOf(button: Element): Marker | undefined {
    return this.markers.markerOf(button);
  }

  /** Whether the map itself or a marker has the focus. */
  get hasFocus(): boolean {
    const { container } = this.options;
    return container.contains((container.getRootNode() as Document | ShadowRoot).activeElement);
  }

  /** The marker that has the focus. */
  get focusedMarker(): Marker | undefined {
    return this.markers.focusedMarker;
  }

  /** Gives the focus to a marker, if it is still there; else to the map itself. */
  giveFocus(marker: Marker | undefined): void {
    const button = marker && this.markers.buttonOf(marker);
    (button ?? this.map.getCanvas()).focus({ preventScroll: true });
  }

  /** Gives the focus to the marker that Tab reaches; to the map itself where there is none. */
  focus(): void {
    this.markers.focus();
  }

  /**
   * Draws these groups and pins, and no others, without the statuses that the legend hides (R21).
   * @param isLive whether they are those before, changed by the data alone
   */
  setItems(items: readonly MapItem[], hidden?: ReadonlySet<string>, isLive = false): void {
    this.markers.setItems(items, hidden);
    this.style.obstacles.follow(() => this.markers.obstacles, isLive);
    this.anchored.place();
  }

  /** Has a status stand out of the others on the groups and pins, or none. */
  highlight(status: string | undefined): void {
    this.markers.highlight(status);
  }

  /** Whether all that is read of it is in this language. */
  isIn(localize: Localize): boolean {
    return localize === this.localize;
  }

  /** The language of all that is read of it; markers have it from the next items on. */
  setLanguage(language: MapLanguage): void {
    const { map } = this;
    this.localize = language.look.localize;
    Object.assign(map._locale, uiTexts(language));
    this.gestures.renewHint();
    map.getCanvas().setAttribute('aria-label', language.label);
    this.scale.setLook({
      localize: this.localize,
      unit: unitOfLength(nearestLang(this.options.container)),
    });
    this.style.setLook({ localize: this.localize });
    this.markers.setLook(language.look);
  }

  /** The look of the embedded map; a host's own style stays as it is. */
  setScheme(scheme: MapScheme): void {
    this.style.setLook({ scheme });
  }

  /** Gives rings patterns where they are wanted by now, or takes them away. */
  followPatterns(): void {
    this.markers.pattern();
  }

  /** The host's own style, or undefined for the embedded map. */
  setStyle(style: OwnStyle): void {
    this.style.setOwn(style);
  }

  /** URL of the host's own vector tiles, or undefined for none. */
  setTiles(url: string | undefined): void {
    this.style.setTiles(url);
  }

  /** Which gestures it takes, and which it leaves to the page. */
  setGestures(gestures: Gestures): void {
    this.gestures.set(gestures);
  }

  /** Moves there: longitude and latitude in degrees, and a zoom. */
  flyTo(center: [longitude: number, latitude: number], zoom: number): void {
    this.fitted = undefined;
    this.map.easeTo({ center, zoom, duration: MOTION });
  }

  /** Zooms by so many steps; farther where they are negative. */
  zoomBy(steps: number): void {
    this.fitted = undefined;
    this.map.easeTo({ zoom: this.map.getZoom() + steps, duration: MOTION });
  }

  /** Shows a whole box, whatever the map's shape (R16); a map that is not shown, once it is. */
  fit(bounds: BoundingBox): void {
    this.fitted = bounds;
    if (!this.isShown) return;
    const camera = this.cameraFor(bounds);
    this.allow(this.farthest(camera));
    this.map.easeTo({ ...camera, duration: MOTION });
  }

  /** R16: goes into a group, as near as its box allows; nothing happens to one that zooming never splits. */
  split(group: MapGroup): void {
    if (group.expansionZoom === undefined) return;
    const { center, zoom } = cameraInto(group, this.room);
    this.flyTo(center, zoom);
  }

  /**
   * Keeps an element beside a position while the map moves, inside the map. The element is positioned absolutely in
   * the container's box (`map-anchored` in `mapStyles`); its `data-side` says whether it stands `above`, `below`, `right` or `left`. A map
   * too small for that is moved a little.
   * @param at longitude and latitude in degrees; undefined lets go of it
   */
  anchor(element: HTMLElement, at: [longitude: number, latitude: number] | undefined): void {
    this.anchored.anchor(element, at);
  }

  /** What it shows, once it stands and all of that is there; what is there where that takes long. */
  async snapshot(): Promise<MapSnapshot> {
    const { map } = this;
    if (!map.loaded() || map.isMoving()) {
      const longest = new Promise(resolve => setTimeout(resolve, LONGEST_DRAWING));
      await Promise.race([map.once('idle'), longest]);
    }
    const { container } = this.options;
    const { worldSize, width, height } = this.projection();
    const { element: scale } = this.scale;
    return {
      ground: groundOf(map),
      ...{ width, height },
      world: width > worldSize ? { left: (width - worldSize) / 2, width: worldSize } : undefined,
      markers: this.markers.shown,
      scale: { width: scale.clientWidth, text: scale.textContent },
      sources: container.querySelector('.maplibregl-ctrl-attrib-inner')?.textContent ?? '',
    };
  }

  /** Frees the canvas, its WebGL context and everything that listens. */
  remove(): void {
    if (this.isRemoved) return;
    this.isRemoved = true;
    this.style.stop();
    this.gestures.stop();
    this.anchored.release();
    this.anchored.pointer.remove();
    this.options.container.removeAttribute('data-ground-lost');
    this.markers.remove();
    this.map.remove();
  }

  private resizeTexts(): void {
    const { scale } = this.markers.rootFontSize;
    this.style.setLook({ textScale: scale });
    this.scale.setLook({ textScale: scale });
    // Markers are sized by them, too.
    this.fitAnew();
    this.settle();
  }

  private listen(): void {
    const { map, options } = this;
    const { dispatcher } = map.style;
    const fail = (error: { message: string }) => {
      options.onFailure(
        new ExplainedError(say('mapWorkerFailed', error.message || say('fileNotLoaded')), { cause: error }),
      );
    };
    dispatcher.waitForInitComplete().catch(fail);
    const failing = dispatcher.on('error', ({ error }) => {
      fail(error);
    });
    map.once('idle', () => {
      failing.unsubscribe();
    });
    map.on('error', ({ error }) => {
      options.onError(asError(error));
    });
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) this.fitted = undefined;
    });
    map.on('webglcontextlost', () => this.loseGround(true));
    map.on('webglcontextrestored', () => this.loseGround(false));
    let toldMoving = -Infinity;
    map.on('move', () => {
      this.follow();
      const now = performance.now();
      if (now - toldMoving < MOVING_INTERVAL) return;
      toldMoving = now;
      options.onMoving?.(this.camera);
    });
    map.on('click', ({ originalEvent }) => {
      // Clicks on markers bubble through MapLibre too.
      if (originalEvent.target === map.getCanvas()) options.onPress?.();
    });
    map.on('resize', () => this.onResize());
    map.on('style.load', () => {
      if (!map.hasImage(OBSTACLES)) map.addImage(OBSTACLES, OBSTACLE_IMAGE);
      this.keepLabelsClear();
      // Not before it has drawn: graphics compile a program for icons, which may hold up a page's first picture.
      map.once('idle', () => this.style.obstacles.give());
      this.lookAround();
    });
    map.on('styledata', () => this.style.paintPoles());
    map.on('moveend', event => {
      this.settle();
      this.lookAround();
      // A move that it asked for itself may have met the map's edge.
      if (!(event as MadeRoom).isForAnchored) this.anchored.makeRoom();
      options.onViewChange(this.camera);
    });
  }

  /** MapLibre itself leaves its size as it is while its context is lost. */
  private followSizeWithoutGround(): void {
    const { map } = this;
    const resized = new ResizeObserver(() => {
      if (!this.isGroundLost) return;
      map._resizeInternal();
      this.onResize();
      // All that follows a movement follows this.
      map.jumpTo({});
    });
    resized.observe(this.options.container);
    map.once('remove', () => resized.disconnect());
  }

  /** Without a ground, groups and pins go on. */
  private loseGround(isLost: boolean): void {
    this.options.container.toggleAttribute('data-ground-lost', isLost);
    this.style.setLost(isLost);
  }

  /** A movement that goes on comes first: at its end, it is asked for again. */
  private shift({ x, y }: { x: number; y: number }): void {
    const forAnchored: MadeRoom = { isForAnchored: true };
    if (!this.map.isMoving()) this.map.panBy([-x, -y], { duration: MOTION }, forAnchored);
  }

  private projection(): Projection {
    const { lng, lat } = this.map.getCenter();
    return { ...toMercator(lng, lat), worldSize: worldSizeAt(this.map.getZoom()), ...this.size };
  }

  /** One that is not shown has no size. */
  private get isShown(): boolean {
    return this.size.width > 0 && this.size.height > 0;
  }

  /** What a box is fitted into. */
  private get room(): Omit<FitInto, 'maxZoom'> {
    const controls = this.measureControls().map(control => cornerControl(control, this.size));
    return { map: this.size, reach: this.markers.reach, controls };
  }

  private cameraFor(bounds: BoundingBox): FittedCamera {
    return fitBox(bounds, { ...this.room, maxZoom: TOWN_ZOOM });
  }

  /** No farther than where the world fills the map, but as far as a box that is to be in view needs. */
  private farthest(fitted?: FittedCamera): number {
    return Math.min(smallestZoom(this.size.width, this.size.height), fitted?.zoom ?? Infinity);
  }

  private follow(): void {
    const projection = this.projection();
    this.edge.place(projection);
    this.markers.project(projection);
    this.anchored.place();
  }

  private lookAround(): void {
    this.style.look(this.camera);
  }

  private measureControls(): Cover[] {
    const { container, controls } = this.options;
    return coversOf(container, controls?.() ?? []);
  }

  /** Lays out markers and labels around what stands above the map. */
  private settle(): void {
    const controls = this.measureControls();
    const { cover } = this.anchored;
    this.markers.settle(cover ? [...controls, cover] : controls);
    this.keepLabelsClear(controls);
  }

  private keepLabelsClear(controls = this.measureControls()): void {
    const { container } = this.options;
    const credits = container.querySelector('.maplibregl-ctrl-bottom-right')!.getBoundingClientRect();
    const projection = this.projection();
    const { width, height } = this.size;
    const obstacles = [...controls, ...coversOf(container, [credits])].flatMap(
      ({ left, top, right, bottom }) =>
        boxObstacles(
          {
            left: left - width / 2,
            top: top - height / 2,
            right: right - width / 2,
            bottom: bottom - height / 2,
          },
          projection,
          projection.worldSize,
        ),
    );
    this.style.obstacles.set(this.markers.obstacles, obstacles);
  }

  private allow(minZoom: number): void {
    this.map.setMinZoom(minZoom);
    this.map.setTransformConstrain(constrain(minZoom, this.size.height));
  }

  private onResize(): void {
    this.size = sizeOf(this.options.container);
    this.fitAnew();
  }

  /** What it shows stays in view. */
  private fitAnew(): void {
    const { fitted } = this;
    if (!this.isShown) return;
    const camera = fitted && this.cameraFor(fitted);
    this.allow(this.farthest(camera));
    if (camera) this.map.jumpTo(camera);
    this.follow();
  }
}
