/** Why what is asked of a provider that its host has disposed of has no answer. */
export function disposed(): DOMException {
  return new DOMException('The provider has been disposed of; expected one that is in use.', 'AbortError');
}
