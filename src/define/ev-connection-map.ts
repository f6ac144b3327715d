import './ev-panel.js';
import './ev-station-list.js';
import { EvConnectionMap } from '../elements/ev-connection-map.js';
import { define } from './define.js';

define('ev-connection-map', EvConnectionMap);

declare global {
  interface HTMLElementTagNameMap {
    'ev-connection-map': EvConnectionMap;
  }
}
