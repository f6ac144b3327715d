import './ev-connection-map.js';
import './ev-connection-pie.js';
import './ev-evse-map.js';
import './ev-evse-pie.js';
import './ev-last-ocpp-pie.js';
import './ev-station-list.js';
import './ev-station-pie.js';
import './ev-summary.js';
import { EvOverview } from '../elements/ev-overview.js';
import { define } from '../elements/define.js';

define('ev-overview', EvOverview);

declare global {
  interface HTMLElementTagNameMap {
    'ev-overview': EvOverview;
  }
}
