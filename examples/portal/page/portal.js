/** What a host's page does beside dropping in tags: it names the data, and routes links itself. */

const provider = document.querySelector('ev-data-provider');
const dialog = document.querySelector('#details');
const record = document.querySelector('#record');
const overview = document.querySelector('ev-overview');

/** What the overview shows is in the address after #, so that a reload, or a colleague, sees the same. */
const stateInAddress = () => {
  try {
    return JSON.parse(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return undefined;
  }
};

/** Out of the page until it is told what to read: it would begin to load as soon as its element is defined. */
async function configure() {
  const place = document.createComment('');
  provider.replaceWith(place);
  try {
    const { title, format, live, src } = await (await fetch('/data/config.json')).json();
    provider.setAttribute('format', format);
    if (src) provider.setAttribute('src', src);
    if (!live) provider.removeAttribute('live');
    document.title = title;
    document.querySelector('#network').textContent = title;
  } finally {
    place.replaceWith(provider);
  }
}

/** Shows a details page over the overview, which stays as it is; the page's own address shows it on its own. */
async function show(href) {
  const answer = await fetch(href);
  const text = await answer.text();
  const details = answer.ok && new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  record.replaceChildren(...(details ? details.childNodes : [text]));
  dialog.scrollTop = 0;
  if (!dialog.open) dialog.showModal();
}

document.addEventListener('ev-state-change', ({ detail }) => {
  history.replaceState(history.state, '', `#${encodeURIComponent(JSON.stringify(detail))}`);
});

function route() {
  if (location.pathname === '/') dialog.close();
  else show(location.pathname);
}

function open(href) {
  history.pushState(null, '', new URL(location.hash, new URL(href, location.href)));
  route();
}

document.addEventListener('ev-navigate', event => {
  event.preventDefault();
  open(event.detail.href);
});

record.addEventListener('click', event => {
  const link = event.target.closest('a');
  const isPlainClick =
    event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlainClick) return;
  event.preventDefault();
  open(link.href);
});

dialog.addEventListener('close', () => {
  if (location.pathname !== '/') history.pushState(null, '', `/${location.hash}`);
});

addEventListener('popstate', route);

await customElements.whenDefined('ev-overview');
const state = stateInAddress();
if (state) overview.state = state;
await configure();
