// Starts Chromium. It holds no test.
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { missing } from './missing.mjs';

/** Chromium's programs, quickest first: without windows it starts and draws alike, in a fifth of the time. */
const PROGRAMS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** A browser whose scale is its own: emulated scales are laid out differently. */
export function launch({ scale = 1, size = [1320, 1240], args = [] }) {
  const executablePath = [process.env.CHROMIUM, ...PROGRAMS.map((name) => `/usr/bin/${name}`)].find((file) => file && fs.existsSync(file));
  if (!executablePath) missing('Chromium', 'chromium-headless-shell', 'CHROMIUM');
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
