import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { isolated } from '../../messages/isolated.js';
import type { Localize, TextKey } from '../../messages/localize.js';
import type { SkippedRecords } from '../../model/problems.js';
import type { Problem, RecordKind } from '../../model/records.js';
import type { DataState } from '../../provider/data-provider.js';

/** The messages that count them. */
const RECORDS = {
  location: 'locations',
  station: 'stations',
  evse: 'evses',
  connector: 'connectors',
  change: 'changes',
} as const satisfies Record<RecordKind, string>;

/** Problems that a section lists: enough to see what is wrong with a feed. */
const LISTED = 25;

function counted(localize: Localize, skipped: SkippedRecords, kinds: readonly RecordKind[]): string {
  const some = kinds.filter(kind => skipped[kind] > 0);
  return localize.list(some.map(kind => localize.counted(RECORDS[kind], skipped[kind])));
}

/** What was skipped, in few words: the records that hold all others that were skipped with them, and changes. */
function shortly(localize: Localize, skipped: SkippedRecords): string {
  const holders: readonly RecordKind[] = ['location', 'station'];
  const parts: readonly RecordKind[] = ['evse', 'connector'];
  const isOfParts = holders.every(kind => skipped[kind] === 0);
  return counted(localize, skipped, [...(isOfParts ? parts : holders), 'change']);
}

/** What of a provider's state says that data is missing. A view that is no map leaves out `leftOut`. */
export type MissingData = Pick<DataState, 'problems'> & Partial<Pick<DataState, 'leftOut'>>;

function problemTexts(localize: Localize, { problems }: MissingData): string[] {
  if (!problems || problems.total === 0) return [];
  const { total, skipped, uncounted = 0, readInPart = 0 } = problems;
  if (!skipped) return [localize.term('notReadOrInPartShort', localize.counted('records', total))];
  const short = shortly(localize, skipped);
  return [
    ...(short ? [localize.term('skippedShort', short)] : []),
    ...(uncounted > 0 ? [localize.term('notCountedShort', localize.counted('stations', uncounted))] : []),
    ...(readInPart > 0 ? [localize.term('notReadShort', localize.counted('values', readInPart))] : []),
  ];
}

/** What of the data could not be read or is on no map, in few words; empty where all is well. */
export function missingTexts(localize: Localize, missing: MissingData): string[] {
  const { leftOut = 0 } = missing;
  const texts = problemTexts(localize, missing);
  if (leftOut === 0) return texts;
  return [...texts, localize.term('notOnMapShort', localize.counted('stations', leftOut))];
}

function item(localize: Localize, problem: Problem): TemplateResult {
  const { path, reason, count = 1 } = problem;
  const { text, dir, lang } = localize.explain(problem);
  const lead = [path, isolated(path)].find(start => text.startsWith(start));
  const place = html`<code dir="ltr">${path}</code>`;
  // A reason says itself where that stood.
  const told = lead ? html`${place}${text.slice(lead.length)}` : reason ? text : html`${place}: ${text}`;
  return html`<li dir=${dir} lang=${lang ?? nothing}>
    ${told} ${count > 1 ? html`<span class="times">${localize.counted('times', count)}</span>` : nothing}
  </li>`;
}

function section(
  localize: Localize,
  level: number,
  heading: string,
  meaning: TextKey,
  problems: readonly Problem[],
): TemplateResult {
  const first = problems.slice(0, LISTED);
  return html`<section>
    <h3 aria-level=${level}>${heading}</h3>
    <p>${localize.term(meaning)}${first.length > 0 ? ` ${localize.term('firstOfThem')}` : nothing}</p>
    ${
      first.length > 0
        ? html`<ul>
            ${first.map(each => item(localize, each))}
          </ul>`
        : nothing
    }
  </section>`;
}

/**
 * What is missing or incomplete, what that means for the figures, and the first of it: where it stood and what was expected.
 * @param level of the sections' headings
 */
export function problemSections(
  localize: Localize,
  { problems, leftOut, firstLeftOut = [] }: DataState,
  level: number,
): TemplateResult {
  const { total = 0, first = [], skipped, uncounted = 0, readInPart = 0 } = problems ?? {};
  const kinds = skipped && counted(localize, skipped, ['location', 'station', 'evse', 'connector', 'change']);
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
            localize,
            level,
            localize.term('skipped', kinds),
            'skippedMeans',
            first.filter(problem => problem.skipped),
          )
        : nothing
    }
    ${
      skipped && uncounted > 0
        ? section(
            localize,
            level,
            localize.term('notCounted', localize.counted('stations', uncounted)),
            'notCountedMeans',
            first.filter(problem => problem.uncounted),
          )
        : nothing
    }
    ${
      skipped && readInPart > 0
        ? section(
            localize,
            level,
            localize.term('notRead', localize.counted('values', readInPart)),
            'notReadMeans',
            first.filter(problem => !problem.skipped && !problem.uncounted),
          )
        : nothing
    }
    ${
      !skipped && total > 0
        ? section(
            localize,
            level,
            localize.term('notReadOrInPart', localize.counted('records', total)),
            'notReadOrInPartMeans',
            first,
          )
        : nothing
    }
    ${
      leftOut > 0
        ? section(
            localize,
            level,
            localize.term('notOnMap', localize.counted('stations', leftOut)),
            'notOnMapMeans',
            firstLeftOut,
          )
        : nothing
    }
    ${total === 0 && leftOut === 0 ? html`<p>${localize.term('allRead')}</p>` : nothing}
  </div>`;
}
