/** Whether the reader asks for little to be downloaded: by their system (`prefers-reduced-data`), or by their browser's data saver. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return matchMedia('(prefers-reduced-data: reduce)').matches || connection?.saveData === true;
}
