import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Sent with every answer (R24): nothing but this server's own files runs, is shown or is asked. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Answers with a whole body: 304 where the client has it, gzipped as the client accepts it, without body for HEAD.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{bytes: Buffer, type: string, version: string, gzipped?: boolean, compress?: boolean}} body `gzipped`: its bytes are;
 * `compress`: worth it
 */
export async function answer(request, response, { bytes, type, version, gzipped = false, compress = false }) {
  const etag = `W/"${version}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const accepted = acceptsGzip(request.headers['accept-encoding']);
  let body = bytes;
  if (gzipped && !accepted) body = await unpack(bytes);
  if (!gzipped && accepted && compress) body = await pack(bytes, { level: 1 });
  if (accepted && (gzipped || compress)) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Answers with a line of text: what went wrong.
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} line
 */
export function answerLine(response, status, line) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${line}\n`);
}

/** RFC 9110 §12.5.3: `gzip;q=0` refuses it. */
function acceptsGzip(header = '') {
  return header.split(',').some(coding => /^\s*(gzip|\*)\s*(;\s*q=(0?\.\d*[1-9]|1)\S*)?\s*$/i.test(coding));
}
