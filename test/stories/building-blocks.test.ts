import { expect } from 'chai';
import { render } from 'lit';

import { CONNECTION_STATUSES } from '../../src/model/statuses.js';
import { lookOf } from '../../src/render/shared/status-look.js';
import * as dataProvider from '../../stories/ev-data-provider.stories.js';
import * as panel from '../../stories/ev-panel.stories.js';
import * as stationList from '../../stories/ev-station-list.stories.js';
import * as statusLegend from '../../stories/ev-status-legend.stories.js';
import * as summary from '../../stories/ev-summary.stories.js';
import { Playground } from '../../stories/theming.stories.js';
import type { ThemingPlayground } from '../../stories/theming/theming-playground.js';
import { partOf, settled } from '../support/page.js';
import { eachStory } from './rendered.js';

describe('the stories of what overviews are built of', () => {
  eachStory('ev-data-provider', dataProvider);
  eachStory('ev-panel', panel);
  eachStory('ev-station-list', stationList);
  eachStory('ev-status-legend', statusLegend);
  eachStory('ev-summary', summary);
  eachStory('theming-playground', { Playground });
});

describe('the playground of CSS properties', () => {
  const root = document.createElement('div');
  let playground: ThemingPlayground;
  /** The input of a CSS property, and what it is set to. */
  const set = async (label: string, value: string) => {
    const input = playground.renderRoot.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!;
    input.value = value;
    input.dispatchEvent(new InputEvent('input'));
    await settled(root);
  };
  const textOf = (selector: string) => playground.renderRoot.querySelector(selector)!.textContent;

  before(async () => {
    document.body.append(root);
    render(Playground.render(), root);
    await settled(root);
    playground = root.querySelector('theming-playground')!;
  });
  after(() => {
    render(undefined, root);
    root.remove();
  });

  it('R25: shows what is picked on the elements, and as CSS to copy', async () => {
    await set('--ev-color-connection-online, light', '#2a6fb5');
    await set('--ev-gap', '30');
    await set('--ev-color-surface, dark', '#001122');
    const { color: online } = lookOf('connection', 'online', CONNECTION_STATUSES);
    const slice = partOf(playground, 'slice', '[data-status="online"]').querySelector('path')!;
    expect(getComputedStyle(slice).fill).to.equal('rgb(42, 111, 181)');
    expect(textOf('pre')).to.equal(`:root {
  --ev-color-connection-online: light-dark(#2a6fb5, ${online.dark});
  --ev-gap: 30px;
  --ev-color-surface: light-dark(#ffffff, #001122);
}`);
  });

  it('R25: says where a colour cannot be told from the surface', async () => {
    await set('--ev-color-evse-charging, light', '#eeeeee');
    expect(textOf('small')).to.equal('Contrast with the surface 1.2 : 1 in light; 3 : 1 is needed.');
    await set('--ev-color-evse-charging, light', '#3a7bd5');
    expect(playground.renderRoot.querySelector('small')).to.equal(null);
  });

  it('R25: copies the CSS, and says so', async () => {
    const copied: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    playground.renderRoot.querySelector<HTMLElement>('.copy')!.click();
    await settled(root);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(copied).to.deep.equal([playground.css]);
    expect(textOf('[role="status"]')).to.equal('Copied');
  });
});
