import type { LitElement } from 'lit';

import type { Localize, TextKey } from '../../messages/localize.js';
import { saveFile } from './save-file.js';
import { savedViews } from './saved-views.js';
import type { SavedView } from './saved-views.js';
import { pictureFile, tableFile } from './view-files.js';
import type { ViewFile } from './view-files.js';

/** What a menu offers, by the keys of its messages. */
export type SaveChoice = 'copyPicture' | 'savePicture' | 'copyTable' | 'saveTable';

/** How a choice is carried out, and what is said where that is done. */
interface Task {
  make(localize: Localize, heading: string, views: readonly [SavedView, ...SavedView[]]): ViewFile;
  /** Absent where it is saved. */
  copied?: TextKey;
}

const TASKS: Readonly<Record<SaveChoice, Task>> = {
  copyPicture: { make: pictureFile, copied: 'pictureCopied' },
  savePicture: { make: pictureFile },
  copyTable: { make: tableFile, copied: 'tableCopied' },
  saveTable: { make: tableFile },
};

export const SAVE_CHOICES = Object.keys(TASKS) as SaveChoice[];

/** Whether it could be copied: browsers let only pages that come over HTTPS copy, and only while they answer a click. */
async function isCopied({ copied }: ViewFile): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(copied)]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies or saves what a panel shows; saves it where it can't be copied.
 * @param isOfSection whether the panel stands in a section of an overview
 * @returns what came of it, in words
 */
export async function saveView(
  choice: SaveChoice,
  panel: LitElement & { heading: string },
  isOfSection: boolean,
  localize: Localize,
): Promise<string> {
  const { make, copied } = TASKS[choice];
  const [first, ...others] = savedViews(panel, isOfSection);
  if (!first) return localize.term('nothingToSave');
  try {
    const heading = panel.heading || localize.term(first.shown.shares.section.heading);
    const made = make(localize, heading, [first, ...others]);
    if (copied && (await isCopied(made))) return localize.term(copied);
    saveFile(await made.file, made.name);
    return localize.term(copied ? 'savedInstead' : 'savedAs', made.name);
  } catch (error) {
    return localize.term('notSaved', await localize.explained(error as Error));
  }
}
