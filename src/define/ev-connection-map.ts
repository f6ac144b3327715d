import './ev-panel.js';
import { EvConnectionMap } from '../elements/ev-connection-map.js';
import { define } from '../elements/define.js';

define('ev-connection-map', EvConnectionMap);

declare global {
  interface HTMLElementTagNameMap {
    'ev-connection-map': EvConnectionMap;
  }
}
