import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Packs the library as it is built, for as long as a test runs.
 * @returns {{tarball: string, folder: string}} the tarball, and the temporary folder that it lies in
 */
export function packed(test) {
  const folder = mkdtempSync(join(tmpdir(), 'ev-widgets-packed-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  const options = ['--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', ...options], { encoding: 'utf8' }));
  return { tarball: join(folder, filename), folder };
}

/**
 * A copy of a host's folder of `examples/hosts`, beside the packed library, without what was installed and built in it.
 * @returns {string} its path
 */
export function copyHost({ folder }, name) {
  const host = join(folder, name);
  cpSync(join('examples/hosts', name), host, {
    recursive: true,
    filter: path => !/\/(node_modules|dist|\.next|\.angular)$/.test(path),
  });
  return host;
}

/**
 * Unpacks the tarball into `node_modules` of a folder, as `npm install` does; what it depends on, and further packages, are links to those of this project.
 * @param {string[]} others names of further packages
 */
export function install({ tarball }, folder, others = []) {
  const modules = join(folder, 'node_modules');
  const library = join(modules, 'ev-widgets');
  mkdirSync(library, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', library, '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), ...others]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name), 'dir');
  }
  return library;
}
