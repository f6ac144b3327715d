import { fileURLToPath } from 'node:url';

import { answer, answerLine } from '../portal/server/answer.mjs';
import { passOn } from '../portal/server/pass-on.mjs';
import { readStaticFile } from '../portal/server/static-files.mjs';

const folderOf = path => fileURLToPath(new URL(path, import.meta.url)).replace(/[/\\]$/, '');
const PAGE = folderOf('.');
const LIBRARY = folderOf('../../dist/cdn');

/**
 * Answers the page, and has ev-widgets-server answer its questions.
 * @param {string} answers the origin of that
 * @returns {import('node:http').RequestListener}
 */
export function createHandler(answers) {
  return async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method))
      return answerLine(response, 405, `${request.method} is not answered here; expected GET.`);
    if (pathname.startsWith('/api/')) return passOn(answers, request, response);
    const file = pathname.startsWith('/ev-widgets/')
      ? await readStaticFile(LIBRARY, pathname.slice('/ev-widgets/'.length))
      : pathname === '/' && (await readStaticFile(PAGE, 'index.html'));
    return file ? answer(request, response, file) : answerLine(response, 404, 'There is no such page.');
  };
}
