import { Markdown } from '@storybook/addon-docs/blocks';

import { GUIDES, guideText } from './guides.js';

const TEXTS = import.meta.glob(['../README.md', '../docs/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The text of a guide, from the one file that has it. */
export function Guide({ title }) {
  return <Markdown>{guideText(title, TEXTS[`../${GUIDES[title].file}`])}</Markdown>;
}
