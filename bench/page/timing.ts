/** The start of the next frame. What is done right after it is painted in this frame. */
export function frame(): Promise<number> {
  return new Promise(resolve => requestAnimationFrame(resolve));
}

/** The next task: after `frame`, the one that follows the frame's style, layout and paint. */
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

/** Waits for the first frame in which the condition holds, until that frame is painted; `performance.now()` of then. */
export async function painted(condition: () => boolean): Promise<number> {
  do await frame();
  while (!condition());
  await nextTask();
  return performance.now();
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

const MOST = 200;
const LEAST = 3;

/** An action slower than this is not run once more only to warm up. */
const TOO_SLOW_TO_WARM_UP = 3000;

/**
 * Times an action again and again within a time box, which counts what prepares it too: three to 200 samples, and fewer only where
 * three take more than three boxes. The first run warms up and is left out, unless it takes over 3 s.
 * @param box milliseconds
 * @param prepare runs before each action, untimed
 * @param action resolves when what is timed is done
 */
export async function repeat<T>(
  box: number,
  prepare: () => T | Promise<T>,
  action: (prepared: T) => void | Promise<void>,
): Promise<number[]> {
  const samples: number[] = [];
  const opened = performance.now();
  let isWarm = false;
  const isEnough = () => {
    const spent = performance.now() - opened;
    if (samples.length < LEAST) return samples.length > 0 && spent > 3 * box;
    return samples.length === MOST || spent > box;
  };
  while (!isEnough()) {
    const prepared = await prepare();
    const started = performance.now();
    await action(prepared);
    const sample = performance.now() - started;
    if (isWarm || sample > TOO_SLOW_TO_WARM_UP) samples.push(sample);
    isWarm = true;
  }
  return samples;
}

/** Fails where a precondition does not hold: a measurement of work that was not done is worth nothing. */
export function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(`The measurement is void: ${what}.`);
}
