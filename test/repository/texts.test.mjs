import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import ts from 'typescript';

const files = ['src/render', 'src/elements'].flatMap(folder =>
  readdirSync(folder, { recursive: true })
    .map(file => join(folder, file))
    .filter(file => file.endsWith('.ts') && !file.includes('generated')),
);

/** Stands where a template has an expression. */
const HOLE = '\0';

/** The attributes that are read or heard. */
const TOLD =
  /\b(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt)="[^"]*\p{L}[^"]*"/gu;

/** The templates of HTML in a file, with what is put into them left out. */
function templatesIn(file) {
  const found = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const look = node => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'html') {
      const { template } = node;
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
      found.push(parts.join(HOLE));
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** What a template says itself, in whatever language. */
function wordsIn(template) {
  const told = [...template.matchAll(TOLD)].map(([attribute]) => attribute);
  const text = template.replace(/<!--[^]*?-->/g, '').replace(/<[^>]*>/g, ' ');
  const shown = text.replace(/&\w+;/g, ' ').match(/\p{L}[\p{L} ]*/gu) ?? [];
  return [...told, ...shown.map(words => words.trim())];
}

test('R31: no template has words of its own: each is in the catalogues', () => {
  const words = files.flatMap(file =>
    templatesIn(file).flatMap(template => wordsIn(template).map(word => `${file}: ${word}`)),
  );
  assert.deepEqual(words, []);
});

test('R31: words in a template are found, in its text and in what is read out', () => {
  assert.deepEqual(wordsIn(`<p class="quiet">${HOLE} left</p>`), ['left']);
  assert.deepEqual(wordsIn(`<button aria-label="Close" title=${HOLE}></button>`), ['aria-label="Close"']);
  assert.deepEqual(wordsIn(`<p id="why" role="status">${HOLE}: ${HOLE}</p>`), []);
});
