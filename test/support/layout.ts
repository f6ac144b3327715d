import { everything, settled } from './page.js';

/** A text on the page, and where each of its lines stands. */
interface ShownText {
  text: string;
  element: Element;
  lines: DOMRect[];
}

/** Lines closer than this are one: glyphs of several fonts, or a fraction of a pixel. */
const SAME_LINE = 3;

function linesOf(range: Range): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const rect of range.getClientRects()) {
    const line = lines.find(({ top }) => Math.abs(top - rect.top) < SAME_LINE);
    if (!line) lines.push(rect);
  }
  return lines;
}

function rangeOf(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** The text nodes that can be seen in an element, however deep. */
function textNodes(root: Element): Text[] {
  return [root, ...everything(root)]
    .filter(element => !['style', 'title'].includes(element.localName))
    .filter(
      element =>
        element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden'),
    )
    .flatMap(element => [...element.childNodes])
    .filter((node): node is Text => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '');
}

function shownTexts(root: Element): ShownText[] {
  return textNodes(root).map(node => ({
    text: node.data.trim(),
    element: node.parentElement!,
    lines: [...rangeOf(node, 0, node.length).getClientRects()].filter(({ width }) => width > 0),
  }));
}

/** The words that are broken over two lines or more. */
function brokenWords(root: Element): string[] {
  const isOnLines = (node: Text, start: number, end: number) => linesOf(rangeOf(node, start, end)).length > 1;
  return textNodes(root)
    .filter(node => isOnLines(node, 0, node.length))
    .flatMap(node =>
      [...node.data.matchAll(/\S+/g)]
        .filter(({ 0: word, index }) => isOnLines(node, index, index + word.length))
        .map(([word]) => `"${word}" is broken`),
    );
}

/** The texts that reach out of a box, or that the element they stand in cuts off. */
function clippedTexts(root: Element, box: DOMRect): string[] {
  return shownTexts(root).flatMap(({ text, element, lines }) => {
    const isOut = lines.some(({ left, right }) => left < box.left - 0.5 || right > box.right + 0.5);
    const isCut = element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1;
    const isInline = getComputedStyle(element).display === 'inline';
    return [
      ...(isOut ? [`"${text}" reaches out`] : []),
      ...(isCut && !isInline ? [`"${text}" is cut off`] : []),
    ];
  });
}

/** The texts that stand on each other. */
function overlappingTexts(root: Element): string[] {
  const texts = shownTexts(root);
  const isOn = (one: DOMRect, other: DOMRect) =>
    one.left < other.right - 1 &&
    other.left < one.right - 1 &&
    one.top < other.bottom - 4 &&
    other.top < one.bottom - 4;
  return texts.flatMap(({ text, lines }, index) =>
    texts
      .slice(index + 1)
      .filter(other => lines.some(line => other.lines.some(otherLine => isOn(line, otherLine))))
      .map(other => `"${text}" and "${other.text}" stand on each other`),
  );
}

/** Whatever is wrong with how an element's texts stand on the page, in words; nothing where all can be read. */
export function unreadable(element: Element): string[] {
  return [
    ...brokenWords(element),
    ...clippedTexts(element, element.getBoundingClientRect()),
    ...overlappingTexts(element),
  ];
}

/** The elements of which a part is seen beside a box. */
export function reachingOut(elements: readonly Element[], box: DOMRect): string[] {
  return elements
    .filter(
      element => element.checkVisibility({ visibilityProperty: true }) && !(element instanceof SVGElement),
    )
    .filter(element => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < box.left - 0.5 || right > box.right + 0.5);
    })
    .map(element => `${element.localName}.${element.className}: ${element.textContent?.trim()}`);
}

/** Once what is measured after a layout has been placed by it. */
export async function laidOut(element: Element): Promise<void> {
  await settled(element);
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await settled(element);
}
