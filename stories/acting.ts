const PATIENCE = 15_000;

function everything(root: ParentNode): Element[] {
  return [...root.children].flatMap(child => [
    child,
    ...(child.shadowRoot ? everything(child.shadowRoot) : []),
    ...everything(child),
  ]);
}

/** All elements with a part, however deep in shadow roots. */
export function partsIn(root: ParentNode, part: string): Element[] {
  return everything(root).filter(element => element.part.contains(part));
}

/** The parts, once there are any. */
export async function awaitParts(root: ParentNode, part: string): Promise<Element[]> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const found = partsIn(root, part);
    if (found.length > 0) return found;
    if (performance.now() > deadline) throw new Error(`There is no part "${part}".`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

// A slice is no HTML element, and has no click() of its own.
function click(element: Element): void {
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
}

/** Hides statuses by their legend bars: these, or all. */
export function hide(...statuses: string[]) {
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const entry of await awaitParts(canvasElement, 'entry')) {
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
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const [first] = await awaitParts(canvasElement, part);
    click(first!);
    if (outcome) await awaitParts(canvasElement, outcome);
  };
}

/** Gives the focus to the stop of the Tab key among the elements of a part, as Tab would. */
export function focusOn(part: string) {
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const found = (await awaitParts(canvasElement, part)) as HTMLElement[];
    found.find(({ tabIndex }) => tabIndex === 0)?.focus({ focusVisible: true } as FocusOptions);
  };
}

/** Has the mouse on the first element of a part, or the one of a status. */
export function pointAt(part: string, status?: string) {
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const found = await awaitParts(canvasElement, part);
    const target = found.find(
      element => status === undefined || element.getAttribute('data-status') === status,
    );
    target?.dispatchEvent(
      new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }),
    );
  };
}
