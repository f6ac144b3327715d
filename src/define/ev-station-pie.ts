import './ev-panel.js';
import { EvStationPie } from '../elements/ev-station-pie.js';
import { define } from './define.js';

define('ev-station-pie', EvStationPie);

declare global {
  interface HTMLElementTagNameMap {
    'ev-station-pie': EvStationPie;
  }
}
