import './ev-panel.js';
import { EvLastOcppPie } from '../elements/ev-last-ocpp-pie.js';
import { define } from '../elements/define.js';

define('ev-last-ocpp-pie', EvLastOcppPie);

declare global {
  interface HTMLElementTagNameMap {
    'ev-last-ocpp-pie': EvLastOcppPie;
  }
}
