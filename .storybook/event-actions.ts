import { elementOf } from './manifest.js';
import type { Manifest } from './manifest.js';

/** Storybook's: a function that shows what it is called with, by a name. */
type Action = (name: string) => (detail: unknown) => void;

/** Shows each event of an element, with its `detail`, among Storybook's actions. Returns a function that ends that. */
export function tellEvents(
  manifest: Manifest,
  canvas: EventTarget,
  tag: string | undefined,
  action: Action,
): () => void {
  const listening = new AbortController();
  const events = tag === undefined ? [] : (elementOf(manifest, tag).events ?? []);
  for (const { name } of events) {
    const tell = action(name);
    canvas.addEventListener(name, event => tell((event as CustomEvent).detail), {
      signal: listening.signal,
    });
  }
  return () => listening.abort();
}
