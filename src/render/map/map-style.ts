import type { GeoJSONSource, MapLibreMap, StyleSpecification } from 'maplibre-gl';

import { nearestLang } from '../../messages/nearest-language.js';
import type { Camera } from './camera.js';
import { embeddedStyle, NEAR_SHAPES, TOWNS } from './embedded-style.js';
import type { EmbeddedLook, SchemedStyle } from './embedded-style.js';
import { groundNote } from './ground-note.js';
import type { GroundNote, StreetState } from './ground-note.js';
import { LabelObstacles } from './label-obstacles.js';
import { NearMap } from './near-map.js';
import type { NearFeatures } from './near-map.js';
import { savesData } from './saves-data.js';
import type { StreetTiles } from './street-tiles.js';

/** A host's own style, a URL or a style itself; undefined for the embedded world map. */
export type OwnStyle = string | StyleSpecification | undefined;

/** MapLibre stands still without any style. */
const NOTHING_DRAWN: StyleSpecification = { version: 8, sources: {}, layers: [] };

/** Who is told what a map's ground lacks, and what went wrong with it. */
interface MapStyleListener {
  /** Undefined where nothing is to be said any more. */
  onNote?(note: GroundNote | undefined): void;
  onError(error: Error): void;
}

/**
 * What a map is drawn with: the host's own style, or the embedded one in one of its two looks (R24), with the host's own
 * tiles where they have streets (R30).
 */
export class MapStyle {
  /** A style that arrives after another was asked for is not shown; NaN once it is stopped. */
  private lastAsked = 0;
  private readonly near: NearMap;
  /** What its labels are kept clear of. */
  readonly obstacles: LabelObstacles;
  /** URL of the host's tiles. */
  private tilesUrl?: string;
  private streets: Exclude<StreetState, object> | StreetTiles = 'none';
  private camera?: Camera;
  private note?: GroundNote;

  /** @param embedded the embedded style that the map shows, unless it shows an own one */
  constructor(
    private readonly map: MapLibreMap,
    private own: OwnStyle,
    private embedded: SchemedStyle | undefined,
    private embeddedLook: EmbeddedLook,
    private readonly listener: MapStyleListener,
  ) {
    this.obstacles = new LabelObstacles(map);
    this.near = new NearMap(
      added => this.add(added),
      error => listener.onError(error),
    );
  }

  setOwn(style: OwnStyle): void {
    if (style === this.own) return;
    this.own = style;
    void this.show();
  }

  /** Draws the embedded map anew where that changes its look. */
  setLook(changes: Partial<EmbeddedLook>): void {
    const before = this.embeddedLook;
    const now = { ...before, ...changes };
    if (
      now.scheme === before.scheme &&
      now.localize === before.localize &&
      now.textScale === before.textScale
    )
      return;
    this.embeddedLook = now;
    if (!this.own) void this.show();
  }

  /** The URL of the host's own tiles, or undefined for the embedded map alone. */
  setTiles(url: string | undefined): void {
    if (url === this.tilesUrl) return;
    this.tilesUrl = url;
    void this.loadStreets(url);
  }

  /** Has the embedded map show what there is at a place (R30). */
  look(camera: Camera): void {
    this.camera = camera;
    this.tellNote();
    if (!this.own && !savesData()) void this.near.look(camera.bbox, camera.zoom);
  }

  /** Whether WebGL can draw nothing for now, as where a page has too many maps, or its GPU was taken away. */
  get isLost(): boolean {
    return this.note === 'groundLost';
  }

  /** WebGL can draw nothing, or can again: then MapLibre has the style that it had before. */
  setLost(isLost: boolean): void {
    this.tell(isLost ? 'groundLost' : this.missing);
    if (isLost) this.map.setStyle(NOTHING_DRAWN);
    void this.show();
  }

  /** MapLibre draws nothing past the poles: there the background goes on. */
  paintPoles(): void {
    const { map } = this;
    const background = map.getLayersOrder().find(id => map.getLayer(id)?.type === 'background');
    const color = background && map.getPaintProperty(background, 'background-color');
    map.getContainer().style.backgroundColor = typeof color === 'string' ? color : '';
  }

  /** Has the embedded map the colours of a scheme at once, or its own again. */
  paint(scheme = this.embeddedLook.scheme): void {
    const { map } = this;
    for (const { id, paint = {} } of this.embedded?.(scheme).layers ?? []) {
      if (!map.getLayer(id)) continue;
      for (const [name, value] of Object.entries(paint))
        map.setPaintProperty(id, name as Parameters<MapLibreMap['setPaintProperty']>[1], value);
    }
  }

  /** No style that is still on its way is shown any more, no label placed anew, and nothing told of the ground. */
  stop(): void {
    this.lastAsked = NaN;
    this.obstacles.stop();
  }

  private async loadStreets(url: string | undefined): Promise<void> {
    let streets: typeof this.streets = 'none';
    try {
      if (url && !savesData()) streets = await (await import('./street-tiles.js')).openStreetTiles(url);
    } catch (error) {
      streets = 'failed';
      this.listener.onError(error as Error);
    }
    if (url !== this.tilesUrl) return;
    this.streets = streets;
    this.tellNote();
    if (!this.own) await this.show();
  }

  private async show(): Promise<void> {
    const asked = ++this.lastAsked;
    this.tellNote();
    if (this.isLost) return;
    try {
      const embedded = this.own ? undefined : await this.makeEmbedded();
      if (asked !== this.lastAsked) return;
      this.embedded = embedded;
      this.map.setStyle(this.own ?? embedded!(this.embeddedLook.scheme));
    } catch (error) {
      this.listener.onError(error as Error);
    }
  }

  private async makeEmbedded(): Promise<SchemedStyle> {
    const { streets } = this;
    const embedded = await embeddedStyle(this.embeddedLook, this.near.features, this.obstacles.data);
    if (typeof streets !== 'object') return embedded;
    const { withStreets } = await import('./street-style.js');
    const language = nearestLang(this.map.getContainer());
    return scheme => withStreets(embedded(scheme), streets, scheme, language);
  }

  private add({ shapes, towns }: NearFeatures): void {
    const { map } = this;
    // Where there is no such source, a host's style is shown, or none yet; the next embedded one has them.
    void map.getSource<GeoJSONSource>(NEAR_SHAPES)?.updateData({ add: shapes });
    void map.getSource<GeoJSONSource>(TOWNS)?.updateData({ add: towns });
  }

  private tellNote(): void {
    if (!this.isLost) this.tell(this.missing);
  }

  private tell(note: GroundNote | undefined): void {
    if (note === this.note || Number.isNaN(this.lastAsked)) return;
    this.note = note;
    this.listener.onNote?.(note);
  }

  /** What the embedded map lacks where it looks. */
  private get missing(): GroundNote | undefined {
    return this.own || !this.camera ? undefined : groundNote(this.camera, this.streets);
  }
}
