import { EvStationList } from '../elements/ev-station-list.js';
import { define } from '../elements/define.js';

define('ev-station-list', EvStationList);

declare global {
  interface HTMLElementTagNameMap {
    'ev-station-list': EvStationList;
  }
}
