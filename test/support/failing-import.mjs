import { register } from 'node:module';

/**
 * Has a module of the library not arrive the first times that it is asked for.
 * @param {string} file how its path ends
 * @param {number} times
 * @param {string} [message] of the error that it fails by
 */
export function failImport(file, times, message = 'The code did not arrive.') {
  const hooks = `
    let failures = 0;
    export async function resolve(specifier, context, next) {
      if (failures === ${times} || !specifier.endsWith(${JSON.stringify(file)})) return next(specifier, context);
      failures++;
      throw new Error(${JSON.stringify(message)});
    }`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}
