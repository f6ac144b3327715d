/* Memory that nobody writes to: to wait for it takes no time of a processor, which others need. */
const still = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);

/* What a worker does before it answers a question about the location, or takes a change of the station, of that name. */
const MISDEEDS = {
  hang() {
    Atomics.wait(still, 0, 0);
  },
  die(event) {
    globalThis.close();
    event.stopImmediatePropagation();
  },
  throw() {
    throw new Error('Thrown on purpose.');
  },
  'be-busy'() {
    Atomics.wait(still, 0, 0, 300);
  },
};

globalThis.addEventListener('message', event => {
  for (const { method, args } of event.data.calls ?? []) {
    const name = method === 'location' ? args[1] : method === 'change' ? args[0][0].stations[0].id : '';
    MISDEEDS[name]?.(event);
  }
});
