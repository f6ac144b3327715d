const told = new Set<string>();

/** Tells the console, once a page. */
export function warnOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`ev-widgets: ${message}`);
}
