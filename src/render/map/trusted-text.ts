/** What MapLibre asks of a text before it hands it on. */
type AskedOfText = 'endsWith' | 'includes' | 'length' | 'split';

/** What is trusted in place of a text, with answers to what is asked of one: it has none by itself. */
export function trustedText(trusted: unknown, text: string, asked: readonly AskedOfText[]): string {
  if (typeof trusted === 'string') return trusted;
  const answers = asked.map(name => {
    const answer = text[name];
    return [name, typeof answer === 'function' ? answer.bind(text) : answer] as const;
  });
  return Object.assign(trusted as object, Object.fromEntries(answers)) as unknown as string;
}
