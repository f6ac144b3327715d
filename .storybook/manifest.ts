/** What custom-elements.json says of one thing that an element has. */
export interface Described {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

interface Member extends Described {
  kind: 'field' | 'method';
  readonly?: boolean;
  parameters?: Described[];
  return?: { type: { text: string } };
}

/** An element, or the class of an event. */
export interface Declaration extends Described {
  tagName?: string;
  attributes?: (Described & { fieldName: string })[];
  members?: Member[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
  cssStates?: Described[];
}

export interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

const declarationsOf = ({ modules }: Manifest) => modules.flatMap(({ declarations = [] }) => declarations);

/** The elements, in the manifest's order. */
export function elementsOf(manifest: Manifest): (Declaration & { tagName: string })[] {
  return declarationsOf(manifest).filter(
    (declaration): declaration is Declaration & { tagName: string } => declaration.tagName !== undefined,
  );
}

/** An element by its tag. */
export function elementOf(manifest: Manifest, tag: string): Declaration {
  const found = elementsOf(manifest).find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`custom-elements.json has no <${tag}>; expected the tag of an element.`);
  return found;
}

/** The type of an event's `detail`, written out. */
export function detailOf(manifest: Manifest, { type }: Described): string {
  const event = declarationsOf(manifest).find(({ name }) => name === type?.text);
  return event?.members?.find(({ name }) => name === 'detail')?.type?.text ?? '';
}
