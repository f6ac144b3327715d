import { nodeResolve } from '@rollup/plugin-node-resolve';

export default { input: 'portal.js', output: { dir: 'dist' }, plugins: [nodeResolve()] };
