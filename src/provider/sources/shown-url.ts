/** User info of what is no whole URL, where it can be told from the rest: it ends with the only `@`, before all that follows a host. */
const USER_INFO = /^(<?(?:[a-z][a-z\d+.-]*:)?[\\/]{2})[^\\/?#@]*@(?=[^@]*$)/i;

/** How what is no whole URL begins, where that cannot be user info. */
const BEGINNING = /^<?(?:[a-z][a-z\d+.-]*:)?[\\/]{2}/i;

/** A URL in a message: without user info, query and fragment, where secrets may stand. */
export function shownUrl(url: string | URL): string {
  const whole = URL.canParse(url) ? new URL(url) : undefined;
  // Without a host, what looks like a scheme may be a user's name: `me:password@host/path`.
  if (whole && whole.host !== '') {
    whole.username = whole.password = whole.search = whole.hash = '';
    return whole.href;
  }
  const text = String(url).replace(USER_INFO, '$1');
  // A password may hold what ends a host, and a query may hold an `@`.
  if (text.includes('@')) return `${BEGINNING.exec(text)?.[0] ?? ''}…`;
  return text.replace(/[?#].*$/s, '');
}
