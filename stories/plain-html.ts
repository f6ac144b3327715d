import type { Args, Stage } from './story.js';
import { valueOf } from './theming/css-properties.js';
import type { Value } from './theming/css-properties.js';

/** Where a page has what a story made itself. */
const PLACES: Readonly<Record<string, string>> = {
  src: '/api/network',
  'map-tiles': '/tiles/europe.pmtiles',
};
const WIDTH = 100;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function attribute([name, value]: [string, unknown]): string[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [name];
  const text = /^(?:blob|data):/.test(String(value)) ? PLACES[name]! : String(value);
  return [`${name}="${escaped(text)}"`];
}

/** The attributes of an element's arguments: CSS properties in one, and no objects. */
function attributesOf(args: Args): string[] {
  const entries = Object.entries(args);
  const styles = entries
    .filter(([name, value]) => name.startsWith('--') && value !== undefined)
    .map(([name, value]) => `${name}: ${valueOf(name, value as Value)}`);
  return [
    ...entries
      .filter(([name, value]) => !name.startsWith('--') && typeof value !== 'object')
      .flatMap(attribute),
    ...(styles.length > 0 ? [`style="${escaped(styles.join('; '))}"`] : []),
  ];
}

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');

function element(tag: string, attributes: readonly string[], content = ''): string {
  const line = [`<${tag}`, ...attributes].join(' ');
  const open = line.length < WIDTH ? line : `<${tag}\n${indented(attributes.join('\n'))}\n`;
  return content === '' ? `${open}></${tag}>` : `${open}>\n${indented(content)}\n</${tag}>`;
}

/** What only a script can set. */
function script(tag: string, args: Args): string[] {
  const lines = Object.entries(args)
    .filter(([, value]) => typeof value === 'object')
    .map(([name, value]) => `element.${name} = ${JSON.stringify(value)};`);
  if (lines.length === 0) return [];
  const body = [`const element = document.querySelector('${tag}');`, ...lines].join('\n');
  return [`<script type="module">\n${indented(body)}\n</script>`];
}

/** What a page writes to have what a story shows, but for its data. */
export function plainHtml(tag: string, { content = '', beside, brand, isAlone }: Stage, args: Args): string {
  const isProvider = tag === 'ev-data-provider';
  const own = attributesOf(args);
  if (isProvider && !isAlone && !('src' in args)) own.unshift('src="/api/network"');
  const views = [
    element(tag, own, content.trim()),
    ...(beside ? [element(beside.tag, attributesOf(beside.args ?? {}))] : []),
  ].join('\n');
  const provided = isProvider || isAlone ? views : element('ev-data-provider', ['src="/api/network"'], views);
  const branded = brand ? element('div', [`class="${brand}"`], provided) : provided;
  const link = brand ? [`<link rel="stylesheet" href="${brand}.css" />`] : [];
  return [...link, branded, ...script(tag, args)].join('\n');
}
