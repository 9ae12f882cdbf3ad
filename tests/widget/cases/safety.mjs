// On any page, whatever it is like, and whatever goes wrong.
import assert from 'node:assert/strict';
import { STRICT_POLICY, campaign, page as html } from '../site.mjs';
import { kept, pass, shown, visitor } from '../visitor.mjs';

/** A page's own styles, as hostile as they get. */
const HOSTILE_STYLES = {
  'everything reset': '* { all: unset !important }',
  'everything hidden': ':not(html) { display: none !important; visibility: hidden !important; opacity: 0 !important }',
  'buttons hidden': 'button, section, svg, img { display: none !important }',
  'elements beside the body hidden': 'html > div { display: none !important; position: absolute !important; left: -9999px !important }',
  'large and red': '* { font: 60px serif !important; color: red !important; line-height: 3 !important; letter-spacing: 1em !important; text-transform: uppercase !important }',
  'moved': ':not(html) { transform: translateX(500px) !important; filter: blur(5px) !important; zoom: 2 !important; contain: strict !important }',
  'its own names': ':root { --brand: red; --bg: red; --fg: red } .bk, .card, .cta { background: red !important }',
};
const look = (page) =>
  page.evaluate(() => {
    const root = window.root();
    return ['.card', '.title', '.cta', '.close', '.launcher'].map((name) => {
      const element = root.querySelector(name);
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, fontSize, fontFamily, opacity, visibility, letterSpacing, textTransform } = getComputedStyle(element);
      return { name, x, y, width, height, color, backgroundColor, fontSize, fontFamily, opacity, visibility, letterSpacing, textTransform };
    });
  });
const styles = Object.entries(HOSTILE_STYLES).map(([name, style]) => [
  `the page's styles change nothing: ${name}`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a')];
    const plain = await visitor(browser, site);
    const expected = await look(plain.page);
    await plain.done();
    site.pages.any = html({ head: `<style>${style}</style>` });
    const { page, done } = await visitor(browser, site);
    assert.deepEqual(await look(page), expected);
    await done();
  },
]);

/** What may come instead of a list of campaigns. */
const ANSWERS = {
  'a server error': [500, '{"format":"beckon.live","version":1,"campaigns":[]}'],
  'nothing found': [404, 'Not found'],
  'an empty answer': [200, ''],
  'a web page': [200, '<!doctype html>'],
  'half a list': [200, '{"format":"beckon.live","version":1,"campaigns":[{"format":'],
  'null': [200, 'null'],
  'a number': [200, '7'],
  'a list of something else': [200, '{"format":"other","version":1,"campaigns":[1]}'],
  'campaigns that are none': [200, '{"format":"beckon.live","version":1,"campaigns":[null,1,"a",[],{}]}'],
  'a newer list': [200, JSON.stringify({ format: 'beckon.live', version: 2, campaigns: [campaign('a')] })],
  'a newer campaign': [200, JSON.stringify({ format: 'beckon.live', version: 1, campaigns: [{ ...campaign('a'), version: 2 }] })],
};
const answers = Object.entries(ANSWERS).map(([name, [status, body]]) => [
  `instead of campaigns, ${name}: nothing is shown, and nothing breaks`,
  async ({ browser, site }) => {
    site.campaigns = (request, response) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    const visit = await visitor(browser, site, { faults: status !== 200 });
    assert.equal(await shown(visit.page), null);
    assert.equal((await kept(visit.page)).visits, 1);
    // The browser's own line about the status is the only one.
    assert.deepEqual(visit.complaints.filter((text) => !text.includes('Failed to load resource')), []);
    await visit.page.evaluate(() => beckon.open('Hello'));
    assert.equal(await shown(visit.page), 'chat');
    await visit.done();
  },
]);

const GLOBALS = () => Object.getOwnPropertyNames(window).sort();

/** Browsers without storage. */
const STORAGES = {
  'that is denied': () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
    }
  },
  'that is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  'that is broken': () => {
    Storage.prototype.getItem = () => '{"visits":';
  },
  'of another make': () => {
    Storage.prototype.getItem = () => '{"visits":"many","pages":7,"campaigns":{"a":null,"b":{"views":-1,"last_shown":"x"}},"custom":[1],"log":null}';
  },
};
const storages = Object.entries(STORAGES).map(([name, init]) => [
  `with storage ${name}, the visitor is remembered for the page`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a', { schedule: { repeat_cycle: { every: 1, unit: 'hour' }, message_delay: 0, priority: 1 } })];
    const { page, done } = await visitor(browser, site, { init: `(${init})();window.decided = true;` });
    await page.locator('.card').waitFor();
    await page.evaluate(() => history.pushState({}, '', '/b'));
    assert.equal(await shown(page), null);
    await pass(page, 3601e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },
]);

