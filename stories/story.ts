import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { DataProvider } from '../src/provider/data-provider.js';
import { worldNetwork } from '../test/support/story-networks.js';
import { ready } from './providers.js';

/** Attributes, properties and CSS properties by name, and what Storybook's action panel hears. */
export type Args = Record<string, unknown>;

/** One state of an element: a Storybook story, which the tests render as well. */
export interface Story {
  args?: Args;
  render(args: Args): TemplateResult;
  play?(context: { canvasElement: HTMLElement }): Promise<void>;
}

/** How an element is shown. */
export interface Stage {
  /** Who answers; by default it has a network of the world, mostly well. */
  provider?: () => DataProvider | undefined;
  /** Attributes, properties and CSS properties. */
  args?: Args;
  /** CSS of the box that the element fills. */
  box?: string;
  /** Markup of what stands in it; its elements are given the same provider, but those in a data provider. */
  content?: string;
  /** What stands beside it, with the same provider. */
  beside?: { tag: string; args?: Args };
  play?: Story['play'];
}

const eventName = (handler: string) =>
  handler
    .slice(2)
    .replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    .slice(1);

function apply(element: HTMLElement, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    if (name.startsWith('--')) element.style.setProperty(name, (value as string | undefined) ?? null);
    else if (name in element) (element as unknown as Args)[name] = value;
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
}

function make(tag: string, provider: DataProvider | undefined): HTMLElement {
  return Object.assign(document.createElement(tag), { provider });
}

/** An element in one of its states. It is made once, so that a control changes it where it stands. */
export function shown(tag: string, stage: Stage = {}): Story {
  let elements: HTMLElement[] | undefined;
  const { provider = () => ready(worldNetwork), box = '', content = '', beside } = stage;
  const create = (args: Args) => {
    const data = provider();
    const made = [make(tag, data)];
    made[0]!.innerHTML = content;
    if (tag !== 'ev-data-provider')
      for (const inner of made[0]!.children) Object.assign(inner, { provider: data });
    if (beside) {
      made.push(make(beside.tag, data));
      apply(made[1]!, beside.args ?? {});
    }
    for (const [name, value] of Object.entries(args)) {
      if (typeof value === 'function' && /^on[A-Z]/.test(name))
        made[0]!.addEventListener(eventName(name), value as EventListener);
    }
    return made;
  };
  return {
    ...(stage.args && { args: stage.args }),
    ...(stage.play && { play: stage.play }),
    render(args) {
      elements ??= create(args);
      apply(elements[0]!, args);
      return html`<div style=${box}>${elements}</div>`;
    },
  };
}

/** As wide as a telephone. */
export const NARROW = 'width: 320px';

/** A host's own look, all of it by CSS properties. */
export const BRAND: Args = {
  '--ev-color-surface': 'light-dark(#fbf5ea, #241a30)',
  '--ev-color-text': 'light-dark(#2a1b3d, #f3e9dc)',
  '--ev-color-muted': 'light-dark(#64566f, #b9a9c6)',
  '--ev-font-family': 'Georgia, serif',
  '--ev-radius': '0',
  '--ev-gap': '20px',
  '--ev-color-connection-online': '#2f6f8f',
  '--ev-color-evse-available': '#2f6f8f',
  '--ev-color-station-enabled': '#2f6f8f',
  '--ev-color-last-message-under-15m': '#2f6f8f',
};
