import './ev-panel.js';
import { EvConnectionPie } from '../elements/ev-connection-pie.js';
import { define } from '../elements/define.js';

define('ev-connection-pie', EvConnectionPie);

declare global {
  interface HTMLElementTagNameMap {
    'ev-connection-pie': EvConnectionPie;
  }
}
