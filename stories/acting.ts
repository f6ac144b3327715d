const PATIENCE = 15_000;

function everything(root: ParentNode): Element[] {
  return [...root.children].flatMap(child => [
    child,
    ...(child.shadowRoot ? everything(child.shadowRoot) : []),
    ...everything(child),
  ]);
}

/** All elements with a part, however deep in shadow roots. */
function partsIn(root: ParentNode, part: string): Element[] {
  return everything(root).filter(element => element.part.contains(part));
}

/** What a story acts on; Storybook aborts it where it is left meanwhile. */
export interface Scene {
  canvasElement: HTMLElement;
  abortSignal?: AbortSignal;
}

/** Resolves once an element is in view: a map is made no sooner. */
function inView(element: Element): Promise<void> {
  return new Promise(resolve => {
    const observer = new IntersectionObserver(entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}

/** The parts, once there are any; none where the story is left before. */
async function awaitParts({ canvasElement, abortSignal }: Scene, part: string): Promise<Element[]> {
  const left = new Promise(resolve => abortSignal?.addEventListener('abort', resolve, { once: true }));
  await Promise.race([left, inView(canvasElement)]);
  const deadline = performance.now() + PATIENCE;
  while (!abortSignal?.aborted) {
    const found = partsIn(canvasElement, part);
    if (found.length > 0) return found;
    if (performance.now() > deadline) throw new Error(`There is no part "${part}".`);
    await Promise.race([left, new Promise(resolve => setTimeout(resolve, 50))]);
  }
  return [];
}

// A slice is no HTML element, and has no click() of its own.
function click(element: Element): void {
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
}

/** Hides statuses by their legend bars: these, or all. */
export function hide(...statuses: string[]) {
  return async (scene: Scene): Promise<void> => {
    for (const entry of await awaitParts(scene, 'entry')) {
      const isMeant = statuses.length === 0 || statuses.includes(entry.getAttribute('data-status')!);
      if (isMeant && entry.ariaPressed === 'true') click(entry);
    }
  };
}

/**
 * Presses the first element of a part.
 * @param outcome a part that is there once that has done what it does
 */
export function press(part: string, outcome?: string) {
  return async (scene: Scene): Promise<void> => {
    const [first] = await awaitParts(scene, part);
    if (first) click(first);
    if (outcome) await awaitParts(scene, outcome);
  };
}

/** Gives the focus to the stop of the Tab key among the elements of a part, as Tab would. */
export function focusOn(part: string) {
  return async (scene: Scene): Promise<void> => {
    const found = (await awaitParts(scene, part)) as HTMLElement[];
    found.find(({ tabIndex }) => tabIndex === 0)?.focus({ focusVisible: true } as FocusOptions);
  };
}

/** Has the mouse on the first element of a part, or the one of a status. */
export function pointAt(part: string, status?: string) {
  return async (scene: Scene): Promise<void> => {
    const found = await awaitParts(scene, part);
    const target = found.find(
      element => status === undefined || element.getAttribute('data-status') === status,
    );
    target?.dispatchEvent(
      new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }),
    );
  };
}
