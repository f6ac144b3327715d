import type { LitElement, ReactiveController } from 'lit';

import { ColorScheme } from '../../render/shared/color-scheme.js';
import { warnOnce } from '../../provider/warn-once.js';
import { hasWebGL } from '../../render/map/has-webgl.js';
import type { GroundNote } from '../../render/map/ground-note.js';
import type { MapLibreView, MapLibreViewOptions } from '../../render/map/maplibre-view.js';
import type { FirstCamera } from './camera-controller.js';

/** What a map is made with, beside what the element itself knows. */
export type MapSettings = Omit<
  MapLibreViewOptions,
  'container' | 'scheme' | 'onNote' | 'onError' | 'onFailure'
>;

/** How long a map waits for the first data at most: milliseconds. */
const LONGEST_WAIT = 500;

/**
 * The life of an element's map: made when it is first seen, removed when the element is disconnected and not moved. MapLibre
 * is loaded only now.
 */
export class MapController implements ReactiveController {
  /** Why there is no map; its place is then a list's. */
  error?: Error;
  view?: MapLibreView;
  /** What the map's ground lacks where it looks (R30). */
  note?: GroundNote;
  private isMaking = false;
  private seen?: IntersectionObserver;
  private scheme?: ColorScheme;
  private onFirstData?: () => void;

  /**
   * @param container where the map goes, once the element has rendered it
   * @param settings read when the map is made; where it first looks, unless that is given
   * @param onError called once where no map can be made
   * @param isAwaitingData whether the first data is on its way
   */
  constructor(
    private readonly host: LitElement,
    private readonly container: () => HTMLElement | null,
    private readonly settings: (place?: FirstCamera) => MapSettings,
    private readonly onError: () => void,
    private readonly isAwaitingData: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.view?.adoptStyles();
    this.scheme = new ColorScheme(this.host.renderRoot, () => {
      this.followStyle();
    });
    this.seen = new IntersectionObserver(entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      // While an element is not shown, no event tells that its style has changed.
      this.followStyle();
      if (this.view?.isGroundLost) void this.makeAnew(this.view);
      else void this.make();
    });
    this.seen.observe(this.host);
  }

  hostDisconnected(): void {
    this.scheme?.stop();
    this.seen?.disconnect();
    // An element that is only moved is connected again by then.
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.removeView();
    });
  }

  hostUpdated(): void {
    if (!this.isAwaitingData()) this.onFirstData?.();
  }

  private followStyle(): void {
    if (this.scheme) this.view?.setScheme(this.scheme.current);
    this.view?.followPatterns();
  }

  /** Making a map blocks the page's thread for long: a pie whose data comes soon is drawn before. */
  private async firstData(): Promise<void> {
    if (!this.isAwaitingData()) return;
    await new Promise<void>(resolve => {
      this.onFirstData = resolve;
      setTimeout(resolve, LONGEST_WAIT);
    });
  }

  /** Browsers take the ground of the map that was drawn longest ago where a page has too many; one that is seen again has it back. */
  private async makeAnew(view: MapLibreView): Promise<void> {
    // Without another, its markers go on.
    if (!hasWebGL()) return;
    const { place, hasFocus, focusedMarker } = view;
    this.removeView();
    await this.make(place);
    // By then it has its markers.
    await this.host.updateComplete;
    const { activeElement, body } = this.host.ownerDocument;
    // Unless it was given to something else meanwhile.
    if (hasFocus && (activeElement === null || activeElement === body)) this.view?.giveFocus(focusedMarker);
  }

  /** @param place where it first looks; else as its settings say */
  private async make(place?: FirstCamera): Promise<void> {
    if (this.view || this.isMaking || this.error) return;
    this.isMaking = true;
    try {
      await this.host.updateComplete;
      const [{ MapLibreView }] = await Promise.all([
        import('../../render/map/maplibre-view.js'),
        this.firstData(),
      ]);
      const container = this.container();
      if (!container || !this.scheme || !this.host.isConnected) return;
      const view = await MapLibreView.create({
        ...this.settings(place),
        container,
        scheme: this.scheme.current,
        onNote: note => {
          this.note = note;
          this.host.requestUpdate();
        },
        // A tile or a name that could not be drawn leaves the rest of the map as it is.
        onError: error => {
          console.error(error);
        },
        onFailure: error => {
          this.removeView();
          this.fail(error);
        },
      });
      if (this.host.isConnected) this.view = view;
      else view.remove();
      // It may have changed meanwhile.
      this.followStyle();
    } catch (error) {
      this.fail(error as Error);
    } finally {
      this.isMaking = false;
      this.host.requestUpdate();
    }
  }

  private removeView(): void {
    this.view?.remove();
    this.view = this.note = undefined;
  }

  private fail(error: Error): void {
    this.error = error;
    warnOnce(`<${this.host.localName}> lists its stations, since its map cannot be drawn: ${error.message}`);
    this.onError();
    this.host.requestUpdate();
  }
}
