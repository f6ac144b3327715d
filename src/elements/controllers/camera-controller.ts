import type { LitElement } from 'lit';

import type { BoundingBox } from '../../model/questions.js';
import type { MapLibreView } from '../../render/map/maplibre-view.js';
import type { MapPlace } from '../events.js';
import { WayBack } from './way-back.js';

/** A map element, and where it is asked to look. */
interface CameraHost extends LitElement {
  /** `longitude,latitude`; null where its attribute was removed. */
  center?: string | null;
  zoom?: number | null;
}

/** Where a map first looks: at a place, or at a box. */
export interface FirstCamera {
  center?: [longitude: number, latitude: number];
  zoom?: number;
  bounds?: BoundingBox;
}

function centerFrom(text: string | null | undefined): [number, number] | undefined {
  const [longitude, latitude] = (text ?? '').split(',').map(Number);
  return text && Number.isFinite(longitude) && Math.abs(latitude!) <= 90
    ? [longitude!, latitude!]
    : undefined;
}

/** Keeps a map looking where its element's `center` and `zoom` say; without them, first at the whole network. */
export class CameraController {
  /** The `center` and `zoom` that the map was last moved to; they may change while it is being made. */
  private asked?: string;
  private hasFitted = false;
  readonly wayBack: WayBack;

  constructor(
    private readonly host: CameraHost,
    private readonly view: () => MapLibreView | undefined,
  ) {
    this.wayBack = new WayBack(host, view);
  }

  /** Whether the map waits for the box of the network. */
  get needsBounds(): boolean {
    const { center, zoom } = this.host;
    const isPlaced = centerFrom(center) !== undefined || (zoom != null && zoom >= 0);
    return !isPlaced && !(this.view() && this.hasFitted);
  }

  /** Where a map that is made now first looks. */
  first(network: BoundingBox | undefined): FirstCamera {
    const { center, zoom } = this.read();
    const isPlaced = center !== undefined || zoom !== undefined;
    const bounds = isPlaced ? undefined : network;
    this.hasFitted = isPlaced || bounds !== undefined;
    return { center, zoom, bounds };
  }

  /** Looks there, also where the element was asked to look there before. */
  show({ center, zoom }: MapPlace): void {
    this.host.center = center.join();
    this.host.zoom = zoom;
    this.asked = undefined;
    this.host.requestUpdate();
  }

  /** Moves the map where its element asks for another place, or once to the network. */
  follow(view: MapLibreView, network: BoundingBox | undefined): void {
    if (this.asked !== this.key) {
      const { center, zoom } = this.read();
      this.hasFitted = true;
      view.flyTo(center ?? view.camera.center, zoom ?? view.camera.zoom);
    } else if (!this.hasFitted && network) {
      this.hasFitted = true;
      view.fit(network);
    }
  }

  private get key(): string {
    return `${this.host.center} ${this.host.zoom}`;
  }

  /** What the element asks for; a warning names what cannot be understood. */
  private read(): Pick<FirstCamera, 'center' | 'zoom'> {
    const { host } = this;
    this.asked = this.key;
    const center = centerFrom(host.center);
    if (host.center != null && !center)
      console.warn(
        `<${host.localName}> center is "${host.center}"; expected "longitude,latitude" in degrees.`,
      );
    if (host.zoom == null || host.zoom >= 0) return { center, zoom: host.zoom ?? undefined };
    const given = host.getAttribute('zoom') ?? host.zoom;
    console.warn(`<${host.localName}> zoom is "${given}"; expected a number, 0 or more.`);
    return { center, zoom: undefined };
  }
}
