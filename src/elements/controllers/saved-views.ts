import { SHOWN } from './shown-view.js';
import type { SavableView, ShownView } from './shown-view.js';

/** A view that has something to show, and what that is. */
export interface SavedView {
  view: SavableView;
  shown: ShownView;
}

function shownBy(elements: Iterable<Element>): SavedView[] {
  return [...elements]
    .filter((element): element is SavableView => SHOWN in element)
    .flatMap(view => {
      const shown = view[SHOWN]();
      return shown ? [{ view, shown }] : [];
    });
}

/**
 * What a panel's heading names: the view that it frames, those that a host has put in it, or all of a section.
 * @param isOfSection whether it stands in a section of an overview, whose heading is that of its pie; a map has one of its own
 */
export function savedViews(panel: Element, isOfSection: boolean): SavedView[] {
  const root = panel.getRootNode();
  const framing = root instanceof ShadowRoot && SHOWN in root.host ? root.host : undefined;
  if (!framing) return shownBy(panel.querySelectorAll('*'));
  const own = shownBy([framing]);
  return isOfSection && own.some(({ shown }) => !shown.map) ? shownBy(framing.parentElement!.children) : own;
}
