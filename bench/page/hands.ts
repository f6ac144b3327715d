import { frame, wait } from './timing.js';

/**
 * Drags a map with the mouse, a step a frame; round and back, so that it ends where it began. Returns the frames.
 * @param onFrame called after each step
 */
export async function drag(
  canvas: HTMLElement,
  milliseconds: number,
  onFrame: () => void = () => undefined,
): Promise<number> {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const fire = (type: string, share: number) => {
    const way = 2 * Math.PI * share;
    const clientX = left + width / 2 + 120 * Math.sin(way);
    const clientY = top + height / 2 + 60 * Math.sin(2 * way);
    canvas.dispatchEvent(
      // MapLibre listens at the document, and the canvas stands in a shadow root.
      new MouseEvent(type, {
        clientX,
        clientY,
        button: 0,
        buttons: 1,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  };
  fire('mousedown', 0);
  const started = performance.now();
  let frames = 0;
  for (let share = 0; share < 1; frames++) {
    await frame();
    share = Math.min(1, (performance.now() - started) / milliseconds);
    fire('mousemove', share);
    onFrame();
  }
  // A mouse that rests before it lets go does not throw the map.
  await wait(300);
  fire('mouseup', 1);
  return frames;
}

/** Turns the wheel over a map, a notch a frame: nearer with a negative turn, away with a positive one. */
export async function wheel(canvas: HTMLElement, turn: number, milliseconds: number): Promise<void> {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const started = performance.now();
  while (performance.now() - started < milliseconds) {
    await frame();
    canvas.dispatchEvent(
      new WheelEvent('wheel', {
        deltaY: turn,
        clientX: left + width / 2,
        clientY: top + height / 2,
        bubbles: true,
        cancelable: true,
      }),
    );
  }
}
