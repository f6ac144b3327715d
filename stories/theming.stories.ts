import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import { define } from '../src/elements/define.js';
import { withHistory, worldNetwork } from '../test/support/story-networks.js';
import { ready } from './providers.js';
import { ThemingPlayground } from './theming/theming-playground.js';

export default {
  title: 'Guides/Theming',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true }, layout: 'padded' },
} satisfies Meta;

define('theming-playground', ThemingPlayground);

const provider = ready(() => withHistory(worldNetwork()));

/** Every CSS property, and what it changes. */
export const Playground = {
  parameters: {
    docs: { source: { code: '<ev-data-provider>…' } },
  },
  render: () => html`<theming-playground .provider=${provider}></theming-playground>`,
};

declare global {
  interface HTMLElementTagNameMap {
    'theming-playground': ThemingPlayground;
  }
}
