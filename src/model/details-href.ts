const PROTOCOLS = new Set(['http:', 'https:']);
/** Base for relative links; https, so they pass. */
const ANY_PAGE = 'https://page.invalid/';
/** Stands for an id where it is to be seen what becomes of one. */
const ANY_ID = 'any-id';

/** R18: whether a link may be followed: http, https or relative. Data may say anything, `javascript:` too. */
export function isFollowable(href: string): boolean {
  return URL.canParse(href, ANY_PAGE) && PROTOCOLS.has(new URL(href, ANY_PAGE).protocol);
}

/** Whether a link that leads to another host says so by its scheme: `//host/` and `/\host/` look like paths of the page's own. */
function isPlain(href: string): boolean {
  return new URL(href, ANY_PAGE).origin === new URL(ANY_PAGE).origin || /^[\s\p{Cc}]*https?:/iu.test(href);
}

/** A template with an id filled in; undefined where the URL would lose it: `.` and `..` are no names in a path, however they are written. */
function filledIn(template: string, id: string): string | undefined {
  // Half a surrogate pair, as cut-off texts end with, cannot be encoded.
  const encoded = encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
  const href = template.replaceAll('{id}', encoded);
  if (!isFollowable(href)) return undefined;
  const pathOf = (filled: string) => new URL(filled, ANY_PAGE).pathname;
  const expected = pathOf(template.replaceAll('{id}', ANY_ID)).replaceAll(ANY_ID, () => encoded);
  return pathOf(href) === expected ? href : undefined;
}

/**
 * R18: a record's details page: its own `href`, else the host's template with `{id}` filled in; undefined where neither
 * may be followed.
 */
export function detailsHref(
  id: string,
  own: string | undefined,
  template: string | undefined,
): string | undefined {
  if (own && isFollowable(own) && isPlain(own)) return own;
  return template ? filledIn(template, id) : undefined;
}
