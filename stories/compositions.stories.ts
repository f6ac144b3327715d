import type { Meta } from '@storybook/web-components-vite';

import { living } from './living-network.js';
import { shown } from './story.js';

export default {
  title: 'Overview/Compositions',
  component: 'ev-overview',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

const links = { 'location-href': '#/locations/{id}', 'station-href': '#/stations/{id}' };

/** All of it, as one element. */
export const AsOneElement = shown('ev-overview', { provider: living, args: links, box: 'padding: 12px' });

/** The sections where a host's own grid has them, a list of its own beside them. */
export const InAHostsGrid = shown('ev-data-provider', {
  provider: living,
  content: `
<style>
  .portal {
    display: grid;
    gap: 12px;
    grid-template: 'summary summary summary' 'map map evse' 'connection messages station' / 1fr 1fr 1fr;
    padding: 12px;
  }
  .portal > ev-summary { grid-area: summary; }
  .portal > ev-connection-map { grid-area: map; }
  @media (max-width: 900px) {
    .portal { grid-template: none; }
    .portal > * { grid-area: auto !important; }
  }
</style>
<div class="portal">
  <ev-summary></ev-summary>
  <ev-connection-map location-href="#/locations/{id}" station-href="#/stations/{id}"></ev-connection-map>
  <ev-evse-pie></ev-evse-pie>
  <ev-connection-pie></ev-connection-pie>
  <ev-last-ocpp-pie></ev-last-ocpp-pie>
  <ev-station-pie></ev-station-pie>
</div>`,
});

/** Both maps, each with the legend that filters it, and the headline on top. */
export const MapsOnly = shown('ev-data-provider', {
  provider: living,
  content: `
<style>
  .maps {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 32rem), 1fr));
    padding: 12px;
  }
  .maps > ev-summary { grid-column: 1 / -1; }
  .maps ev-status-legend { padding: 8px; }
</style>
<div class="maps">
  <ev-summary></ev-summary>
  <ev-panel heading="Connections">
    <ev-connection-map></ev-connection-map>
    <ev-status-legend dimension="connection"></ev-status-legend>
  </ev-panel>
  <ev-panel heading="EVSEs online">
    <ev-evse-map></ev-evse-map>
    <ev-status-legend dimension="evse"></ev-status-legend>
  </ev-panel>
</div>`,
});
