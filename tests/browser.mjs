// Starts the browsers that the tests drive. It holds no test.
import * as chromium from './browsers/chromium.mjs';
import * as firefox from './browsers/firefox.mjs';
import * as webkit from './browsers/webkit/browser.mjs';

const BROWSERS = { chromium, firefox, webkit };
export const NAMES = Object.keys(BROWSERS);

/**
 * Starts a browser, Chromium unless `which` says otherwise; `scale`, `size` and `args` are Chromium's alone. CHROMIUM, FIREFOX and WEBKIT_DRIVER
 * name other programs than the system's. Without one, the process ends with what to do about it. All are driven by Playwright's API; what a
 * driver cannot do, it refuses.
 */
export function launch({ which = 'chromium', ...options } = {}) {
  if (!BROWSERS[which]) throw new Error(`no browser is called ${which}: ${NAMES.join(', ')}`);
  return BROWSERS[which].launch(options);
}

/**
 * Moves the pointer out through the top edge. A driver that refuses to (WebDriver knows no place outside the viewport) has the page hear what the
 * system would say of it.
 */
export async function leaveAbove(page, x) {
  try {
    await page.mouse.move(x, -10);
  } catch (error) {
    if (!/out of bounds/.test(error.message)) throw error;
    await page.evaluate((x) => {
      const event = new MouseEvent('mouseout', { bubbles: true, composed: true, clientX: x, clientY: -10, relatedTarget: null });
      document.body.dispatchEvent(event);
    }, x);
  }
}
