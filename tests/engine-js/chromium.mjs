// The widget's engine in Chromium: a page into which the tests' modules are loaded. It holds no test.
import fs from 'node:fs';
import { launch } from '../browser.mjs';

const ROOT = new URL('../../', import.meta.url);
// No server: the browser's requests to this made-up site are answered from the repository.
const SITE = 'http://beckon.test/';

/**
 * A page that holds `engine` and the exports of the tests' modules in `window.tests`, and the browser around it. `engineFile` names
 * another file of the repository as the engine.
 */
export async function open(engineFile = 'assets/widget/engine.js') {
  const browser = await launch();
  const page = await browser.newPage();
  await page.route(`${SITE}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Tests</title>' });
    return route.fulfill({ contentType: 'text/javascript', body: fs.readFileSync(new URL(`.${pathname}`, ROOT)) });
  });
  await page.goto(SITE);
  await page.evaluate(async (file) => {
    const modules = ['runner.mjs', 'answer.mjs', 'zones.mjs'].map((name) => import(`/tests/engine-js/${name}`));
    window.tests = Object.assign({ engine: await import(`/${file}`) }, ...(await Promise.all(modules)));
  }, engineFile);
  return { browser, page };
}
