import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';

import type { DataProvider } from '../src/provider/data-provider.js';
import { worldNetwork } from '../test/support/story-networks.js';
import type { Scene } from './acting.js';
import { brandsLoaded } from './brands/brands.js';
import type { Brand } from './brands/brands.js';
import { plainHtml } from './plain-html.js';
import { ready } from './providers.js';
import { valueOf } from './theming/css-properties.js';
import type { Value } from './theming/css-properties.js';

/** Attributes and properties of plain data, by name, and CSS properties. */
export type Args = Record<string, unknown>;

/** One state of an element: a Storybook story, which the tests render as well. */
export interface Story {
  args?: Args;
  tags?: string[];
  parameters: {
    docs: {
      source: { transform(code: string, context: { args: Args }): string };
      story?: { autoplay: boolean };
    };
  };
  render(args: Args): TemplateResult;
  play?(scene: Scene): Promise<void>;
}

/** How an element is shown. */
export interface Stage {
  /** Who answers; by default it has a network of the world, mostly well. */
  provider?: () => DataProvider | undefined;
  /** It has no provider around it. */
  isAlone?: boolean;
  /** Attributes, properties of plain data and CSS properties. */
  args?: Args;
  /** CSS of the box that the element fills. */
  box?: string;
  /** The look of a host that it stands in. */
  brand?: Brand;
  /** Markup of what stands in it; its elements are given the same provider, but those in a data provider. */
  content?: string;
  /** What stands beside it, with the same provider. */
  beside?: { tag: string; args?: Args };
  /** It has a page of its own: it takes the focus, opens a dialog or is slow. */
  isApart?: boolean;
  play?: Story['play'];
}

function apply(element: HTMLElement, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    if (name.startsWith('--'))
      element.style.setProperty(name, value === undefined ? null : valueOf(name, value as Value));
    else if (typeof value === 'object' && value !== null) (element as unknown as Args)[name] = value;
    else if (value === undefined || value === null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

function make(tag: string, provider: DataProvider | undefined): HTMLElement {
  return Object.assign(document.createElement(tag), { provider });
}

function create(
  tag: string,
  { provider = () => ready(worldNetwork), content = '', beside }: Stage,
): HTMLElement[] {
  const data = provider();
  const made = [make(tag, data)];
  made[0]!.innerHTML = content;
  if (tag !== 'ev-data-provider')
    for (const inner of made[0]!.children) Object.assign(inner, { provider: data });
  if (beside) {
    made.push(make(beside.tag, data));
    apply(made[1]!, beside.args ?? {});
  }
  return made;
}

/** Elements that are made once a place where they are shown, so that a control changes them where they stand. */
class Staged extends Directive {
  private elements?: HTMLElement[];

  render(tag: string, stage: Stage, args: Args): HTMLElement[] {
    this.elements ??= create(tag, stage);
    apply(this.elements[0]!, args);
    return this.elements;
  }
}

const staged = directive(Staged);

/** An element in one of its states. */
export function shown(tag: string, stage: Stage = {}): Story {
  const { args, box = '', brand, play, isApart = false } = stage;
  return {
    ...(args && { args }),
    ...(isApart && { tags: ['!autodocs'] }),
    parameters: {
      docs: {
        source: { transform: (_code, context) => plainHtml(tag, stage, context.args) },
        ...(play && { story: { autoplay: !isApart } }),
      },
    },
    ...((play || brand) && {
      async play(scene) {
        if (brand) await brandsLoaded();
        await play?.(scene);
      },
    }),
    render: own => html`<div class=${brand ?? ''} style=${box}>${staged(tag, stage, own)}</div>`,
  };
}

/** As wide as a telephone. */
export const NARROW = 'width: 320px';
