import type { LitElement } from 'lit';

import type { Camera } from '../../render/map/camera.js';
import type { MapLibreView } from '../../render/map/maplibre-view.js';

/** The places that a reader left by a click that went nearer: into a group, or to what a search found. */
export class WayBack {
  private places: Camera[] = [];

  constructor(
    private readonly host: LitElement,
    private readonly view: () => MapLibreView | undefined,
  ) {}

  get isEmpty(): boolean {
    return this.places.length === 0;
  }

  /** Remembers where the map looks, before it goes elsewhere. */
  leave(): void {
    const view = this.view();
    if (view) this.places.push(view.camera);
    this.host.requestUpdate();
  }

  /** There is no way back from where the map goes now. */
  forget(): void {
    if (this.isEmpty) return;
    this.places = [];
    this.host.requestUpdate();
  }

  /** Looks where it did before. */
  step(): void {
    const place = this.places.pop();
    if (!place) return;
    this.view()?.flyTo(place.center, place.zoom);
    this.host.requestUpdate();
  }

  /** Backspace asks for it, but where it is typed: Escape closes popups, lists and full screen already. */
  isAskedBy({ key, target }: KeyboardEvent): boolean {
    return key === 'Backspace' && !this.isEmpty && !(target instanceof HTMLInputElement);
  }
}
