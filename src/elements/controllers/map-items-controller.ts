import { guard } from 'lit/directives/guard.js';

import type { Localize } from '../../messages/localize.js';
import { localizeOf } from '../../messages/nearest-language.js';
import { isSame } from '../../model/fields.js';
import type { BoundingBox, MapDimension, MapItem } from '../../model/questions.js';
import type { StatusCounts } from '../../model/records.js';
import type { DataProvider } from '../../provider/data-provider.js';
import type { Camera } from '../../render/map/camera.js';
import type { MapLibreView } from '../../render/map/maplibre-view.js';
import { mapList } from '../../render/map/map-list.js';
import { markerBreakdown } from '../../render/map/marker-breakdown.js';
import { markerLook } from '../../render/map/marker-look.js';
import type { StatusShares } from '../../render/pie/pie.js';
import { SECTIONS } from '../../render/shared/sections.js';
import { AskedBox } from './asked-box.js';
import { DataController } from './data-controller.js';
import type { DataHost } from './data-controller.js';
import { HighlightController } from './highlight-controller.js';
import { TooltipController } from './tooltip-controller.js';

/** What a map was last told: what stands on it, and how much there is in all. */
interface MapAnswer {
  items: MapItem[];
  /** The box that they are in; undefined before the map stands. */
  bbox?: BoundingBox;
  /** The box of the whole network, where the map waits for it. */
  bounds?: BoundingBox;
  total: number;
  byStatus: StatusCounts;
}

const NO_ITEMS: MapItem[] = [];

/** What is drawn of an answer, and how. */
interface DrawnItems {
  view: MapLibreView;
  items: MapItem[];
  bbox?: BoundingBox;
  hidden: ReadonlySet<string>;
  localize: Localize;
}

/** What a map shows of its data: asked for where it looks, drawn on it, and told in a tooltip. */
export class MapItemsController {
  readonly data: DataController<MapAnswer>;
  private readonly asked = new AskedBox();
  private readonly highlight: HighlightController;
  private readonly tooltip: TooltipController;
  private drawn?: DrawnItems;

  /**
   * @param needsBounds whether the map waits for the box of the network
   * @param isOpen whether a popup is open for an item
   */
  constructor(
    host: DataHost,
    private readonly dimension: () => MapDimension,
    private readonly view: () => MapLibreView | undefined,
    private readonly needsBounds: () => boolean,
    isOpen: (item: MapItem) => boolean,
  ) {
    this.data = new DataController<MapAnswer>(host, (provider, signal) => this.ask(provider, signal));
    this.highlight = new HighlightController(host, this.data, dimension, () => {
      const view = this.view();
      if (view) this.drawHighlight(view);
    });
    this.tooltip = new TooltipController(host, {
      targets: '.marker',
      contentOf: target => {
        const marker = this.view()?.markerOf(target);
        if (!marker || isOpen(marker.item)) return undefined;
        return {
          content: markerBreakdown(localizeOf(host), marker, this.dimension()),
          sides: ['above', 'below', 'right', 'left'],
        };
      },
      isHeld: () => this.view()?.isMoving ?? false,
    });
  }

  /** The statuses that are hidden (R21). */
  get hidden(): ReadonlySet<string> {
    return this.data.filters.hidden(this.dimension());
  }

  /** What of all is in each status. */
  shares(localize: Localize): StatusShares {
    const dimension = this.dimension();
    return {
      ...{ localize, dimension, section: SECTIONS[dimension] },
      counts: this.data.answer?.byStatus ?? {},
      hidden: this.hidden,
      historyOf: () => undefined,
    };
  }

  /** R21: whether there is something, and the legend hides all of it. */
  get isAllHidden(): boolean {
    const { answer } = this.data;
    const hidden = this.hidden;
    return (
      answer !== undefined &&
      answer.total > 0 &&
      Object.entries(answer.byStatus).every(([status, count]) => count === 0 || hidden.has(status))
    );
  }

  /** Asks for what a camera shows, unless that was asked for. */
  look(camera: Camera): void {
    if (!this.asked.covers(camera)) this.data.ask();
  }

  /** Follows the map while it moves. */
  follow(camera: Camera): void {
    this.look(camera);
    this.tooltip.rest();
  }

  /** What is known, as a list. */
  renderList(localize: Localize): unknown {
    const { items } = this.data.answer ?? { items: [] };
    const { hidden } = this;
    return guard([items, hidden, localize], () =>
      mapList(items, hidden, markerLook(localize, this.dimension())),
    );
  }

  /** Draws what is known, unless that is what is drawn. */
  draw(view: MapLibreView, localize: Localize): void {
    const { items, bbox } = this.data.answer ?? { items: NO_ITEMS };
    const { hidden } = this;
    this.drawHighlight(view);
    const { drawn } = this;
    const isAsBefore = drawn?.view === view && drawn.hidden === hidden && drawn.localize === localize;
    if (isAsBefore && drawn.items === items) return;
    this.drawn = { view, items, bbox, hidden, localize };
    view.setItems(items, hidden, isAsBefore && isSame(drawn.bbox, bbox));
  }

  private drawHighlight(view: MapLibreView): void {
    view.highlight(this.highlight.status);
  }

  private async ask(provider: DataProvider, signal: AbortSignal): Promise<MapAnswer> {
    const dimension = this.dimension();
    const camera = this.view()?.camera;
    if (!camera) this.asked.forget();
    const bbox = camera && this.asked.widen(camera);
    const [items, bounds, { total, byStatus }] = await Promise.all([
      bbox ? provider.mapItems({ dimension, bbox, zoom: camera.zoom }, { signal }) : NO_ITEMS,
      this.needsBounds() ? provider.bounds?.({ signal }) : undefined,
      provider.counts(dimension, { signal }),
    ]);
    return { items, bbox, bounds, total, byStatus };
  }
}
