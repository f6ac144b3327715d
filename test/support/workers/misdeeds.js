/* What a worker does before it answers a question about the location, or takes a change of the station, of that name. */
const MISDEEDS = {
  hang() {
    for (;;);
  },
  die(event) {
    globalThis.close();
    event.stopImmediatePropagation();
  },
  throw() {
    throw new Error('Thrown on purpose.');
  },
  'be-busy'() {
    const until = performance.now() + 300;
    while (performance.now() < until);
  },
};

globalThis.addEventListener('message', event => {
  for (const { method, args } of event.data.calls ?? []) {
    const name = method === 'location' ? args[1] : method === 'change' ? args[0][0].stations[0].id : '';
    MISDEEDS[name]?.(event);
  }
});
