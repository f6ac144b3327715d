import { executeServerCommand } from '@web/test-runner-commands';

/** Something on the page, as the browser tells assistive technology of it. */
export interface Accessible {
  role: string;
  name: string;
  description: string;
}

/** What a reader can press, type into or choose. */
const CONTROLS: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'menuitem',
  'searchbox',
  'switch',
  'tab',
  'textbox',
]);

export const isControl = ({ role }: Accessible): boolean => CONTROLS.has(role);

/** The page as assistive technology is told of it, shadow roots included. */
export const accessibilityTree = (): Promise<Accessible[]> =>
  executeServerCommand<Accessible[], undefined>('accessibility-tree', undefined);
