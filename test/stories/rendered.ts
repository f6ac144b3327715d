import { emulateMedia } from '@web/test-runner-commands';
import 'axe-core';
import type Axe from 'axe-core';
import { expect } from 'chai';
import { render } from 'lit';

import '../../src/define/index.js';
import { configureMap } from '../../src/render/map/map-config.js';
import type { Story } from '../../stories/story.js';
import { NO_GROUND_STYLE } from '../support/no-ground.js';
import { everything, settled, until } from '../support/page.js';

configureMap({
  workerUrl: new URL('../../node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url),
});

// It is a script, which leaves itself on the window.
const { axe } = globalThis as unknown as { axe: typeof Axe };

/** What is checked in each scheme: the dark one differs in its colours only. */
const SCHEMES: readonly [scheme: string, rules?: string[]][] = [['light'], ['dark', ['color-contrast']]];

/** Violations as a person reads them. */
async function violations(root: HTMLElement, runOnly?: string[]): Promise<string[]> {
  const { violations: found } = await axe.run(root, {
    ...(runOnly && { runOnly }),
    resultTypes: ['violations'],
    // Only rules that are off by default read style sheets, and waiting for them takes most of a run.
    preload: false,
    // A story is a piece of a host's page, which has its landmarks and headings.
    rules: { region: { enabled: false }, 'heading-order': { enabled: false } },
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** A map is made when it is first seen. */
function isInSight(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
}

function isEndless({ effect }: Animation): boolean {
  return effect?.getComputedTiming().iterations === Infinity;
}

/** Whether all that the elements of a story wait for has come; what waits for ever says that it is loading. */
function isSettled(root: HTMLElement): boolean {
  return everything(root).every(element => {
    if (element.localName.endsWith('-map') && isInSight(element)) {
      const { map } = element as unknown as { map: { view?: unknown; error?: Error } };
      if (!map.view && !map.error) return false;
    }
    return element
      .getAnimations()
      .every(animation => animation.playState !== 'running' || isEndless(animation));
  });
}

/** Leaves out the ground of its maps, below what axe can see. */
function leaveOutGround(root: HTMLElement): void {
  for (const map of root.querySelectorAll('ev-overview, ev-connection-map, ev-evse-map'))
    map.setAttribute('map-style', NO_GROUND_STYLE);
}

/** Renders a story as Storybook does, but for a ground that it is not about, and gives what axe finds in it in light and in dark. */
async function findingsOf(story: Story, isOfGround: boolean): Promise<string[]> {
  const root = document.createElement('div');
  document.body.append(root);
  try {
    render(story.render(story.args ?? {}), root);
    if (!isOfGround) leaveOutGround(root);
    await settled(root);
    await until(() => isSettled(root));
    await story.play?.({ canvasElement: root });
    await settled(root);
    await until(() => isSettled(root));
    const findings: string[] = [];
    for (const [scheme, rules] of SCHEMES) {
      document.documentElement.style.cssText = `color-scheme: ${scheme}; background: light-dark(#eef1f4, #0b0e11)`;
      await settled(root);
      findings.push(...(await violations(root, rules)).map(found => `${scheme}: ${found}`));
    }
    return findings;
  } finally {
    render(undefined, root);
    root.remove();
    document.documentElement.style.cssText = '';
  }
}

/** What axe finds of a page that it must find fault with: an unnamed button, and text that is hard to read. */
export async function negativeControl(): Promise<string[]> {
  const root = document.createElement('div');
  root.innerHTML = '<button></button><p style="background: #fff; color: #ddd">Hard to read</p>';
  document.body.append(root);
  try {
    return await violations(root);
  } finally {
    root.remove();
  }
}

/** A test a story of a module: it renders, and axe finds no violation in it. */
export function eachStory(tag: string, module: Readonly<Record<string, unknown>>): void {
  describe(tag, () => {
    // What axe looks at stands still.
    before(() => emulateMedia({ reducedMotion: 'reduce' }));
    after(() => emulateMedia({ reducedMotion: 'no-preference' }));

    for (const [name, story] of Object.entries(module) as [string, Story][]) {
      if (name === 'default') continue;
      const isOfGround = name === 'Default' || story.args?.center !== undefined;
      it(`R25: the story ${name} of ${tag} is accessible in light and dark`, async () => {
        expect(await findingsOf(story, isOfGround)).to.deep.equal([]);
      });
    }
  });
}

/** The stories in which views of one kind differ: by their statuses, in words and in colours; all else is drawn by the same templates. */
export function statusStories(module: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { Default, AllUnknown, HiddenStatus, Tooltip } = module;
  return { Default, AllUnknown, HiddenStatus, Tooltip };
}