export const cases = {
  ...Object.fromEntries(styles),
  ...Object.fromEntries(answers),
  ...Object.fromEntries(storages),

  async 'the shadow root is closed'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    assert.deepEqual(await page.evaluate(() => window.modes), ['closed']);
    await done();
  },

  async 'nothing leaks out: the page looks as without the widget'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    const styled = await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length, getComputedStyle(document.querySelector('#own')).fontFamily]);
    assert.deepEqual(styled.slice(0, 2), [0, 0]);
    assert.equal(await page.evaluate(() => document.body.querySelectorAll('*').length), 6);
    await done();
  },

  async 'no global but beckon'({ browser, site }) {
    site.pages['/plain'] = html().replace('/widget.js', '/page.js');
    const plain = await visitor(browser, site, { path: '/plain', init: () => (window.decided = true) });
    // The tests push something of theirs onto `beckon` before it comes.
    const expected = (await plain.page.evaluate(GLOBALS)).filter((name) => name !== 'beckon');
    await plain.done();
    const { page, done } = await visitor(browser, site, { init: () => (window.decided = true) });
    await page.waitForFunction(() => window.beckon);
    assert.deepEqual((await page.evaluate(GLOBALS)).filter((name) => !expected.includes(name)), ['beckon']);
    assert.equal(await page.evaluate(() => Object.isFrozen(window.beckon)), true);
    await done();
  },

  async 'a strict policy with trusted types needs nothing but its own addresses'({ browser, site }) {
    site.policy = STRICT_POLICY(site.origin);
    site.campaigns = [campaign('a', { content: { ...campaign('a').content, image: 'images/1.png' }, launcher_image: { image: 'images/2.png' } })];
    // A page's own inline style attributes are refused by such a policy.
    site.pages.any = `<!doctype html><html lang="en"><title>Shop</title><script async src="/widget.js"></script><script src="/page.js"></script><body><p>Hello</p></body></html>`;
    site.script = "(window.beckon ||= []).push((beckon) => beckon.on('message', ({ reply }) => reply('Yes?')));addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective));";
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    await page.waitForFunction(() => window.root().querySelector('.hero').naturalWidth);
    await page.locator('.cta').click();
    await page.locator('.field').fill('Hello');
    await page.keyboard.press('Enter');
    await page.locator('.say').nth(3).waitFor();
    await page.evaluate(() => document.fonts.ready);
    assert.equal(site.fonts, 1);
    assert.equal(await page.locator('.send').evaluate((element) => getComputedStyle(element).width), '44px');
    await done();
  },

  async 'a backend that is gone is not missed'({ browser, site }) {
    site.campaigns = (request, response) => response.destroy();
    const visit = await visitor(browser, site, { faults: true });
    await visit.page.evaluate(() => beckon.open('Hello'));
    assert.equal(await shown(visit.page), 'chat');
    assert.deepEqual(visit.complaints.filter((text) => !text.includes('net::')), []);
    await visit.done();
  },

  async 'the script twice is the script once'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: '<script src="/widget.js"></script><script src="/widget.js"></script>' });
    const { page, done } = await visitor(browser, site);
    await page.locator('.card').waitFor();
    assert.equal((await kept(page)).visits, 1);
    assert.deepEqual(await page.evaluate(() => window.modes), ['closed']);
    await done();
  },

  async 'an element that is called beckon is in nobody\'s way'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: '<div id="beckon"></div>' });
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a handler of the site that throws stops nothing'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const init = () =>
      (window.beckon ||= []).push((beckon) => {
        beckon.on('shown', () => {
          throw new Error('the site\'s own');
        });
        throw new Error('this too');
      });
    const visit = await visitor(browser, site, { init, faults: true });
    assert.equal(await shown(visit.page), 'Title of a');
    assert.deepEqual(visit.complaints.sort(), ['Error: the site\'s own', 'Error: this too']);
    await visit.done();
  },

  async 'the API takes whatever it is given'({ browser, site }) {
    const visit = await visitor(browser, site);
    const { page } = visit;
    await page.evaluate(() => {
      const circle = {};
      circle.self = circle;
      for (const value of [undefined, null, 7, 'text', [1], circle, { a: { b: 1 }, c: () => 1, d: Symbol('e') }, { f: 1n }, { g: 'x'.repeat(1e6) }]) {
        beckon.identify(value);
        beckon.open(value);
        beckon.on(value, value);
        beckon.on('shown', value);
        beckon.on('__proto__', () => {});
      }
    }).catch((error) => assert.fail(error));
    assert.equal(await shown(page), 'chat');
    // What is misspelt is said once each, a fault once.
    assert.ok(visit.notes.length <= 10, `${visit.notes}`);
    visit.notes.length = 0;
    await visit.done();
  },

  async 'what is kept has bounds'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => {
      for (let n = 0; n < 1500; n += 1) history.replaceState({}, '', `/${n}`);
    }).catch(() => {});
    const state = await kept(page);
    assert.ok(Object.keys(state.pages).length <= 250);
    await done();
  },
};
