import { EvDataProvider } from '../elements/ev-data-provider.js';
import { define } from './define.js';

define('ev-data-provider', EvDataProvider);

declare global {
  interface HTMLElementTagNameMap {
    'ev-data-provider': EvDataProvider;
  }
}
