// On real screens: other things of the site's at its place, keyboards, notches, enlarged pages, paper.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { pass, rest, shown, visitor } from '../visitor.mjs';
import { without } from '../without.mjs';

const rect = async (page, selector) => (await rest(page), page.evaluate((selector) => window.root().querySelector(selector).getBoundingClientRect().toJSON(), selector));
const TOUCH = { isMobile: true, hasTouch: true };
const BANNER = '<div id="banner" style="position:fixed;left:0;right:0;bottom:0;height:170px;z-index:9999;background:#222"><button id="refuse" style="width:100%;height:44px">Refuse</button></div>';

/** Screens with a keyboard that takes so many pixels of their height. */
const KEYBOARDS = {
  'a phone': [{ width: 390, height: 844 }, 300],
  'a phone on its side': [{ width: 844, height: 390 }, 200],
  'a tablet': [{ width: 768, height: 1024 }, 313],
  'a tablet on its side': [{ width: 1024, height: 768 }, 400],
};
const keyboards = Object.entries(KEYBOARDS).map(([name, [viewport, keys]]) => [
  `above the keyboard of ${name} stand the field and something of the talk`,
  async ({ browser, site }) => {
    const { page, done } = await visitor(browser, site, { context: { viewport, ...TOUCH } });
    await page.evaluate(() => beckon.open('Hello'));
    await rest(page);
    await page.evaluate((keys) => {
      Object.defineProperty(visualViewport, 'height', { value: innerHeight - keys });
      visualViewport.dispatchEvent(new Event('resize'));
    }, keys);
    const field = await rect(page, '.field');
    const chat = await rect(page, '.chat');
    const said = await rect(page, '.say');
    const talk = await rect(page, '.talk');
    assert.ok(field.bottom <= viewport.height - keys && field.top >= 0, JSON.stringify(field));
    assert.ok(chat.top >= 0, JSON.stringify(chat));
    assert.ok(talk.height >= said.height, `${talk.height} for ${said.height}`);
    await done();
  },
]);

/** What the cases need that not every browser has. */
const LACKS = {
  'it keeps clear of a notch': { firefox: 'a notch can be simulated over CDP alone, which Chromium has', webkit: 'a notch can be simulated over CDP alone, which Chromium has' },
  'at 400 % the talk can be read, and everything reached': { webkit: 'a window of WebKitGTK cannot be made as low as 256 pixels' },
  'nothing of it is printed': { firefox: 'WebDriver BiDi cannot let a page be laid out for print', webkit: 'WebDriver cannot let a page be laid out for print' },
  'in forced colours what can be pressed has an edge': { firefox: 'WebDriver BiDi cannot force colours', webkit: 'WebKitGTK knows no forced colours' },
};

export const cases = without(LACKS, {
  ...Object.fromEntries(keyboards),

  async 'distances and layer are the site\'s, so that it stands above a banner or below it'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: BANNER, attributes: 'data-bottom="190" data-side="40" data-z-index="9000"' });
    const { page, done } = await visitor(browser, site);
    const [card, launcher] = [await rect(page, '.card'), await rect(page, '.launcher')];
    assert.deepEqual([1280 - card.right, 800 - launcher.bottom, 800 - card.bottom], [40, 190, 266]);
    assert.equal(await page.evaluate(() => getComputedStyle(window.root().host).zIndex), '9000');
    await page.locator('#refuse').click();
    await done();
  },

  async 'below a banner over its place, it waits until that is gone'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: BANNER.replace('170px', '400px'), attributes: 'data-z-index="9000"' });
    const { page, done } = await visitor(browser, site);
    await pass(page, 5e3);
    assert.equal(await shown(page), null);
    await page.evaluate(() => document.querySelector('#banner').remove());
    await pass(page, 1e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'distances that are none are as usual'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { attributes: 'data-bottom="low" data-side="-5" data-z-index="top"' });
    const launcher = await rect(page, '.launcher');
    assert.deepEqual([1280 - launcher.right, 800 - launcher.bottom], [20, 20]);
    await done();
  },

  async 'it keeps clear of a notch'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, profile, done } = await visitor(browser, site, { context: { viewport: { width: 844, height: 390 }, ...TOUCH } });
    const session = await profile.newCDPSession(page);
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets: { right: 59, bottom: 21 } });
    await page.waitForFunction(() => window.root().querySelector('.launcher').getBoundingClientRect().right <= 844 - 79);
    const [card, launcher] = [await rect(page, '.card'), await rect(page, '.launcher')];
    assert.deepEqual([844 - card.right, 844 - launcher.right, 390 - launcher.bottom], [79, 79, 41]);
    await done();
  },

  async 'at 400 % the talk can be read, and everything reached'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { context: { viewport: { width: 320, height: 256 } } });
    await page.evaluate(() => beckon.open('Hello there'));
    await rest(page);
    const [chat, talk, field] = [await rect(page, '.chat'), await rect(page, '.talk'), await rect(page, '.field')];
    assert.ok(chat.top >= 0 && chat.bottom <= 256 && chat.left >= 0 && chat.right <= 320, JSON.stringify(chat));
    assert.ok(talk.height >= 100, `${talk.height}`);
    assert.ok(field.bottom <= 256);
    await page.locator('.close').click();
    assert.equal(await shown(page), null);
    await done();
  },

  async 'nothing of it is printed'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate(() => getComputedStyle(window.root().host).display), 'none');
    await done();
  },

  async 'while the page is enlarged with two fingers nothing is shown'({ browser, site }) {
    site.campaigns = [campaign('a', { schedule: { message_delay: 2, priority: 1 } })];
    const { page, done } = await visitor(browser, site, { context: { viewport: { width: 390, height: 844 }, ...TOUCH } });
    await page.evaluate(() => Object.defineProperty(visualViewport, 'scale', { value: 2, configurable: true }));
    await pass(page, 5e3);
    assert.equal(await shown(page), null);
    await page.evaluate(() => Object.defineProperty(visualViewport, 'scale', { value: 1 }));
    await pass(page, 1e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page\'s writing direction and mode change nothing'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ head: '<style>html { direction: rtl; writing-mode: vertical-rl }</style>' });
    const { page, done } = await visitor(browser, site);
    const card = await rect(page, '.card');
    assert.deepEqual([card.width, 1280 - card.right], [400, 20]);
    assert.equal(await page.evaluate(() => getComputedStyle(window.root().querySelector('.title')).writingMode), 'horizontal-tb');
    await done();
  },

  async 'in forced colours what can be pressed has an edge'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { context: { forcedColors: 'active' } });
    assert.equal(await page.evaluate(() => getComputedStyle(window.root().querySelector('.cta')).borderTopWidth), '1px');
    await done();
  },
});
