/** A page of text: a file's, or those of its sections that are named, or those that no other page names. */
export interface GuideSource {
  file: string;
  sections?: string[];
  isRest?: boolean;
}

const EMBEDDING = 'docs/embedding.md';

/** The text of each page, by its title in the sidebar. */
export const GUIDES: Readonly<Record<string, GuideSource>> = {
  'Overview/Introduction': {
    file: 'README.md',
    sections: ['What it shows', 'Embed it', 'Wire it to what you have', 'Read on'],
  },
  'Guides/Theming': { file: 'docs/theming.md' },
  'Guides/Data': { file: 'docs/data.md' },
  'Guides/Events': {
    file: EMBEDDING,
    sections: ['Events', 'Links', 'The view in your URL', 'Narrowing'],
  },
  'Guides/Accessibility': { file: 'docs/accessibility.md' },
  'Guides/Performance': { file: 'docs/performance.md' },
  'Guides/Hosts': { file: EMBEDDING, isRest: true },
  'Guides/Maps': { file: EMBEDDING, sections: ['Maps', 'Tooltips and highlights', "The map's ground"] },
  'Guides/Languages': { file: 'docs/languages.md' },
  'Guides/OCPI': { file: 'docs/ocpi.md' },
  'Guides/Columns': { file: 'docs/columns.md' },
  'Guides/Protocol': { file: 'docs/protocol.md' },
  'Guides/Scale': { file: 'docs/scale.md' },
  'Guides/Requirements': { file: 'docs/requirements.md' },
  'Guides/Versions': { file: 'docs/versions.md' },
  'Guides/Coding assistants': { file: 'docs/coding-assistants.md' },
};

/** Pages that have a name of their own beside their title. */
const NAMES: Readonly<Record<string, string>> = { 'Guides/Theming': 'guide' };

/** What a heading is called in a link. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

const pathOf = (title: string) =>
  `?path=/docs/${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--${NAMES[title] ?? 'docs'}`;

/** A text in its sections, each from its heading on; the first is what stands before any. */
const sectionsOf = (text: string) => text.split(/^(?=## )/m);

const headingOf = (section: string) => /^## (.*)/.exec(section)?.[1] ?? '';

/** The headings of a text's sections. */
export const headingsOf = (text: string): string[] => sectionsOf(text).map(headingOf).filter(Boolean);

const guidesOf = (file: string) => Object.entries(GUIDES).filter(([, guide]) => guide.file === file);

/** Whether a guide shows a section, by its heading or what that is called in a link. */
function shows({ file, sections, isRest }: GuideSource, isIt: (heading: string) => boolean): boolean {
  if (isRest) return !guidesOf(file).some(([, other]) => other.sections?.some(isIt));
  return sections?.some(isIt) ?? true;
}

/** The page that shows a heading of a file, or the first of its pages. */
function pageOf(file: string, anchor: string | undefined): string | undefined {
  const pages = guidesOf(file);
  const [page] = pages.find(([, guide]) => shows(guide, each => slug(each) === anchor)) ?? pages[0] ?? [];
  return page && pathOf(page) + (anchor ? `#${anchor}` : '');
}

/** A link of a file, as one of these pages has it: to another page of them, or the name of what only the repository has. */
function mended(label: string, target: string, from: string): string {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : new URL(path, `file:///${from}`).pathname.slice(1);
  const page = pageOf(file, anchor);
  if (page) return `[${label}](${page})`;
  return label.replaceAll('`', '') === file ? `\`${file}\`` : `${label} (\`${file}\`)`;
}

/** The text of a page: the sections that it shows, with links between texts mended. */
export function guideText(title: string, text: string): string {
  const guide = GUIDES[title];
  if (!guide)
    throw new Error(`There is no guide "${title}"; expected one of ${Object.keys(GUIDES).join(', ')}.`);
  const { file } = guide;
  const shown = sectionsOf(text).filter(each => shows(guide, heading => heading === headingOf(each)));
  // Its title is the page's.
  return shown
    .join('')
    .replace(/^# .*\n+/, '')
    .replace(/\[([^\]]*)\]\((?!https?:)([^)\s]+)\)/g, (_link, label: string, target: string) =>
      mended(label, target, file),
    );
}
