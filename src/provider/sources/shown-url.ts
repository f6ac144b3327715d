/** A URL in a message: without user info, query and fragment, where secrets may stand. */
export function shownUrl(url: string | URL): string {
  if (URL.canParse(url)) {
    const shown = new URL(url);
    shown.username = shown.password = shown.search = shown.hash = '';
    return shown.href;
  }
  return String(url)
    .replace(/[?#].*$/s, '')
    .replace(/([\\/]{2})[^\\/]*@/g, '$1');
}
