const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes any text safe as an element's content or an attribute's value. */
export function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, character => ENTITIES[character]);
}

/**
 * The details page of a location or station: its record, and links to what belongs to it. All of it is text.
 * @param {{network: string, kind: 'location' | 'station', details: import('./records.mjs').Details}} content
 * @returns {string} HTML
 */
export function renderDetails({ network, kind, details: { heading, links, record } }) {
  const title = escapeHtml(heading);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title} – ${escapeHtml(network)}</title>
    <link rel="icon" href="/page/icon.svg" />
    <link rel="stylesheet" href="/page/portal.css" />
  </head>
  <body class="document">
    <header><a href="/">${escapeHtml(network)}</a></header>
    <main>
      <p class="kind">${kind === 'location' ? 'Location' : 'Charge Station'}</p>
      <h1>${title}</h1>
      ${renderLinks(links)}
      ${renderValue(record)}
    </main>
  </body>
</html>
`;
}

function renderLinks(links) {
  if (links.length === 0) return '';
  const items = links.map(
    ({ kind, id }) => `<li><a href="/${kind}s/${encodeURIComponent(id)}">${escapeHtml(id)}</a></li>`,
  );
  return `<ul class="links">${items.join('')}</ul>`;
}

function renderValue(value) {
  if (value === null || typeof value !== 'object') return escapeHtml(value);
  if (Array.isArray(value)) return `<ol>${value.map(item => `<li>${renderValue(item)}</li>`).join('')}</ol>`;
  const rows = Object.entries(value).map(
    ([name, field]) => `<dt>${escapeHtml(name)}</dt><dd>${renderValue(field)}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}
