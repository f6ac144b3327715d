/**
 * Shows elements as where forced colours, or reduced motion, are on. A page cannot turn those on; it can have the rules hold that its own
 * styles have for them. So every style sheet that an element makes is watched, and the condition of such rules is `all` while that is
 * asked for. Of what a browser does by itself under forced colours, rules can do this: the tokens of surface, text and lines are the
 * system's colours, links are too, and shadows are gone. Drawings and the map's ground keep theirs, as they do there.
 */
type Feature = 'forced-colors' | 'reduced-motion';

const CONDITIONS: Readonly<Record<Feature, RegExp>> = {
  'forced-colors': /\(forced-colors:\s*active\)/,
  'reduced-motion': /\(prefers-reduced-motion:\s*reduce\)/,
};

const FEATURES = Object.keys(CONDITIONS) as Feature[];

const FORCED = `
  :host, :host > * {
    --_surface: Canvas !important;
    --_text: CanvasText !important;
    --_muted: CanvasText !important;
    --_line: CanvasText !important;
    --_hover: transparent !important;
    --_warning: CanvasText !important;
  }
  *:not(.marker, .marker *) {
    box-shadow: none !important;
    text-shadow: none !important;
  }
  a {
    color: LinkText !important;
  }`;

const shown = new Set<Feature>();
/** The rules of each feature, with the condition that they have by themselves. */
const rules = new Map<CSSMediaRule, { feature: Feature; condition: string }>();

function hold(rule: CSSMediaRule, { feature, condition }: { feature: Feature; condition: string }): void {
  rule.media.mediaText = shown.has(feature) ? 'all' : condition;
}

function watch(sheet: CSSStyleSheet): void {
  sheet.insertRule(`@media not all { ${FORCED} }`, sheet.cssRules.length);
  for (const rule of sheet.cssRules) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const condition = rule.media.mediaText;
    const isOwn = condition === 'not all';
    const feature = isOwn ? 'forced-colors' : FEATURES.find(each => CONDITIONS[each].test(condition));
    if (!feature) continue;
    rules.set(rule, { feature, condition });
    hold(rule, { feature, condition });
  }
}

const { replaceSync } = CSSStyleSheet.prototype;
CSSStyleSheet.prototype.replaceSync = function (text: string) {
  replaceSync.call(this, text);
  watch(this);
};

// What scripts ask of the page.
const { matchMedia } = globalThis;
globalThis.matchMedia = (query: string) => {
  const list = matchMedia(query);
  const feature = FEATURES.find(each => CONDITIONS[each].test(query));
  if (!feature) return list;
  const { matches } = list;
  return Object.defineProperty(list, 'matches', { get: () => shown.has(feature) || matches });
};

/** Shows the page as where a feature is on, or no longer. */
export function emulate(feature: Feature, isOn: boolean): void {
  if (isOn === shown.has(feature)) return;
  if (isOn) shown.add(feature);
  else shown.delete(feature);
  for (const [rule, of] of rules) hold(rule, of);
}
