import { EvDataProvider } from '../elements/ev-data-provider.js';
import { define } from '../elements/define.js';

define('ev-data-provider', EvDataProvider);

declare global {
  interface HTMLElementTagNameMap {
    'ev-data-provider': EvDataProvider;
  }
}
