import 'ev-widgets/define';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

/** What each page of this portal shows, by its path. */
function contentOf(path) {
  if (path === '/')
    return html`<ev-data-provider>
      <ev-overview
        center="-35,-8"
        zoom="4"
        location-href="/locations/{id}"
        station-href="/stations/{id}"
      ></ev-overview>
    </ev-data-provider>`;
  if (path === '/list')
    return html`<ev-data-provider>
      <ev-station-list station-href="/stations/{id}"></ev-station-list>
    </ev-data-provider>`;
  return html`<h1>${decodeURIComponent(path.split('/').at(-1))}</h1>`;
}

/**
 * A page as the server sends it: the views' frames are there before any script has run.
 * @param {string} path
 * @param {string[]} scripts
 */
export async function pageAt(path, scripts = ['/hydration.js', '/portal.js']) {
  return `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>A portal</title>
        <link rel="icon" href="data:," />
        ${scripts.map(script => `<script type="module" src="${script}"></script>`).join('')}
      </head>
      <body>
        <nav><a href="/">Overview</a></nav>
        <main>${await collectResult(render(contentOf(path)))}</main>
      </body>
    </html>`;
}
