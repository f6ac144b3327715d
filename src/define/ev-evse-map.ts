import './ev-panel.js';
import { EvEvseMap } from '../elements/ev-evse-map.js';
import { define } from '../elements/define.js';

define('ev-evse-map', EvEvseMap);

declare global {
  interface HTMLElementTagNameMap {
    'ev-evse-map': EvEvseMap;
  }
}
