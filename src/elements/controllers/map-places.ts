import type { LitElement, TemplateResult } from 'lit';

import { isGroup } from '../../model/questions.js';
import type { MapDimension, MapItem } from '../../model/questions.js';
import type { DataProvider } from '../../provider/data-provider.js';
import type { MapLibreView } from '../../render/map/maplibre-view.js';
import type { LinkTemplates } from '../../render/shared/details-link.js';
import type { DataHost } from './data-controller.js';
import { PopupController } from './popup-controller.js';
import { SearchController } from './search-controller.js';
import type { WayBack } from './way-back.js';

/** Near enough for a location to stand by itself in most towns. */
const FOUND_ZOOM = 16;

/** The map whose places these are. */
interface PlacesMap {
  dimension(): MapDimension;
  view(): MapLibreView | undefined;
  provider(): DataProvider | undefined;
  wayBack: WayBack;
}

/** What a reader opens on a map: a group or pin by its marker, and a location that the search found. */
export class MapPlaces {
  readonly popup: PopupController;
  private readonly search: SearchController;

  constructor(
    private readonly host: DataHost & LinkTemplates & LitElement,
    private readonly map: PlacesMap,
  ) {
    this.popup = new PopupController(host, map.dimension);
    this.search = new SearchController(host, map.provider, id => this.goTo(id));
  }

  renderSearch(view: string): TemplateResult {
    return this.search.render(view);
  }

  /** Splits a group (R16); opens a location (R17), or what stands on one exact point. */
  select(item: MapItem, marker: HTMLElement): void {
    if (isGroup(item) && item.locationIds === undefined) {
      this.popup.close();
      this.map.wayBack.leave();
      this.map.view()?.split(item);
      return;
    }
    const locationIds = isGroup(item) ? item.locationIds! : [item.id];
    this.popup.open({ locationIds, at: [item.longitude, item.latitude], opener: marker });
  }

  /** Goes to a location and opens it; answers whether it is on the map. */
  private async goTo(id: string): Promise<boolean> {
    const location = await this.map.provider()?.location(id);
    const view = this.map.view();
    if (!location || !Number.isFinite(location.longitude) || !view) return false;
    const at: [number, number] = [location.longitude, location.latitude];
    this.map.wayBack.leave();
    view.flyTo(at, Math.max(FOUND_ZOOM, view.camera.zoom));
    const opener = this.host.renderRoot.querySelector<HTMLElement>('[part="search"]')!;
    this.popup.open({ locationIds: [id], at, opener });
    return true;
  }
}
