const PROTOCOLS = new Set(['http:', 'https:']);
/** Base for relative links; https, so they pass. */
const ANY_PAGE = 'https://page.invalid/';

/** R18: whether a link may be followed: http, https or relative. Data may say anything, `javascript:` too. */
export function isFollowable(href: string): boolean {
  return URL.canParse(href, ANY_PAGE) && PROTOCOLS.has(new URL(href, ANY_PAGE).protocol);
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
  // Half a surrogate pair, as cut-off texts end with, cannot be encoded.
  const encoded = encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
  const filled = template?.replaceAll('{id}', encoded);
  return [own, filled].find(href => href !== undefined && href !== '' && isFollowable(href));
}
