import './ev-panel.js';
import './ev-station-list.js';
import { EvEvseMap } from '../elements/ev-evse-map.js';
import { define } from './define.js';

define('ev-evse-map', EvEvseMap);

declare global {
  interface HTMLElementTagNameMap {
    'ev-evse-map': EvEvseMap;
  }
}
