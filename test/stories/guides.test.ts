import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { expect } from 'chai';

import { GUIDES, guideText, headingsOf } from '../../.storybook/guides.js';

const FOLDER = 'stories/guides';
const pages = readdirSync(FOLDER).map(file => readFileSync(`${FOLDER}/${file}`, 'utf8'));
const texts = Object.entries(GUIDES).map(([title, { file }]) => ({
  title,
  file,
  text: guideText(title, readFileSync(file, 'utf8')),
}));

/** The paths of Storybook's pages: of the titles of files, and of the stories in them. */
const paths = new Set(
  pages.map(text => {
    const [, title, name] =
      /<Meta title="([^"]*)"/.exec(text) ??
      /<Meta of=\{(\w+)\} name="(\w+)"/.exec(text)!.with(1, 'Guides/Theming');
    return `?path=/docs/${title!.toLowerCase().replace(/\W+/g, '-')}--${name?.toLowerCase() ?? 'docs'}`;
  }),
);

describe("Storybook's guides", () => {
  it('R25: are a page each', () => {
    const shown = pages.map(text => /<Guide title="([^"]*)"/.exec(text)?.[1]);
    expect(shown).to.have.members(Object.keys(GUIDES));
  });

  it('R25: show every file of docs, and every section of one but once', () => {
    const files = readdirSync('docs').filter(file => file.endsWith('.md'));
    expect([...new Set(texts.map(({ file }) => file))]).to.include.members(files.map(file => `docs/${file}`));
    for (const file of files.map(name => `docs/${name}`)) {
      const shown = texts.filter(each => each.file === file).flatMap(({ text }) => headingsOf(text));
      expect(shown, file).to.have.members(headingsOf(readFileSync(file, 'utf8')));
    }
  });

  for (const { title, file, text } of texts) {
    it(`R25: ${title} has text, and its links lead to pages that are there, its other names to files`, () => {
      expect(text).to.match(/\w+ \w+/);
      for (const [link, path, anchor] of text.matchAll(/\]\((\?path=[^)#]*)(?:#([^)]*))?\)/g)) {
        expect([...paths], link).to.include(path);
        if (!anchor) continue;
        const target = texts.find(each => path!.includes(each.title.toLowerCase().replace(/\W+/g, '-')))!;
        expect(target.text.toLowerCase().replace(/[^\w \n#-]/g, ''), link).to.include(
          `# ${anchor.replaceAll('-', ' ')}`,
        );
      }
      const others = [...text.matchAll(/\]\((?!https?:|\?path=)[^)]*\)/g)].map(([found]) => found);
      expect(others, file).to.deep.equal([]);
      for (const [, name] of text.matchAll(/\(`([\w./-]+\.\w+)`\)/g))
        if (name!.includes('/')) expect(existsSync(name!), name).to.equal(true);
    });
  }

  it('say which there are where one is asked for that is not', () => {
    expect(() => guideText('Guides/Nothing', '')).to.throw(
      'There is no guide "Guides/Nothing"; expected one of Overview/',
    );
  });
});
