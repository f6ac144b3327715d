import { request as ask } from 'node:http';

import { answerLine } from './answer.mjs';

/**
 * Has another server of this machine answer a request of the page, which may ask nobody but the portal.
 * @param {string} origin
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function passOn(origin, request, response) {
  const { method, url, headers } = request;
  const asked = ask(origin + url, { method, headers: { ...headers, host: new URL(origin).host } }, answer => {
    response.writeHead(answer.statusCode, { ...response.getHeaders(), ...answer.headers });
    answer.pipe(response);
  });
  asked.on('error', error => {
    if (response.headersSent) response.destroy();
    else answerLine(response, 502, `The server that answers cannot be asked: ${error.message}`);
  });
  response.on('close', () => asked.destroy());
  asked.end();
}
