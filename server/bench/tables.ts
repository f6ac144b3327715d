/** Does something again and again; returns how long each time took, in milliseconds. */
export async function measured(
  work: () => Promise<unknown>,
  times: number,
  patience = Infinity,
): Promise<number[]> {
  const took: number[] = [];
  const until = performance.now() + patience;
  do {
    const before = performance.now();
    await work();
    took.push(performance.now() - before);
  } while (took.length < times && performance.now() < until);
  return took;
}

/** The p50, p95 and p99 of times in milliseconds. */
export function spread(times: readonly number[]): string[] {
  const sorted = times.toSorted((one, other) => one - other);
  return [0.5, 0.95, 0.99].map(share =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1),
  );
}

/** A table in Markdown, with an empty line after it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return `${lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
