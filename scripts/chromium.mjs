import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Debian, other Linux distributions, macOS and Windows put a Chromium or Chrome. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Has the browser load no pages of its own: for each window those of its address bar, which take the processors for half a second from what is tested and measured.
 * With what Playwright turns off, since the last list of features is the one that counts.
 */
export const WITHOUT_OWN_PAGES = `--disable-features=${[
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'Translate',
]}`;

async function playwrightPath() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/**
 * The browser that the tests run in: CHROME_PATH, an installed one, or none.
 * @returns {string | undefined} a path
 */
export function findChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(
      `CHROME_PATH is "${asked}", but there is no file. Expected the path of a Chromium or Chrome.`,
    );
  }
  return usualPlaces.find(place => existsSync(place));
}

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  return (
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  );
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Finds the browser, or installs it: Debian's package as root, else Playwright's build.
 * Says what it does; throws where neither can be had.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) {
    console.log(`Chromium for the tests: ${found}`);
    return found;
  }
  if (isDebianRoot()) {
    console.log(
      'No Chromium found (CHROME_PATH is not set). Installing the Debian packages "chromium" and "fonts-liberation".',
    );
    if (
      run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'])
    ) {
      const installed = findChromium();
      if (installed) return installed;
    }
    console.log('The Debian packages could not be installed.');
  }
  const playwright = await playwrightPath();
  if (existsSync(playwright)) return playwright;
  console.log("Installing Playwright's Chromium.");
  if (
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']) &&
    existsSync(playwright)
  ) {
    return playwright;
  }
  throw new Error(
    'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROME_PATH to one, and run the tests again.',
  );
}

/** The version line that a browser prints of itself. */
export function versionOf(path) {
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
}
