// First: its worker starts, and fetches the data, while the rest is evaluated.
import './ev-data-provider.js';
import './ev-connection-map.js';
import './ev-connection-pie.js';
import './ev-evse-map.js';
import './ev-evse-pie.js';
import './ev-last-ocpp-pie.js';
import './ev-overview.js';
import './ev-panel.js';
import './ev-station-list.js';
import './ev-station-pie.js';
import './ev-status-legend.js';
import './ev-summary.js';
