import './ev-panel.js';
import { EvEvsePie } from '../elements/ev-evse-pie.js';
import { define } from '../elements/define.js';

define('ev-evse-pie', EvEvsePie);

declare global {
  interface HTMLElementTagNameMap {
    'ev-evse-pie': EvEvsePie;
  }
}
