// What could not be seen is neither shown nor counted; it is shown when it can be.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { kept, pass, shown, visitor } from '../visitor.mjs';

const delayed = (message_delay) => ({ schedule: { repeat_cycle: { every: 7, unit: 'day' }, message_delay, priority: 1 } });
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const views = async (page) => (await kept(page)).campaigns.a?.views ?? 0;

/** How a page covers the pop-up, and uncovers it. Each runs in the page. */
const COVERS = {
  'a modal dialog': ["document.querySelector('#dialog').showModal()", "document.querySelector('#dialog').close()"],
  'a modal dialog within a shadow root': ["window.inner.querySelector('dialog').showModal()", "window.inner.querySelector('dialog').close()"],
  'a dialog that the page has made itself': ["document.querySelector('#own-modal').hidden = false", "document.querySelector('#own-modal').hidden = true"],
  'a popover over its place': ["document.querySelector('#popover').showPopover()", "document.querySelector('#popover').hidePopover()"],
  'a page that is not to be seen yet': ["document.documentElement.style.opacity = 0", "document.documentElement.style.opacity = ''"],
  'a site that is busy': ['beckon.busy(true)', 'beckon.busy(false)'],
};
const BODY =
  '<dialog id="dialog">Choose your size</dialog><div id="shadow"></div>'
  + '<div id="own-modal" role="dialog" aria-modal="true" hidden style="position:fixed;inset:0;background:#0008">Choose your size</div>'
  + '<div id="popover" popover="manual" style="position:fixed;inset:0;width:100%;height:100%">Menu</div>';
const covers = Object.entries(COVERS).map(([name, [cover, uncover]]) => [
  `behind ${name} nothing is shown or counted, until it is gone`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a', delayed(2))];
    site.pages.any = html({ body: BODY });
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => {
      window.inner = document.querySelector('#shadow').attachShadow({ mode: 'open' });
      window.inner.append(document.createElement('dialog'));
    });
    await page.evaluate(cover);
    await pass(page, 10e3);
    assert.equal(await shown(page), null);
    assert.equal(await views(page), 0);
    assert.deepEqual(site.events, []);
    await page.evaluate(uncover);
    await pass(page, 1e3);
    assert.equal(await shown(page), 'Title of a');
    assert.equal(await views(page), 1);
    await page.locator('.cta').click();
    assert.equal(await shown(page), 'chat');
    await done();
  },
]);

/** Layouts in which what is fixed stands elsewhere than one would think. */
const LAYOUTS = {
  'a transformed body': 'body { transform: translateX(0) }',
  'a body that announces a transform': 'body { will-change: transform }',
  'a body with perspective': 'body { perspective: 100px }',
  'a filtered body': 'body { filter: grayscale(1) }',
  'a contained body': 'body { contain: strict }',
  'a transformed page': 'html { transform: translateX(0) }',
  'a page that announces a transform': 'html { will-change: transform }',
  'a contained page': 'html { contain: paint }',
  'a transformed page of little height': 'html { transform: translateX(0); height: 100px; overflow: visible }',
};
const layouts = Object.entries(LAYOUTS).map(([name, style]) => [
  `on ${name} it stands where it is seen`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a', delayed(2))];
    site.pages.any = html({ head: `<style>${style}</style>` });
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => scrollTo(0, 500));
    await pass(page, 5e3);
    assert.equal(await shown(page), 'Title of a');
    const { bottom, right } = await page.locator('.card').evaluate((element) => element.getBoundingClientRect().toJSON());
    assert.deepEqual([Math.round(bottom), Math.round(right)], [704, 1260]);
    await page.locator('.cta').click();
    assert.equal(await shown(page), 'chat');
    await done();
  },
]);

export const cases = {
  ...Object.fromEntries(covers),
  ...Object.fromEntries(layouts),

  async 'in full screen nothing is shown'({ browser, site }) {
    site.campaigns = [campaign('a', delayed(2))];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => document.querySelector('#own').addEventListener('click', () => document.querySelector('header').requestFullscreen()));
    await page.locator('#own').click();
    await page.waitForFunction(() => document.fullscreenElement);
    await pass(page, 5e3);
    assert.equal(await views(page), 0);
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => !document.fullscreenElement);
    await pass(page, 1e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'on a phone, a page wider than the screen shows it in the part that is seen'({ browser, site }) {
    site.campaigns = [campaign('a', delayed(2))];
    site.pages.any = html({ body: '<table style="width:1000px"><tr><td>wide</td></tr></table>' });
    const { page, done } = await visitor(browser, site, { context: PHONE });
    await pass(page, 5e3);
    assert.equal(await views(page), 1);
    const seen = await page.evaluate(() => {
      const { left, right, top, bottom } = window.root().querySelector('.card').getBoundingClientRect();
      const { width, height, offsetLeft, offsetTop } = visualViewport;
      return { left: left - offsetLeft, right: offsetLeft + width - right, top: top - offsetTop, bottom: offsetTop + height - bottom, width, height };
    });
    assert.ok(seen.left >= 0 && seen.right >= 0 && seen.top >= 0 && seen.bottom >= 0, JSON.stringify(seen));
    assert.equal(await page.evaluate(() => window.root().elementFromPoint(195, 700)?.closest('.card') !== null), true);
    await done();
  },

  async 'what is visible stays when a dialog opens over it'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: BODY });
    const { page, done } = await visitor(browser, site);
    await page.evaluate(COVERS['a modal dialog'][0]);
    await pass(page, 5e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'another window\'s transparent frame of the highest layer does not keep it away'({ browser, site }) {
    site.campaigns = [campaign('a', delayed(2))];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => {
      const other = document.createElement('iframe');
      other.style.cssText = 'position:fixed;right:0;bottom:0;width:400px;height:700px;border:0;z-index:2147483647';
      document.body.append(other);
    });
    await pass(page, 5e3);
    assert.equal(await shown(page), 'Title of a');
    await page.locator('.cta').click();
    assert.equal(await shown(page), 'chat');
    await done();
  },

  async 'with the site\'s own chat window in its place, the next one waits for the quiet'({ browser, site }) {
    site.campaigns = [campaign('a'), campaign('b', { schedule: { message_delay: 0, priority: 2 } })];
    const init = () => (window.beckon ||= []).push((beckon) => beckon.on('message', () => beckon.close()));
    const { page, done } = await visitor(browser, site, { init });
    await page.locator('.cta').click();
    await pass(page, 20e3);
    assert.equal(await shown(page), null);
    await pass(page, 11e3);
    assert.equal(await shown(page), 'Title of b');
    await done();
  },
};
