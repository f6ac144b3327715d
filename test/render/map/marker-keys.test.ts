import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';

import { MarkerLayer } from '../../../src/render/map/markers.js';
import { press } from '../../support/keys.js';
import { group, location, lookAt, markerOptions, markersOf, stage } from './map-support.js';

describe('the markers of a map from the keyboard', () => {
  let root: ShadowRoot;
  let host: HTMLElement;
  let map: HTMLElement;
  let layer: MarkerLayer;
  let options: ReturnType<typeof markerOptions>;
  let reachedTheMap: string[];

  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  beforeEach(() => {
    const made = stage(600, 400);
    ({ root, host, map } = made);
    options = markerOptions();
    layer = new MarkerLayer(options);
    layer.appendTo(made.container, map);
    layer.project(lookAt(10, 50, 4));
    reachedTheMap = [];
    made.container.addEventListener('keydown', ({ key }) => reachedTheMap.push(key));
  });

  afterEach(() => {
    layer.remove();
    host.remove();
  });

  const nameOf = (element: Element | null) => element?.ariaLabel?.split(':')[0];
  const focusedName = () => nameOf(root.activeElement);
  const tabbable = () => markersOf(root).filter(({ tabIndex }) => tabIndex === 0);
  const CROSS = [
    location('middle', 10, 50),
    location('west', 4, 50.5),
    location('east', 15, 50),
    location('north', 10, 54),
    location('south', 9, 46),
  ];

  it('WCAG 2.1.1: are one stop of the Tab key', async () => {
    layer.setItems(CROSS);
    expect(tabbable().length).to.equal(1);
    expect(map.tabIndex, 'the map itself is none beside it').to.equal(-1);
    const after = document.createElement('button');
    root.append(after);
    tabbable()[0]!.focus();
    await press('Tab');
    expect(root.activeElement).to.equal(after);
    await press('Shift+Tab');
    expect(root.activeElement).to.equal(tabbable()[0]);
  });

  it('R26: Tab comes to where most is in trouble, and back to where it was', async () => {
    const troubled = group(14, 47, { counts: { online: 3, offline: 9, unknown: 0 } });
    layer.setItems([...CROSS, group(6, 47), troubled]);
    const [stop] = tabbable();
    expect(stop!.dataset.trouble).to.equal('9');
    stop!.focus();
    await press('ArrowUp');
    expect(tabbable()).to.deep.equal([root.activeElement]);
    expect(root.activeElement).to.not.equal(stop);
  });

  for (const dir of ['ltr', 'rtl'])
    it(`WCAG 2.1.1: arrow keys go to the nearest that way, on a page that runs ${dir}, where west is left as well`, async () => {
      host.dir = dir;
      layer.setItems(CROSS);
      const at = (name: string) => markersOf(root).find(marker => nameOf(marker) === name)!;
      for (const [key, name] of [
        ['ArrowLeft', 'west'],
        ['ArrowRight', 'east'],
        ['ArrowUp', 'north'],
        ['ArrowDown', 'south'],
      ] as const) {
        at('middle').focus();
        await press(key);
        expect(focusedName(), key).to.equal(name);
      }
      expect(reachedTheMap, 'the map stands meanwhile').to.deep.equal([]);
    });

  it('WCAG 2.1.1: an arrow key moves the map where nothing lies that way, and the focus stays', async () => {
    layer.setItems(CROSS);
    layer.focus();
    await press('End', 'ArrowRight');
    expect(focusedName()).to.equal('east');
    expect(reachedTheMap).to.deep.equal(['ArrowRight']);
  });

  it("WCAG 2.1.1: Home and End go to the westernmost and the easternmost, other keys are the map's", async () => {
    layer.setItems(CROSS);
    layer.focus();
    await press('End');
    expect(focusedName()).to.equal('east');
    await press('Home');
    expect(focusedName()).to.equal('west');
    await press('+', 'Control+ArrowRight');
    expect(reachedTheMap.filter(key => key !== 'Control')).to.deep.equal(['+', 'ArrowRight']);
  });

  it('WCAG 2.1.1: Enter opens, Escape goes to the map itself, and Enter comes back', async () => {
    layer.setItems(CROSS);
    layer.focus();
    await press('End', 'Enter');
    expect(options.selected).to.deep.equal([CROSS[2]]);
    await press('Escape');
    expect(root.activeElement).to.equal(map);
    await press('Enter');
    expect(focusedName()).to.equal('east');
  });

  it('WCAG 2.4.3: the map is the stop, and takes the focus, where no marker is left', () => {
    expect(map.tabIndex).to.equal(0);
    layer.setItems(CROSS);
    layer.focus();
    layer.setItems([]);
    expect(root.activeElement).to.equal(map);
    expect(map.tabIndex).to.equal(0);
    layer.setItems(CROSS);
    expect([map.tabIndex, tabbable().length]).to.deep.equal([-1, 1]);
  });

  it('WCAG 2.4.3: the stop moves on where its marker goes out of view or away', () => {
    layer.setItems(CROSS);
    const [stop] = tabbable();
    layer.project(lookAt(60, 50, 4));
    layer.settle();
    expect([tabbable().length, map.tabIndex]).to.deep.equal([0, 0]);
    layer.project(lookAt(10, 50, 4));
    layer.settle();
    expect(nameOf(tabbable()[0]!)).to.equal(nameOf(stop!));
    layer.setItems(CROSS.filter(({ id }) => id !== nameOf(stop!)));
    expect(tabbable().length).to.equal(1);
  });

  it('WCAG 4.1.2: say what they are, and what keys do there', () => {
    layer.setItems(CROSS);
    const [toolbar] = root.querySelectorAll('[role="toolbar"]');
    expect(toolbar!.contains(tabbable()[0]!)).to.equal(true);
    expect(toolbar!.ariaLabel).to.equal(options.look.name);
    expect(toolbar!.getAttribute('aria-description')).to.equal(options.look.description);
  });
});
