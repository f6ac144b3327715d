/** The start of the next frame's work. What is done right after it is drawn in this frame. */
export function frame(): Promise<number> {
  return new Promise(resolve => requestAnimationFrame(resolve));
}

/** The next task: after `frame`, and what was drawn since, the one after style, layout and paint. */
export function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

const MOST = 200;
const LEAST = 3;

/** Slower actions are not done once more only to warm up. */
const TOO_SLOW_TO_WARM_UP = 3000;

/**
 * Times an action again and again, for as long as the budget lasts: three to 200 times, and fewer only where that takes three
 * budgets. The first is a warm-up.
 * @param prepare is done before each, untimed
 * @param action resolves when what is timed is done
 */
export async function repeat<T>(
  budget: number,
  prepare: () => T | Promise<T>,
  action: (prepared: T) => void | Promise<void>,
): Promise<number[]> {
  const samples: number[] = [];
  let spent = 0;
  let isWarm = false;
  const isEnough = () => {
    if (samples.length < LEAST) return samples.length > 0 && spent > 3 * budget;
    return samples.length === MOST || spent > budget;
  };
  while (!isEnough()) {
    const prepared = await prepare();
    const started = performance.now();
    await action(prepared);
    const sample = performance.now() - started;
    spent += sample;
    if (isWarm || sample > TOO_SLOW_TO_WARM_UP) samples.push(sample);
    isWarm = true;
  }
  return samples;
}

/** Fails where something that must be so is not: a measurement of work that was not done is worth nothing. */
export function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(`The measurement is void: ${what}.`);
}
