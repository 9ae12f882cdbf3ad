// Starts the Chromium that browser tests drive. It holds no test.
import fs from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * A browser whose scale is its own: emulated scales are laid out differently. CHROMIUM names another one than the system's.
 * Without one, the process ends with what to do about it.
 */
export function launch({ scale = 1, size = [1320, 1240], args = [] } = {}) {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    .find((file) => file && fs.existsSync(file));
  if (!executablePath) {
    console.error('Chromium is missing: run `./run test`, which installs it, or name yours in CHROMIUM');
    process.exit(1);
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb', '--font-render-hinting=none',
      '--disable-lcd-text', `--force-device-scale-factor=${scale}`, `--window-size=${size.join(',')}`, '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', ...args,
    ],
  });
}
