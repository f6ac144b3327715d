import 'ev-widgets/define';
import { localProvider } from 'ev-widgets';

import { network } from './network.js';

const provider = document.querySelector('ev-data-provider');
if (provider) provider.provider = localProvider({ load: async () => network });

// The list behind a figure is a page of its own; links to stations and locations are followed by the browser.
document.addEventListener('ev-drill-down', event => {
  event.preventDefault();
  const { filter } = event.detail;
  location.assign(`/list?filter=${encodeURIComponent(JSON.stringify(filter))}`);
});

const list = document.querySelector('ev-station-list');
if (list) list.filter = JSON.parse(new URLSearchParams(location.search).get('filter'));
