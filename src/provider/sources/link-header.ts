/** What a `Link` header names. */
interface Link {
  /** As it stands there: absolute or relative. */
  readonly target: string;
  /** In lower case. */
  readonly relations: readonly string[];
}

// RFC 8288 §3, and single quotes, which some servers write for double ones. Each is tried at one place only, so that reading a header takes time by its length.
const SEPARATORS = /[\s,]*/y;
const PARAMETER =
  /\s*;\s*(?:([\w!#$%&'*+.^`|~-]+)\s*(?:=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^']*)'|([^\s",;]+)))?)?/y;
const END = /\s*(?:,|$)/y;

/** Reads a `Link` header (RFC 8288 §3); undefined where it cannot be read. */
function readLinks(header: string): Link[] | undefined {
  const links: Link[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(header);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (take(SEPARATORS); at < header.length; take(SEPARATORS)) {
    const end = header[at] === '<' ? header.indexOf('>', at) : -1;
    if (end < 0) return undefined;
    const target = header.slice(at + 1, end);
    at = end + 1;
    let relations: string | undefined;
    for (let parameter = take(PARAMETER); parameter; parameter = take(PARAMETER)) {
      const [, name, quoted, singleQuoted, token] = parameter;
      // The first counts (RFC 8288 §3.3).
      if (name?.toLowerCase() === 'rel') relations ??= quoted ?? singleQuoted ?? token ?? '';
    }
    if (!take(END)) return undefined;
    links.push({ target, relations: (relations ?? '').toLowerCase().split(/\s+/) });
  }
  return links;
}

/**
 * The target of the link with this relation; undefined where there is none.
 * @throws SyntaxError where the header cannot be read
 */
export function linkTarget(header: string | null, relation: string): string | undefined {
  const links = readLinks(header ?? '');
  if (!links) throw new SyntaxError('expected <URL>; rel="…", as RFC 8288 has it');
  return links.find(({ relations }) => relations.includes(relation))?.target;
}
