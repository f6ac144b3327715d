import { AttributionControl, MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import type { BoundingBox, MapGroup, MapItem } from '../../model/questions.js';
import { embeddedStyle } from './embedded-style.js';
import type { MapScheme } from './embedded-style.js';
import { placeBeside } from './map-anchor.js';
import { mapConfig } from './map-config.js';
import { smallestZoom, toMercator, toScreen, worldSizeAt } from './projection.js';
import type { MercatorPoint, Projection } from './projection.js';
import { bundledWorkerUrl } from './map-worker-url.js';
import { adoptMaplibreStyles } from './maplibre-styles.js';
import { MarkerLayer } from './markers.js';
import type { MarkerLayerOptions } from './markers.js';

/** Where a map looks. */
export interface View {
  /** Longitude within ±180 and latitude in degrees. */
  center: [longitude: number, latitude: number];
  /** MapLibre's: the world is 512 pixels wide at 0, and twice as wide with every step. */
  zoom: number;
  bbox: BoundingBox;
}

/** What a map is made with. */
export interface MapLibreViewOptions {
  /** In a shadow root (or the document), positioned, sized by CSS. */
  container: HTMLElement;
  /** The host's own style (`map-style`): a URL or a style; else the embedded world map (R24). */
  style?: string | StyleSpecification;
  scheme: MapScheme;
  /** The first view: `center` and `zoom`, else `bounds`, else the world. Longitude, latitude in degrees. */
  center?: [longitude: number, latitude: number];
  zoom?: number;
  bounds?: BoundingBox;
  /** The map's accessible name. */
  label?: string;
  markers: MarkerLayerOptions;
  /** Called now and then while the map moves. */
  onMoving?(view: View): void;
  /** The map itself was clicked, not a marker. */
  onPress?(): void;
  /** Called when a move has ended, by whatever cause; for the first view, read `view`. */
  onViewChange(view: View): void;
  /** What went wrong after the map stood: a style that cannot be fetched, a tile that cannot be read. */
  onError(error: Error): void;
}

const LABEL = 'Map. Arrow keys move it, plus and minus zoom.';
const WORLD_CENTER: [number, number] = [10, 28];
const MAXIMUM_ZOOM = 22;
/** Fitting a single location goes no nearer than its town. */
const FITTING = { padding: 56, maxZoom: 12 };
/** Milliseconds that a movement of the camera takes; MapLibre leaves it out where motion is not wanted. */
const MOTION = 240;

/** Milliseconds between two tidings of a map that moves. */
const MOVING_EVERY = 100;

function sizeOf({ clientWidth, clientHeight }: HTMLElement): { width: number; height: number } {
  return { width: clientWidth, height: clientHeight };
}

/** A box as MapLibre takes it: across the antimeridian, east is past 180. */
function cornersOf([west, south, east, north]: BoundingBox): [[number, number], [number, number]] {
  return [
    [west, south],
    [east < west ? east + 360 : east, north],
  ];
}

/** The map itself: MapLibre's canvas, the markers above it, and what stays beside a position while it moves. */
export class MapLibreView {
  readonly #map: MapLibreMap;
  readonly #markers: MarkerLayer;
  readonly #container: HTMLElement;
  /** Asking for it in every step of a movement would lay out the page each time. */
  #size: { width: number; height: number };
  readonly #onError: (error: Error) => void;
  readonly #attribution = new AttributionControl({ compact: true });
  #style: string | StyleSpecification | undefined;
  #scheme: MapScheme;
  /** Of the style asked for last: one that arrives late is not shown. */
  #styleTurn = 0;
  #removed = false;
  #toldMoving = -Infinity;
  #anchored: { element: HTMLElement; at: [number, number]; point: MercatorPoint } | undefined;
  readonly #anchoredSize = new ResizeObserver(() => this.#placeAnchored());

  /**
   * Makes a map in its container.
   * @throws where WebGL2 can't be had
   */
  static async create(options: MapLibreViewOptions): Promise<MapLibreView> {
    const workerUrl = mapConfig().workerUrl ?? bundledWorkerUrl;
    if (workerUrl) setWorkerUrl(String(workerUrl));
    const style = options.style ?? (await embeddedStyle(options.scheme));
    const markers = new MarkerLayer(options.markers);
    try {
      return new MapLibreView(options, style, markers);
    } catch (error) {
      markers.remove();
      throw error;
    }
  }

  private constructor(
    options: MapLibreViewOptions,
    style: string | StyleSpecification,
    markers: MarkerLayer,
  ) {
    this.#markers = markers;
    const { container, center, zoom, bounds } = options;
    adoptMaplibreStyles(container);
    this.#container = container;
    this.#style = options.style;
    this.#scheme = options.scheme;
    this.#onError = options.onError;
    this.#size = sizeOf(container);
    const minZoom = smallestZoom(this.#size.width, this.#size.height);
    const fits = bounds && !center && zoom === undefined;
    this.#map = new MapLibreMap({
      container,
      style,
      center: center ?? WORLD_CENTER,
      zoom: zoom ?? minZoom,
      ...(fits && { bounds: cornersOf(bounds), fitBoundsOptions: FITTING }),
      minZoom,
      maxZoom: MAXIMUM_ZOOM,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      attributionControl: false,
      fadeDuration: 200,
      locale: { 'Map.Title': options.label ?? LABEL },
      // A map that mostly stands still is no reason to wake the faster of two GPUs.
      canvasContextAttributes: { powerPreference: 'low-power' },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#showAttribution();
    this.#markers.appendTo(this.#map.getCanvasContainer());
    this.#follow();
    this.#map.on('error', ({ error }) =>
      this.#onError(error instanceof Error ? error : new Error(error.message, { cause: error })),
    );
    this.#map.on('move', () => {
      this.#follow();
      this.#tellMoving(options);
    });
    this.#map.on('click', ({ originalEvent }) => {
      // Clicks on markers bubble through MapLibre too.
      if (originalEvent.target === this.#map.getCanvas()) options.onPress?.();
    });
    this.#map.on('resize', () => this.#onResize());
    this.#map.on('moveend', () => {
      this.#markers.settle();
      options.onViewChange(this.view);
    });
  }

  /** Where the map looks now. */
  get view(): View {
    const center = this.#map.getCenter().wrap();
    const bounds = this.#map.getBounds();
    const half = (bounds.getEast() - bounds.getWest()) / 2;
    return {
      center: [center.lng, center.lat],
      zoom: this.#map.getZoom(),
      bbox: [center.lng - half, bounds.getSouth(), center.lng + half, bounds.getNorth()],
    };
  }

  /** Draws these groups and pins, and no others, without the statuses that the legend hides (R21). */
  setItems(items: readonly MapItem[], hidden?: ReadonlySet<string>): void {
    this.#markers.setItems(items, hidden);
  }

  /** The look of the embedded map; a host's own style stays as it is. */
  setScheme(scheme: MapScheme): void {
    if (scheme === this.#scheme) return;
    this.#scheme = scheme;
    if (!this.#style) void this.#showStyle();
  }

  /** The host's own style, or undefined for the embedded map. */
  setStyle(style: string | StyleSpecification | undefined): void {
    if (style === this.#style) return;
    this.#style = style;
    this.#showAttribution();
    void this.#showStyle();
  }

  /** Takes on the container's size at once, where waiting for MapLibre to notice would show. */
  resize(): void {
    this.#map.resize();
  }

  /** Moves there: longitude and latitude in degrees, and a zoom. */
  flyTo(center: [longitude: number, latitude: number], zoom: number): void {
    this.#map.easeTo({ center, zoom, duration: MOTION });
  }

  /** Shows a whole box. */
  fit(bounds: BoundingBox): void {
    this.#map.fitBounds(cornersOf(bounds), { ...FITTING, linear: true, duration: MOTION });
  }

  /** R16: zooms in to where a group opens; nothing happens to one that zooming never splits. */
  split({ longitude, latitude, expansionZoom }: MapGroup): void {
    if (expansionZoom !== undefined) this.flyTo([longitude, latitude], expansionZoom);
  }

  /**
   * Keeps an element beside a position while the map moves, inside the map. The element is positioned absolutely in
   * the container's box (`map-anchored` in `mapStyles`); its `data-side` says whether it stands `above` or `below`.
   * @param at longitude and latitude in degrees; undefined lets go of it
   */
  anchor(element: HTMLElement, at: [longitude: number, latitude: number] | undefined): void {
    this.#anchoredSize.disconnect();
    this.#anchored = at && { element, at, point: toMercator(...at) };
    if (!at) return;
    element.classList.add('map-anchored');
    this.#placeAnchored();
    this.#anchoredSize.observe(element);
  }

  /** Frees the canvas, its WebGL context and everything that listens. */
  remove(): void {
    if (this.#removed) return;
    this.#removed = true;
    this.#anchoredSize.disconnect();
    this.#markers.remove();
    this.#map.remove();
  }

  async #showStyle(): Promise<void> {
    const turn = ++this.#styleTurn;
    try {
      const style = this.#style ?? (await embeddedStyle(this.#scheme));
      if (turn === this.#styleTurn && !this.#removed) this.#map.setStyle(style);
    } catch (error) {
      this.#onError(error as Error);
    }
  }

  /** The embedded map is in the public domain; what a host's style shows may have to be credited. */
  #showAttribution(): void {
    const shown = this.#map.hasControl(this.#attribution);
    if (this.#style && !shown) this.#map.addControl(this.#attribution);
    if (!this.#style && shown) this.#map.removeControl(this.#attribution);
  }

  #projection(): Projection {
    const { lng, lat } = this.#map.getCenter();
    return { ...toMercator(lng, lat), worldSize: worldSizeAt(this.#map.getZoom()), ...this.#size };
  }

  #follow(): void {
    this.#markers.project(this.#projection());
    this.#placeAnchored();
  }

  #tellMoving({ onMoving }: MapLibreViewOptions): void {
    const now = performance.now();
    if (now - this.#toldMoving < MOVING_EVERY) return;
    this.#toldMoving = now;
    onMoving?.(this.view);
  }

  #onResize(): void {
    this.#size = sizeOf(this.#container);
    this.#map.setMinZoom(smallestZoom(this.#size.width, this.#size.height));
    this.#follow();
  }

  #placeAnchored(): void {
    if (!this.#anchored) return;
    const { element, at, point } = this.#anchored;
    const projection = this.#projection();
    const popup = { width: element.offsetWidth, height: element.offsetHeight };
    const { left, top, side } = placeBeside(
      toScreen(point, projection),
      this.#markers.extentAt(...at),
      popup,
      projection,
    );
    element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
    element.dataset.side = side;
  }
}
