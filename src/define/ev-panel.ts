import { EvPanel } from '../elements/ev-panel.js';
import { define } from '../elements/define.js';

define('ev-panel', EvPanel);

declare global {
  interface HTMLElementTagNameMap {
    'ev-panel': EvPanel;
  }
}
