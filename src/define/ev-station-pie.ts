import './ev-panel.js';
import { EvStationPie } from '../elements/ev-station-pie.js';
import { define } from '../elements/define.js';

define('ev-station-pie', EvStationPie);

declare global {
  interface HTMLElementTagNameMap {
    'ev-station-pie': EvStationPie;
  }
}
