/** Characters that set the direction of what follows; between the isolates they cannot reach beyond. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
