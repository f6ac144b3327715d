import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { SkippedRecords } from '../../model/problems.js';
import type { Problem, RecordKind } from '../../model/records.js';
import type { DataState } from '../../provider/data-provider.js';
import { formatCounted, formatNumber } from './format.js';

const RECORDS: Readonly<Record<RecordKind, { one: string; many: string }>> = {
  location: { one: 'location', many: 'locations' },
  station: { one: 'station', many: 'stations' },
  evse: { one: 'EVSE', many: 'EVSEs' },
  connector: { one: 'connector', many: 'connectors' },
  change: { one: 'change', many: 'changes' },
};
const VALUES = { one: 'value', many: 'values' };
const UNTOLD = { one: 'record', many: 'records' };

/** Problems that a section lists: enough to see what is wrong with a feed. */
const LISTED = 25;

const list = new Intl.ListFormat(undefined, { type: 'conjunction' });

function counted(skipped: SkippedRecords, kinds: readonly RecordKind[]): string {
  const some = kinds.filter(kind => skipped[kind] > 0);
  return list.format(some.map(kind => formatCounted(skipped[kind], RECORDS[kind])));
}

/** What was skipped, in few words: the records that hold all others that were skipped with them, and changes. */
function shortly(skipped: SkippedRecords): string {
  const holders: readonly RecordKind[] = ['location', 'station'];
  const parts: readonly RecordKind[] = ['evse', 'connector'];
  const isOfParts = holders.every(kind => skipped[kind] === 0);
  return counted(skipped, [...(isOfParts ? parts : holders), 'change']);
}

/** What of a provider's state says that data is missing. A view that is no map leaves out `leftOut`. */
export type MissingData = Pick<DataState, 'problems'> & Partial<Pick<DataState, 'leftOut'>>;

function problemTexts({ problems }: MissingData): string[] {
  if (!problems || problems.total === 0) return [];
  const { total, skipped, uncounted = 0, readInPart = 0 } = problems;
  if (!skipped) return [`${formatCounted(total, UNTOLD)} not read, or in part`];
  const short = shortly(skipped);
  return [
    ...(short ? [`${short} skipped`] : []),
    ...(uncounted > 0 ? [`${formatCounted(uncounted, RECORDS.station)} not counted`] : []),
    ...(readInPart > 0 ? [`${formatCounted(readInPart, VALUES)} not read`] : []),
  ];
}

/** What of the data could not be read or is on no map, in few words; empty where all is well. */
export function missingTexts(missing: MissingData): string[] {
  const { leftOut = 0 } = missing;
  const texts = problemTexts(missing);
  return leftOut > 0 ? [...texts, `${formatCounted(leftOut, RECORDS.station)} not on the map`] : texts;
}

function item({ path, message, count = 1 }: Problem): TemplateResult {
  const isLed = message.startsWith(path);
  return html`<li>
    <code>${path}</code>${isLed ? message.slice(path.length) : html`: ${message}`}
    ${count > 1 ? html`<span class="times">${formatNumber(count)} times</span>` : nothing}
  </li>`;
}

function section(heading: string, meaning: string, problems: readonly Problem[]): TemplateResult {
  const first = problems.slice(0, LISTED);
  return html`<section>
    <h3>${heading}</h3>
    <p>${meaning}${first.length > 0 ? ' The first of them:' : nothing}</p>
    ${
      first.length > 0
        ? html`<ul>
            ${first.map(item)}
          </ul>`
        : nothing
    }
  </section>`;
}

/** What is missing or incomplete, what that means for the figures, and the first of it: where it stood and what was expected. */
export function problemSections({ problems, leftOut, firstLeftOut = [] }: DataState): TemplateResult {
  const { total = 0, first = [], skipped, uncounted = 0, readInPart = 0 } = problems ?? {};
  const kinds = skipped && counted(skipped, ['location', 'station', 'evse', 'connector', 'change']);
  // A scrolled region is reached with the keyboard.
  return html`<div
    class="problem-sections"
    tabindex="0"
    role="region"
    aria-labelledby="problems-dialog-title"
  >
    ${
      kinds
        ? section(
            `Skipped: ${kinds}`,
            'They are in none of the figures.',
            first.filter(problem => problem.skipped),
          )
        : nothing
    }
    ${
      skipped && uncounted > 0
        ? section(
            `Not counted: ${formatCounted(uncounted, RECORDS.station)}`,
            'They are in none of the figures, since their deployment state is in no table.',
            first.filter(problem => problem.uncounted),
          )
        : nothing
    }
    ${
      skipped && readInPart > 0
        ? section(
            `Not read: ${formatCounted(readInPart, VALUES)}`,
            'Their records are counted without them.',
            first.filter(problem => !problem.skipped && !problem.uncounted),
          )
        : nothing
    }
    ${
      !skipped && total > 0
        ? section(
            `Not read, or in part: ${formatCounted(total, UNTOLD)}`,
            'They may be missing from the figures.',
            first,
          )
        : nothing
    }
    ${
      leftOut > 0
        ? section(
            `Not on the map: ${formatCounted(leftOut, RECORDS.station)}`,
            'They are counted, but their locations have no usable position.',
            firstLeftOut,
          )
        : nothing
    }
    ${total === 0 && leftOut === 0 ? html`<p>All of the data could be read.</p>` : nothing}
  </div>`;
}
