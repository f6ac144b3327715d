import type { NavigateEvent } from 'ev-widgets';
import { useRouter } from 'vue-router';

/** Has the portal's router take links to stations and locations. */
export function useLinks() {
  const router = useRouter();
  return (event: NavigateEvent) => {
    event.preventDefault();
    void router.push(event.detail.href);
  };
}
