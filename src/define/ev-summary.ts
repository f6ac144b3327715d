import { EvSummary } from '../elements/ev-summary.js';
import { define } from '../elements/define.js';

define('ev-summary', EvSummary);

declare global {
  interface HTMLElementTagNameMap {
    'ev-summary': EvSummary;
  }
}
