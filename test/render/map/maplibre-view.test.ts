import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { FeatureCollection } from 'geojson';
import { GeoJSONSource } from 'maplibre-gl';

import { embeddedLayers } from '../../../src/render/map/embedded-style.js';
import type { MapScheme } from '../../../src/render/map/embedded-style.js';
import { OBSTACLES } from '../../../src/render/map/label-obstacles.js';
import { MapLibreView } from '../../../src/render/map/maplibre-view.js';
import type { Camera } from '../../../src/render/map/camera.js';
import type { MapLibreViewOptions } from '../../../src/render/map/maplibre-view.js';
import { keepDrawings } from '../../support/map-page.js';
import { group, location, markerOptions, markersOf, middleOf, stage, until } from './map-support.js';

type Pixel = readonly [red: number, green: number, blue: number];

function paintOf(scheme: MapScheme, layer: string, property: string): Pixel {
  const { paint } = embeddedLayers(scheme, 1).find(({ id }) => id === layer)!;
  const hex = (paint as Record<string, string>)[property]!;
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as unknown as Pixel;
}

const brightness = ([red, green, blue]: Pixel) => red + green + blue;

describe('a map', () => {
  const teardown: (() => void)[] = [];

  afterEach(() =>
    teardown
      .splice(0)
      .reverse()
      .forEach(undo => undo()),
  );

  async function open(given: Partial<MapLibreViewOptions> & { size?: [number, number] } = {}) {
    const { size = [600, 400], ...options } = given;
    const { host, root, container } = stage(...size);
    teardown.push(() => host.remove(), keepDrawings());
    const views: Camera[] = [];
    const errors: Error[] = [];
    const markers = markerOptions();
    const view = await MapLibreView.create({
      container,
      scheme: 'light',
      language: { label: 'Map. Arrow keys move it.', look: markers.look },
      onSelect: markers.onSelect,
      onViewChange: now => views.push(now),
      onError: error => errors.push(error),
      onFailure: error => errors.push(error),
      ...options,
    });
    teardown.push(() => view.remove());
    const canvas = root.querySelector('canvas')!;

    /** The pixels of the next frame in a box around the middle of the map. */
    async function pixels(width: number, height = width, left = 0, top = 0): Promise<Pixel[]> {
      await new Promise(resolve => requestAnimationFrame(resolve));
      const copy = new OffscreenCanvas(width, height).getContext('2d')!;
      copy.drawImage(
        canvas,
        (size[0] - width) / 2 + left,
        (size[1] - height) / 2 + top,
        width,
        height,
        0,
        0,
        width,
        height,
      );
      const { data } = copy.getImageData(0, 0, width, height);
      return Array.from(
        { length: width * height },
        (_, at) => [data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!] as const,
      );
    }
    return { host, root, container, view, views, errors, canvas, pixels, selected: markers.selected };
  }

  const equals = (one: Pixel, other: Pixel) =>
    one.every((value, index) => Math.abs(value - other[index]!) <= 2);

  it('R30: keeps labels clear of what stands above it, before any data has come', async () => {
    const { prototype } = GeoJSONSource;
    const { setData } = prototype;
    let cleared = 0;
    prototype.setData = function (this: GeoJSONSource, data) {
      if (this.id === OBSTACLES) cleared = (data as FeatureCollection).features.length;
      return setData.call(this, data);
    };
    teardown.push(() => (prototype.setData = setData));
    const control = document.createElement('div');
    control.style.cssText = 'position: absolute; left: 0; top: 0; width: 200px; height: 50px';
    const { root, view } = await open({ controls: () => [control.getBoundingClientRect()] });
    root.append(control);
    // It is measured before the map has a style to draw.
    view.anchor(control, undefined);
    await until(() => cleared >= 4);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`R24: really draws land and sea without a tile server, in ${scheme}`, async () => {
      // Off Brazil's coast: the Atlantic in the east, its inland in the west.
      const { pixels, errors } = await open({ scheme, center: [-35, -8], zoom: 4 });
      const [land, sea] = [paintOf(scheme, 'land', 'fill-color'), paintOf(scheme, 'sea', 'background-color')];
      await until(async () => equals((await pixels(1, 1, -150))[0]!, land));
      expect(equals((await pixels(1, 1, 250))[0]!, sea)).to.equal(true);
      expect(errors).to.deep.equal([]);
    });
  }

  it('R24: changes from light to dark while it shows, keeping its view', async () => {
    const { view, pixels } = await open({ center: [-50, -10], zoom: 4 });
    await until(async () => equals((await pixels(1, 1, 60, 60))[0]!, paintOf('light', 'land', 'fill-color')));
    view.setScheme('dark');
    await until(async () => equals((await pixels(1, 1, 60, 60))[0]!, paintOf('dark', 'land', 'fill-color')));
    expect(view.camera.zoom).to.equal(4);
  });

  it('R24: writes the names of countries without asking any other host', async () => {
    const { pixels } = await open({ center: [-50.06, -10.17], zoom: 4 });
    const border = paintOf('light', 'borders', 'line-color');
    // Only letters are so much darker than the darkest line.
    await until(async () =>
      (await pixels(60, 16)).some(pixel => brightness(pixel) < brightness(border) - 150),
    );
    const elsewhere = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).origin !== window.location.origin);
    expect(elsewhere.map(({ name }) => name)).to.deep.equal([]);
  });

  it('WCAG 1.4.4: writes names, and the words of its scale, as large as the page has its texts', async () => {
    const { root, pixels } = await open({ center: [-50.06, -10.17], zoom: 4 });
    const border = paintOf('light', 'borders', 'line-color');
    const isLetter = (pixel: Pixel) => brightness(pixel) < brightness(border) - 150;
    const height = async () => {
      const box = await pixels(60);
      return box.filter((_, at) => at % 60 === 0 && box.slice(at, at + 60).some(isLetter)).length;
    };
    const scale = root.querySelector<HTMLElement>('[part="scale"]')!;
    await until(async () => (await height()) > 0);
    const [usualHeight, usualWidth] = [await height(), scale.offsetWidth];

    document.documentElement.style.fontSize = '32px';
    teardown.push(() => (document.documentElement.style.fontSize = ''));
    await until(async () => (await height()) > 1.5 * usualHeight);
    expect(scale.offsetWidth).to.be.within(1.5 * usualWidth, 150);
  });

  it('R24: takes a style of the host instead, credited', async () => {
    const style = {
      version: 8 as const,
      sources: {
        own: {
          type: 'geojson' as const,
          attribution: 'Own maps',
          data: { type: 'FeatureCollection' as const, features: [] },
        },
      },
      layers: [
        { id: 'own', type: 'background' as const, paint: { 'background-color': '#123456' } },
        { id: 'points', type: 'circle' as const, source: 'own' },
      ],
    };
    const { root, view, pixels } = await open({ style });
    await until(async () => equals((await pixels(1))[0]!, [0x12, 0x34, 0x56]));
    const isCredited = () => {
      const credits = root.querySelector('.maplibregl-ctrl-attrib')!;
      return credits.checkVisibility() && credits.textContent.includes('Own maps');
    };
    await until(isCredited);
    view.setStyle(undefined);
    await until(() => !isCredited());
    await until(async () => !equals((await pixels(1))[0]!, [0x12, 0x34, 0x56]));
  });

  it('R24: says what is wrong with a style that cannot be had', async () => {
    const { errors } = await open({ style: new URL('/no-such-style.json', document.baseURI).href });
    await until(() => errors.length > 0);
    expect(errors[0]!.message).to.include('no-such-style.json');
  });

  it('R2: shows the whole world at first, once', async () => {
    for (const size of [
      [800, 400],
      [320, 300],
      [400, 700],
    ] as const) {
      const { view, root } = await open({ size: [...size] });
      const [west, , east] = view.camera.bbox;
      expect(east - west).to.be.most(360 + 1e-6);
      if (size[0] > size[1]) expect(east - west).to.be.closeTo(360, 1e-6);
      view.setItems([group(179, 10), group(-179, 20), location('a', 10, 50)]);
      // A map that is higher than wide would see a place twice if it saw all of them.
      expect(markersOf(root).length).to.equal(size[0] > size[1] ? 3 : 1);
    }
  });

  it('shows a box at first, also across the antimeridian, and a single location not too near', async () => {
    const { view } = await open({ bounds: [170, -20, -170, -10] });
    expect(Math.abs(view.camera.center[0])).to.be.closeTo(180, 1e-6);
    view.fit([5, 52, 5, 52]);
    await until(() => view.camera.zoom === 12);
    expect(view.camera.center[0]).to.be.closeTo(5, 1e-6);
  });

  it('R16: shows a box that it is given while it is not shown, once it is', async () => {
    const { view, host, canvas } = await open({ bounds: [170, -20, -170, -10] });
    // Its size is observed from its first frame on.
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    host.style.display = 'none';
    // MapLibre takes a container without a size for one of 400 pixels.
    await until(() => canvas.style.width === '400px');
    view.fit([5, 52, 5, 52]);
    host.style.display = '';
    await until(() => view.camera.zoom === 12);
    expect(view.camera.center[0]).to.be.closeTo(5, 1e-6);
  });

  it('R16: zooms in by scrolling over a marker as over the map, and tells its view when it has ended', async () => {
    const { view, views, root } = await open({ center: [10, 50], zoom: 4 });
    view.setItems([group(10, 50)]);
    const { x, y } = middleOf(markersOf(root)[0]!);
    await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
    const wheel = { bubbles: true, cancelable: true, composed: true, deltaY: -300, clientX: x, clientY: y };
    markersOf(root)[0]!.dispatchEvent(new WheelEvent('wheel', wheel));
    await until(() => views.length > 0 && views.at(-1)!.zoom > 4.2);
    expect(views.at(-1)!.bbox[2] - views.at(-1)!.bbox[0]).to.be.below(26);
  });

  it('R16: a click on a group splits it: the map goes to where it opens', async () => {
    const { view, root, views, selected } = await open({ center: [10, 50], zoom: 4 });
    const cluster = group(12, 51, { expansionZoom: 6 });
    view.setItems([cluster]);
    const { x, y } = middleOf(markersOf(root)[0]!);
    await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
    expect(selected).to.deep.equal([cluster]);
    view.split(cluster);
    await until(() => views.at(-1)?.zoom === 6);
    expect(views.at(-1)!.center.map(value => +value.toFixed(6))).to.deep.equal([12, 51]);
  });

  it('R17: tells a click on the map from one on a marker', async () => {
    let presses = 0;
    const { view, root, selected } = await open({ center: [10, 50], zoom: 4, onPress: () => presses++ });
    view.setItems([location('a', 10, 50)]);
    const { x, y } = middleOf(markersOf(root)[0]!);
    await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
    expect([selected.length, presses]).to.deep.equal([1, 0]);
    await sendMouse({ type: 'click', position: [Math.round(x) + 100, Math.round(y)] });
    expect([selected.length, presses]).to.deep.equal([1, 1]);
  });

  it('R16: a group that never splits leaves the map where it is', async () => {
    const { view, views } = await open({ center: [10, 50], zoom: 4 });
    view.split(group(12, 51, { expansionZoom: undefined, locationIds: ['a', 'b'] }));
    expect(view.camera.zoom).to.equal(4);
    expect(views).to.deep.equal([]);
  });

  it('a drag that starts on a marker moves the map, and selects nothing', async () => {
    const { view, views, root, selected } = await open({ center: [10, 50], zoom: 4 });
    view.setItems([group(10, 50)]);
    const { x, y } = middleOf(markersOf(root)[0]!);
    await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(x) - 40, Math.round(y)] });
    await sendMouse({ type: 'move', position: [Math.round(x) - 80, Math.round(y)] });
    await until(() => view.camera.center[0] > 10.5);
    await sendMouse({ type: 'up' });
    await until(() => views.length > 0);
    expect(selected).to.deep.equal([]);
  });

  it('R16: markers follow the map as it is moved from the keyboard, and are activated from it', async () => {
    const { view, views, root, canvas, selected } = await open({ center: [10, 50], zoom: 4 });
    view.setItems([location('a', 10, 50)]);
    const before = middleOf(markersOf(root)[0]!);
    canvas.focus();
    expect(canvas.getAttribute('aria-label')).to.match(/arrow keys/i);
    await sendKeys({ press: 'ArrowRight' });
    await until(() => views.length > 0);
    expect(middleOf(markersOf(root)[0]!).x).to.be.closeTo(before.x - 100, 1);
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(markersOf(root)[0]);
    await sendKeys({ press: 'Enter' });
    expect(selected.length).to.equal(1);
  });

  it('R17: keeps a popup beside its pin, inside a map of 320 by 300 pixels, while the map moves', async () => {
    const { view, views, root, container } = await open({ size: [320, 300], center: [10, 50], zoom: 6 });
    view.setItems([location('a', 10, 50)]);
    const popup = document.createElement('div');
    popup.style.cssText = 'width: 220px; height: 80px';
    root.append(popup);
    view.anchor(popup, [10, 50]);
    const inside = () => {
      const [box, map] = [popup.getBoundingClientRect(), container.getBoundingClientRect()];
      return box.left >= map.left && box.right <= map.right && box.top >= map.top && box.bottom <= map.bottom;
    };
    expect(inside()).to.equal(true);
    expect(popup.dataset.side).to.equal('above');
    const pin = markersOf(root)[0]!;
    pin.getAnimations().forEach(animation => animation.finish());
    expect(popup.getBoundingClientRect().bottom).to.be.below(pin.getBoundingClientRect().top);
    view.flyTo([10, 48.8], 6);
    await until(() => views.length > 0);
    expect(popup.dataset.side).to.equal('below');
    expect(inside()).to.equal(true);
    view.flyTo([15, 50], 6);
    await until(() => views.length > 1);
    expect(inside(), 'also when its pin has left the map').to.equal(true);
    popup.style.height = '140px';
    await until(inside);
    const left = popup.getBoundingClientRect().left;
    view.anchor(popup, undefined);
    view.flyTo([10, 50], 6);
    await until(() => views.length > 2);
    expect(popup.getBoundingClientRect().left).to.equal(left);
  });

  it('takes on a new size, and still shows the world once', async () => {
    const { view, host, canvas } = await open({ size: [400, 300] });
    host.style.width = '900px';
    await until(() => canvas.clientWidth === 900);
    await until(() => view.camera.bbox[2] - view.camera.bbox[0] <= 360 + 1e-6);
  });

  it('neither turns nor tilts', async () => {
    const { view, views, canvas } = await open({ center: [10, 50], zoom: 4 });
    canvas.focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: 'ArrowRight' });
    await until(() => views.length > 0);
    expect(view.camera.center[1]).to.be.closeTo(50, 0.01);
  });

  it('rejects where WebGL2 cannot be had', async () => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = (() => null) as typeof original;
    teardown.push(() => (HTMLCanvasElement.prototype.getContext = original));
    let reason: unknown;
    await open().catch((error: unknown) => (reason = error));
    expect(reason).to.be.an.instanceOf(Error);
  });

  it('leaves no canvas, no markers and no context when removed, twice if need be', async () => {
    const { view, root, canvas } = await open();
    view.setItems([group(10, 50)]);
    view.remove();
    view.remove();
    expect(root.querySelectorAll('canvas, .markers').length).to.equal(0);
    expect(canvas.getContext('webgl2')!.isContextLost()).to.equal(true);
  });
});
