// A copy of the package's dist/cdn, of this site or of another: it registers the elements, too.
import { localProvider } from '/ev-widgets/ev-widgets.js';

import { network } from './network.js';

const provider = localProvider({ load: async () => network });

/** The pages of this portal by their paths; the details of a station or location are yours to show. */
function render() {
  const { pathname } = location;
  const page = document.createElement('ev-data-provider');
  page.provider = provider;
  if (pathname === '/') {
    page.innerHTML =
      '<ev-overview center="-35,-8" zoom="4" location-href="/locations/{id}" station-href="/stations/{id}"></ev-overview>';
  } else if (pathname === '/list') {
    page.innerHTML = '<ev-station-list station-href="/stations/{id}"></ev-station-list>';
    page.firstChild.filter = history.state.filter;
  } else {
    page.innerHTML = '<h1></h1>';
    page.firstChild.textContent = decodeURIComponent(pathname.split('/').at(-1));
  }
  document.querySelector('main').replaceChildren(page);
}

function go(href, state = null) {
  history.pushState(state, '', href);
  render();
}

// A slice or figure was selected: this portal has a page of its own for the stations behind it.
document.addEventListener('ev-drill-down', event => {
  event.preventDefault();
  go('/list', { filter: event.detail.filter });
});

// A link to a station or location was clicked.
document.addEventListener('ev-navigate', event => {
  event.preventDefault();
  go(event.detail.href);
});

document.querySelector('nav a').addEventListener('click', event => {
  event.preventDefault();
  go('/');
});
addEventListener('popstate', render);
render();
