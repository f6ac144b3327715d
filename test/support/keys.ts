import { sendKeys } from '@web/test-runner-commands';

/** Presses real keys, one after the other: `Tab`, `Shift+Tab`. */
export async function press(...keys: string[]): Promise<void> {
  for (const combination of keys) {
    const [key, ...held] = combination.split(/(?<=.)\+/).reverse() as [string, ...string[]];
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: key });
    for (const each of held) await sendKeys({ up: each });
  }
}
