/** Whether WebGL2, by which maps are drawn, can be had now. */
export function hasWebGL(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // A page has only so many: this one is not to take the place of a map's.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
