// Starts Firefox as it is released, over WebDriver BiDi. It holds no test.
import fs from 'node:fs';
import { firefox } from 'playwright-core';
import { missing } from './missing.mjs';

/** Fingers, or a mouse that hovers: the values of Firefox's own preferences. */
const COARSE = 1;
const FINE_AND_HOVER = 6;

/** What BiDi cannot ask of a page is a preference of the whole browser: visitors who differ in it have one each. */
const preferences = ({ touch, reducedMotion, colorScheme }) => ({
  'dom.w3c_touch_events.enabled': touch ? 1 : 0,
  'ui.primaryPointerCapabilities': touch ? COARSE : FINE_AND_HOVER,
  'ui.allPointerCapabilities': touch ? COARSE : FINE_AND_HOVER,
  'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  // As in Chromium here, scrollbars take no room.
  'ui.useOverlayScrollbars': 1,
  'widget.gtk.overlay-scrollbars.enabled': true,
  // One process serves all pages, which come from one machine: starting one for each is most of the work.
  'fission.autostart': false,
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  // Addresses of this machine go through no proxy, and nothing is asked of the outside.
  'network.proxy.type': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
});

class Browser {
  running = new Map();

  constructor(executablePath) {
    this.executablePath = executablePath;
  }

  async like(options) {
    const name = JSON.stringify(options);
    if (!this.running.has(name)) {
      const { executablePath } = this;
      // This channel is Playwright's name for a Firefox that nobody has patched.
      const one = await firefox.launch({ channel: 'moz-firefox', executablePath, headless: true, firefoxUserPrefs: preferences(options) });
      this.running.set(name, one);
    }
    return this.running.get(name);
  }

  async newContext({ reducedMotion = 'no-preference', colorScheme = 'light', ...options } = {}) {
    const { isMobile, hasTouch, ...rest } = options;
    const browser = await this.like({ touch: !!hasTouch, reducedMotion, colorScheme });
    return browser.newContext({ ...rest, hasTouch });
  }

  async newPage(options) {
    return (await this.newContext(options)).newPage();
  }

  contexts() {
    return [...this.running.values()].flatMap((browser) => browser.contexts());
  }

  version() {
    return [...this.running.values()][0].version();
  }

  async close() {
    for (const browser of this.running.values()) await browser.close();
  }
}

/** A browser whose first process runs already, for visitors at a desk who want less motion. */
export async function launch() {
  const executablePath = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => file && fs.existsSync(file));
  if (!executablePath) missing('Firefox', 'firefox-esr', 'FIREFOX');
  const browser = new Browser(executablePath);
  await browser.like({ touch: false, reducedMotion: 'reduce', colorScheme: 'light' });
  return browser;
}
