import { EvStatusLegend } from '../elements/ev-status-legend.js';
import { define } from '../elements/define.js';

define('ev-status-legend', EvStatusLegend);

declare global {
  interface HTMLElementTagNameMap {
    'ev-status-legend': EvStatusLegend;
  }
}
