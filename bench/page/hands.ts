import { frame } from './timing.js';

/** Drags a map with the mouse, a step a frame; back and forth, so that it ends where it began. */
export async function drag(canvas: HTMLElement, steps: number): Promise<void> {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const fire = (type: string, step: number) => {
    const way = 2 * Math.PI * (step / steps);
    const at = {
      clientX: left + width / 2 + 120 * Math.sin(way),
      clientY: top + height / 2 + 60 * Math.sin(2 * way),
    };
    canvas.dispatchEvent(
      new MouseEvent(type, { ...at, button: 0, buttons: 1, bubbles: true, cancelable: true }),
    );
  };
  fire('mousedown', 0);
  for (let step = 1; step <= steps; step++) {
    await frame();
    fire('mousemove', step);
  }
  fire('mouseup', steps);
  await frame();
}

/** Turns the wheel over a map, a notch a frame: nearer with a negative turn, away with a positive one. */
export async function wheel(canvas: HTMLElement, turn: number, notches: number): Promise<void> {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  for (let notch = 0; notch < notches; notch++) {
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
