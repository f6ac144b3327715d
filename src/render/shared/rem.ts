import { unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

/**
 * So many times the root font size, which pages and readers set. One below 14 pixels is no size to read at, but one that a page reckons by
 * (`html { font-size: 62.5% }`): 16 pixels stand in for it.
 */
export function rem(count: number): CSSResult {
  return unsafeCSS(`calc(${count} * max(1rem, min(16px, (14px - 1rem) * 1000)))`);
}
