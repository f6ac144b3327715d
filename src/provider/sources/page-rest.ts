import { MINUTE } from '../../model/time.js';
import { isPageHidden, onVisibilityChange } from '../page-attention.js';

/** How long a page is hidden before what keeps it up to date rests, in milliseconds: one that is only left for a moment goes on. */
const REST_AFTER = MINUTE;

/** Whether a page has been hidden for so long that nothing need keep it up to date. */
export class PageRest {
  isResting = false;

  /** @param onRest called when it begins to rest */
  constructor(onRest: () => void, signal: AbortSignal) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (isHidden: boolean) => {
      clearTimeout(timer);
      this.isResting = false;
      if (!isHidden) return;
      timer = setTimeout(() => {
        this.isResting = true;
        onRest();
      }, REST_AFTER);
    };
    follow(isPageHidden());
    onVisibilityChange(follow, signal);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }
}
