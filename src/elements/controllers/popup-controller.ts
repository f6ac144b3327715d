import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import type { LocationDetail, MapDimension } from '../../model/questions.js';
import { nowOf } from '../../provider/provider-clock.js';
import type { DataProvider } from '../../provider/data-provider.js';
import type { LinkTemplates } from '../../render/shared/details-link.js';
import type { MapLibreView } from '../../render/map/maplibre-view.js';
import { locationPopup, locationsPopup } from '../../render/popup/popup.js';
import type { PopupOptions } from '../../render/popup/popup.js';
import { DataController } from './data-controller.js';
import type { DataHost } from './data-controller.js';
import { NavigateEvent } from '../events.js';
import { headingLevelOf } from './heading-level.js';

/** What a popup is open for: a location, or several that stand at one point. */
interface Opened {
  locationIds: readonly string[];
  /** Longitude, latitude. */
  at: [number, number];
  /** Where the keyboard goes when the popup closes. */
  opener: HTMLElement;
}

/** A map element whose popup this is. */
type PopupHost = DataHost & LinkTemplates & LitElement;

async function details(
  provider: DataProvider,
  { locationIds }: Opened,
  signal: AbortSignal,
): Promise<LocationDetail[]> {
  const found = await Promise.all(locationIds.map(id => provider.location(id, { signal })));
  return found.filter(location => location !== undefined);
}

/**
 * A map's popup (R17): the locations that it is open for and their details, kept up to date while it is open. Where there
 * are several, it lists them; a reader can open one and go back.
 */
export class PopupController {
  private opened?: Opened;
  private chosen?: string;
  /** The location of several that the reader has gone back from. */
  private left?: string;
  /** What was placed last, and on which map: a map that was removed is made anew. */
  private placed?: { opened?: Opened; view: MapLibreView };
  private readonly data: DataController<{ of: Opened; locations: LocationDetail[] } | undefined>;

  constructor(
    private readonly host: PopupHost,
    private readonly dimension: () => MapDimension,
  ) {
    this.data = new DataController(host, async (provider, signal) => {
      const { opened } = this;
      return opened && { of: opened, locations: await details(provider, opened, signal) };
    });
  }

  open(opened: Opened): void {
    this.opened = opened;
    this.chosen = this.left = undefined;
    this.data.ask();
    this.host.requestUpdate();
  }

  /** Whether it is open for what stands at a point. */
  isOpenAt(longitude: number, latitude: number): boolean {
    const at = this.opened?.at;
    return at?.[0] === longitude && at[1] === latitude;
  }

  readonly close = (): void => {
    if (!this.opened) return;
    const { opener } = this.opened;
    // A marker that has gone out of view has no button to go back to.
    if (opener.isConnected) opener.focus({ preventScroll: true });
    else this.placed?.view.focus();
    this.opened = this.chosen = this.left = undefined;
    this.host.requestUpdate();
  };

  /** Where the keyboard goes on when what had the focus in it is gone: what was left, or all of it; null while it shows nothing. */
  get focusTarget(): HTMLElement | null {
    if (!this.opened || !this.locations) return null;
    const { renderRoot } = this.host;
    const left =
      this.left && renderRoot.querySelector<HTMLElement>(`.open[data-location-id=${CSS.escape(this.left)}]`);
    return left || renderRoot.querySelector<HTMLElement>('.popup:not([hidden])');
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.opened) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  render(): TemplateResult {
    const { locations = [], location } = this;
    const isKnown = location !== undefined || locations.length > 0;
    return html`<div
      class="popup"
      part="popup"
      role="dialog"
      aria-label=${location ? location.name || location.id : localizeOf(this.host).term('locationsTitle')}
      tabindex="-1"
      ?hidden=${!isKnown}
    >
      ${
        location
          ? locationPopup(location, this.options())
          : locations.length > 0
            ? locationsPopup(locations, this.options())
            : nothing
      }
    </div>`;
  }

  /** Puts the rendered popup beside its position on the map, once for each opening and map. */
  place(element: HTMLElement | null, view: MapLibreView): void {
    const { opened, placed } = this;
    const isSame = placed?.opened === opened;
    if (!element || (isSame && placed?.view === view) || (opened && element.hidden)) return;
    this.placed = { opened, view };
    view.anchor(element, opened?.at);
    if (opened && !isSame) element.focus({ preventScroll: true });
  }

  /** What is known of the locations; undefined until it is. */
  private get locations(): LocationDetail[] | undefined {
    const { answer } = this.data;
    return answer && answer.of === this.opened ? answer.locations : undefined;
  }

  /** The one location that the popup shows, if it shows one. */
  private get location(): LocationDetail | undefined {
    const { locations, opened } = this;
    return opened?.locationIds.length === 1
      ? locations?.[0]
      : locations?.find(({ id }) => id === this.chosen);
  }

  private options(): PopupOptions {
    const { provider } = this.data;
    const choose = (id: string | undefined) => {
      this.left = this.chosen;
      this.chosen = id;
      this.host.requestUpdate();
    };
    return {
      localize: localizeOf(this.host),
      dimension: this.dimension(),
      now: provider ? nowOf(provider) : 0,
      lastMessageIs: this.data.state.lastMessageIs,
      templates: this.host,
      headingLevel: headingLevelOf(this.host) + 1,
      navigate: detail => this.host.dispatchEvent(new NavigateEvent(detail)),
      onClose: this.close,
      onOpen: choose,
      onBack: this.chosen === undefined ? undefined : () => choose(undefined),
    };
  }
}
