import { AttributionControl, MapLibreMap, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import { toMercator } from '../../model/mercator.js';
import type { BoundingBox, MapGroup, MapItem } from '../../model/questions.js';
import { embeddedStyle } from './embedded-style.js';
import type { MapScheme } from './embedded-style.js';
import { AnchoredElement } from './anchored-element.js';
import type { Camera } from './camera.js';
import { MapStyle } from './map-style.js';
import type { OwnStyle } from './map-style.js';
import { adoptMaplibreStyles } from './maplibre-styles.js';
import { MarkerLayer } from './markers.js';
import type { MarkerLayerOptions } from './markers.js';
import { smallestZoom, worldSizeAt } from './projection.js';
import { languageOf, unitOfLength } from './unit-of-length.js';
import type { Projection } from './projection.js';
import { mapWorkerUrl } from './trusted-map-worker.js';

/** What a map is made with. */
export interface MapLibreViewOptions {
  /** In a shadow root (or the document), positioned, sized by CSS. */
  container: HTMLElement;
  /** The host's own style (`map-style`): a URL or a style; else the embedded world map (R24). */
  style?: OwnStyle;
  scheme: MapScheme;
  /** The first view: `center` and `zoom`, else `bounds`, else the world. Longitude, latitude in degrees. */
  center?: [longitude: number, latitude: number];
  zoom?: number;
  bounds?: BoundingBox;
  /** The map's accessible name. */
  label?: string;
  markers: MarkerLayerOptions;
  /** Called now and then while the map moves. */
  onMoving?(camera: Camera): void;
  /** The map itself was clicked, not a marker. */
  onPress?(): void;
  /** Called when a move has ended, by whatever cause; for the first one, read `camera`. */
  onViewChange(camera: Camera): void;
  /** What went wrong after the map stood: a style that cannot be fetched, a tile that cannot be read. */
  onError(error: Error): void;
  /** MapLibre has no worker, so nothing will ever be drawn. */
  onFailure(error: Error): void;
}

const LABEL = 'Map. Arrow keys move it, plus and minus zoom.';
const WORLD_CENTER: [number, number] = [10, 28];
const MAXIMUM_ZOOM = 22;
/** Fitting a single location goes no nearer than its town. */
const FITTING = { padding: 56, maxZoom: 12 };
/** Milliseconds that a movement of the camera takes; MapLibre leaves it out where motion is not wanted. */
const MOTION = 240;

/** Of the scale, in pixels. */
const LONGEST_SCALE = 88;

/** `onMoving` is throttled to once in so many milliseconds. */
const MOVING_INTERVAL = 100;

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

function asError(error: { message: string }): Error {
  return error instanceof Error ? error : new Error(error.message, { cause: error });
}

/** The map itself: MapLibre's canvas, the markers above it, and what stays beside a position while it moves. */
export class MapLibreView {
  private readonly map: MapLibreMap;
  private readonly style: MapStyle;
  private readonly anchored: AnchoredElement;
  /** Cached: to read it in every step of a movement would lay out the page each time. */
  private size: { width: number; height: number };
  private isRemoved = false;
  private toldMoving = -Infinity;

  /**
   * Makes a map in its container.
   * @throws where WebGL2 can't be had
   */
  static async create(options: MapLibreViewOptions): Promise<MapLibreView> {
    const workerUrl = mapWorkerUrl();
    if (workerUrl) setWorkerUrl(workerUrl);
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
    private readonly options: MapLibreViewOptions,
    style: string | StyleSpecification,
    private readonly markers: MarkerLayer,
  ) {
    const { container, center, zoom, bounds } = options;
    adoptMaplibreStyles(container);
    this.size = sizeOf(container);
    const minZoom = smallestZoom(this.size.width, this.size.height);
    const fits = bounds && !center && zoom === undefined;
    this.map = new MapLibreMap({
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
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new AttributionControl({ compact: false }));
    this.addScale();
    this.style = new MapStyle(this.map, options.style, options.scheme, options.onError);
    this.anchored = new AnchoredElement(
      () => this.projection(),
      (longitude, latitude) => markers.extentAt(longitude, latitude),
    );
    markers.appendTo(this.map.getCanvasContainer());
    this.follow();
    this.listen();
  }

  /** Where the map looks now. */
  get camera(): Camera {
    const center = this.map.getCenter().wrap();
    const bounds = this.map.getBounds();
    const half = (bounds.getEast() - bounds.getWest()) / 2;
    return {
      center: [center.lng, center.lat],
      zoom: this.map.getZoom(),
      bbox: [center.lng - half, bounds.getSouth(), center.lng + half, bounds.getNorth()],
    };
  }

  /** Draws these groups and pins, and no others, without the statuses that the legend hides (R21). */
  setItems(items: readonly MapItem[], hidden?: ReadonlySet<string>): void {
    this.markers.setItems(items, hidden);
  }

  /** The look of the embedded map; a host's own style stays as it is. */
  setScheme(scheme: MapScheme): void {
    this.style.setScheme(scheme);
  }

  /** The host's own style, or undefined for the embedded map. */
  setStyle(style: OwnStyle): void {
    this.style.setOwn(style);
  }

  /** Moves there: longitude and latitude in degrees, and a zoom. */
  flyTo(center: [longitude: number, latitude: number], zoom: number): void {
    this.map.easeTo({ center, zoom, duration: MOTION });
  }

  /** Zooms by so many steps; farther where they are negative. */
  zoomBy(steps: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + steps, duration: MOTION });
  }

  /** Shows a whole box. */
  fit(bounds: BoundingBox): void {
    this.map.fitBounds(cornersOf(bounds), { ...FITTING, linear: true, duration: MOTION });
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
    this.anchored.anchor(element, at);
  }

  /** Frees the canvas, its WebGL context and everything that listens. */
  remove(): void {
    if (this.isRemoved) return;
    this.isRemoved = true;
    this.style.stop();
    this.anchored.release();
    this.markers.remove();
    this.map.remove();
  }

  private addScale(): void {
    const { container } = this.options;
    const scale = new ScaleControl({ maxWidth: LONGEST_SCALE, unit: unitOfLength(languageOf(container)) });
    this.map.addControl(scale, 'bottom-right');
    container.querySelector('.maplibregl-ctrl-scale')?.part.add('scale');
  }

  private listen(): void {
    const { map, options } = this;
    const { dispatcher } = map.style;
    dispatcher.waitForInitComplete().catch((error: Error) => {
      options.onFailure(error);
    });
    const failing = dispatcher.on('error', ({ error }) => {
      options.onFailure(asError(error));
    });
    map.once('idle', () => {
      failing.unsubscribe();
    });
    map.on('error', ({ error }) => {
      options.onError(asError(error));
    });
    map.on('move', () => {
      this.follow();
      this.tellMoving();
    });
    map.on('click', ({ originalEvent }) => {
      // Clicks on markers bubble through MapLibre too.
      if (originalEvent.target === map.getCanvas()) options.onPress?.();
    });
    map.on('resize', () => this.onResize());
    map.on('style.load', () => this.lookAround());
    map.on('moveend', () => {
      this.markers.settle();
      this.lookAround();
      options.onViewChange(this.camera);
    });
  }

  private projection(): Projection {
    const { lng, lat } = this.map.getCenter();
    return { ...toMercator(lng, lat), worldSize: worldSizeAt(this.map.getZoom()), ...this.size };
  }

  private follow(): void {
    this.markers.project(this.projection());
    this.anchored.place();
  }

  private lookAround(): void {
    const { bbox, zoom } = this.camera;
    this.style.look(bbox, zoom);
  }

  private tellMoving(): void {
    const now = performance.now();
    if (now - this.toldMoving < MOVING_INTERVAL) return;
    this.toldMoving = now;
    this.options.onMoving?.(this.camera);
  }

  private onResize(): void {
    this.size = sizeOf(this.options.container);
    this.map.setMinZoom(smallestZoom(this.size.width, this.size.height));
    this.follow();
  }
}
