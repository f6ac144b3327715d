import { expect } from 'chai';

import { elementsOf } from '../../.storybook/manifest.js';
import { baseStyles } from '../../src/render/shared/base-styles.js';
import { cssOf, CSS_PROPERTIES, valueOf } from '../../stories/theming/css-properties.js';
import type { Value } from '../../stories/theming/css-properties.js';
import { manifest } from '../support/manifest-file.js';

const described = elementsOf(manifest).flatMap(({ cssProperties = [] }) => cssProperties);
const offered = CSS_PROPERTIES.flatMap(({ properties }) => properties);

describe('the CSS properties of the playground', () => {
  it('R25: are all that elements take, each from the value that it has by itself', () => {
    expect(
      Object.fromEntries(offered.map(({ name, initial }) => [name, valueOf(name, initial)])),
    ).to.deep.equal(Object.fromEntries(described.map(({ name, default: initial }) => [name, initial])));
  });

  it('have in the manifest the values that the styles have', () => {
    const inStyles = baseStyles.cssText.replace('calc(3 * var(--_space))', '12px');
    for (const { name, initial } of CSS_PROPERTIES[0]!.properties)
      expect(inStyles).to.include(`var(${name}, ${valueOf(name, initial)})`);
  });

  it('make a rule of what was changed, that a page can have as it stands', () => {
    const values = new Map<string, Value>([
      ['--ev-color-surface', { light: '#ffffff', dark: '#000000' }],
      ['--ev-gap', 20],
      ['--ev-font-family', 'Georgia, serif'],
    ]);
    expect(cssOf(values)).to.equal(`:root {
  --ev-color-surface: light-dark(#ffffff, #000000);
  --ev-gap: 20px;
  --ev-font-family: Georgia, serif;
}`);
    expect(cssOf(new Map())).to.equal('');
  });
});
