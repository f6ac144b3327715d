import { executeServerCommand, sendMouse } from '@web/test-runner-commands';

import type { DataProvider } from '../../src/provider/data-provider.js';
import { middleOf } from '../render/map/map-support.js';

export { middleOf, until } from '../render/map/map-support.js';

type Providable = HTMLElement & { provider?: DataProvider; updateComplete: Promise<unknown> };

const stage = document.createElement('div');

/** Puts markup on the page, in place of what the test before left; its first element is given the provider. */
export function mount<T extends HTMLElement>(markup: string, provider?: DataProvider): T {
  if (!stage.isConnected) document.body.append(stage);
  stage.innerHTML = markup;
  const element = stage.firstElementChild as Providable;
  if (provider) element.provider = provider;
  return element as unknown as T;
}

/** Leaves an empty page. */
export function clearPage(): void {
  stage.replaceChildren();
}

/** All elements in the element and in its shadow roots, in the order of the page. */
export function everything(root: ParentNode): Element[] {
  const found: Element[] = [];
  // Asked again and again while tests wait: no list is made for each element.
  const addWithin = (parent: ParentNode) => {
    const first = parent instanceof Element ? parent.shadowRoot?.firstElementChild : undefined;
    for (let child = first; child; child = child.nextElementSibling) add(child);
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) add(child);
  };
  const add = (element: Element) => {
    found.push(element);
    addWithin(element);
  };
  addWithin(root);
  return found;
}

/** The elements with this part, however deep. */
export function parts(root: ParentNode, part: string, selector = '*'): HTMLElement[] {
  const selected = `[part~="${part}"]:is(${selector})`;
  return everything(root).filter((element): element is HTMLElement => element.matches(selected));
}

/** The one with this part; an error says what is missing. */
export function partOf(root: ParentNode, part: string, selector = '*'): HTMLElement {
  const [found] = parts(root, part, selector);
  if (!found) throw new Error(`There is no part "${part}" that matches "${selector}".`);
  return found;
}

/** The slice, entry or list button of a status. */
export const ofStatus = (root: ParentNode, part: string, status: string): HTMLElement =>
  partOf(root, part, `[data-status="${status}"]`);

/** Status and count of each slice or entry, in their order. */
export function countsOf(root: ParentNode, part: string): [string, number][] {
  return parts(root, part).map(({ dataset }) => [dataset.status!, Number(dataset.count)]);
}

/** What can be read in an element, without what is hidden. */
export function textOf(root: Element): string {
  const shown = [root, ...everything(root)].filter(
    element =>
      element.checkVisibility() &&
      !['STYLE', 'TITLE', 'title'].includes(element.localName) &&
      [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE),
  );
  return shown
    .map(element =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ data }: Node & { data?: string }) => data)
        .join(''),
    )
    .join(' ')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A click with the real mouse in the middle of an element. */
export async function clickOn(element: Element, button: 'left' | 'middle' = 'left'): Promise<void> {
  element.scrollIntoView({ block: 'nearest' });
  const { x, y } = middleOf(element);
  await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)], button });
}

/** Has the page on a touch screen, or no more. */
export const touchScreen = (isOn: boolean): Promise<unknown> => executeServerCommand('touch-screen', isOn);

/** A tap with a real finger in the middle of an element, on a touch screen: until the browser has made a click of it. */
export async function tapOn(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'nearest' });
  const clicked = new Promise(resolve => addEventListener('click', resolve, { capture: true, once: true }));
  await executeServerCommand('tap', middleOf(element));
  await clicked;
}

/** The mouse over an element. */
export async function hover(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'nearest' });
  const { x, y } = middleOf(element);
  await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
}

/** The element that has the focus, however deep. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The details of the events of one name that reach an element from now on. */
export function heard<T>(element: EventTarget, name: string): T[] {
  const details: T[] = [];
  element.addEventListener(name, event => details.push((event as CustomEvent<T>).detail));
  return details;
}

/** Counts what changes in an element and its shadow roots from now on. */
export function changesIn(element: Element): () => number {
  let changes = 0;
  const observer = new MutationObserver(records => (changes += records.length));
  for (const root of [element, ...everything(element)]) {
    if (root.shadowRoot) {
      observer.observe(root.shadowRoot, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    }
  }
  return () => changes + observer.takeRecords().length;
}

/** Waits until all that was under way has been said and drawn. */
export async function settled(element: Element): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await new Promise(resolve => setTimeout(resolve));
    await Promise.all(
      [element, ...everything(element)].map(part => (part as Partial<Providable>).updateComplete),
    );
  }
}
