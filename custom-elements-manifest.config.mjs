/** Reads `@statuscolors connection evse`: the dimensions whose `--ev-color-<dimension>-<status>` an element takes. */
const statusColors = {
  name: 'ev-widgets-status-colors',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'statuscolors');
    const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
    if (!tag || !declaration) return;
    declaration.statusColors = ts.getTextOfJSDocComment(tag.comment).split(/[\s,]+/);
  },
};

export default {
  globs: ['src/elements/*.ts'],
  litelement: true,
  packagejson: false,
  plugins: [statusColors],
};
