import { readFileSync } from 'node:fs';

import ts from 'typescript';

/** The interfaces and classes of a file of src, by name. */
export const declaredIn = file =>
  new Map(
    ts
      .createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true)
      .statements.filter(node => ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node))
      .map(node => [node.name.text, node]),
  );
/** The names of what is in one of them. */
export const fieldsOf = node => node.members.map(({ name }) => name?.getText()).filter(Boolean);
