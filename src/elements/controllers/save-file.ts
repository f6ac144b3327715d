import { toCsv } from '../../model/csv.js';

/** Rows as a file of CSV. Without the byte order mark spreadsheets read it in the system's legacy encoding. */
export function csvFile(rows: readonly (readonly string[])[]): Blob {
  return new Blob(['\uFEFF', toCsv(rows)], { type: 'text/csv;charset=utf-8' });
}

/** Has the browser save a file. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
}
