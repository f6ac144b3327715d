import type { Meta } from '@storybook/web-components-vite';

import { remoteProvider } from '../src/provider/remote-provider.js';
import { shown } from './story.js';

export default {
  title: 'Overview/Ten million stations',
  component: 'ev-overview',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

/** Where `npm run examples:millions` answers. */
const SERVER = 'http://localhost:4280/api/';

/** What PostgreSQL answers, by ev-widgets-server: where none is started, the overview says that it does not, and asks again. */
export const AnsweredByPostgres = shown('ev-data-provider', {
  isApart: true,
  provider: () => remoteProvider(SERVER),
  content: `
<style>
  .millions { display: grid; gap: 12px; padding: 12px; }
  .millions > p { margin: 0; }
</style>
<div class="millions">
  <p>
    <code>npm run examples:millions -- 10000000</code> makes up ten million stations in PostgreSQL, and answers this overview at localhost:4280; fewer,
    such as 100000, are there sooner. Until it is started, nobody answers.
  </p>
  <ev-overview location-href="#/locations/{id}" station-href="#/stations/{id}"></ev-overview>
</div>`,
});
