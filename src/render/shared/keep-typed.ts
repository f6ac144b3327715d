/**
 * Keeps what is typed into a field to itself. A page that has shortcuts sees the element, and not the field in its shadow root: it would take a letter for one of
 * them.
 */
export function keepTyped(event: KeyboardEvent): void {
  const isText = event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete';
  // AltGr, which types, reads as both.
  const isCommand = event.metaKey || event.ctrlKey !== event.altKey;
  if (isText && !isCommand) event.stopPropagation();
}
