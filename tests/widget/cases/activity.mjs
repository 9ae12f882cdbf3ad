// Scroll and exit, as visitors do them.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { pass, scroll, shown, visitor, when } from '../visitor.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const leaving = campaign('a', when('exit_screen', 'equals', true));

/** Moves the pointer out of the viewport as the operating system would tell it. */
const leave = (page, { x = 600, y = -1, from = 'body', to = null } = {}) =>
  page.evaluate(([x, y, from, to]) => {
    const relatedTarget = to && document.querySelector(to);
    document.querySelector(from).dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientX: x, clientY: y, relatedTarget }));
  }, [x, y, from, to]);

/** How the pointer leaves, and whether that is an exit. */
const EXITS = {
  'through the top edge': [{}, true],
  'through the top edge, exactly': [{ y: 0 }, true],
  'through the left edge': [{ x: -1, y: 300 }, false],
  'through the right edge': [{ x: 1280, y: 300 }, false],
  'through the bottom': [{ y: 801 }, false],
  'over a corner on the left': [{ x: -1, y: -1 }, false],
  'over a link at the top': [{ from: '#link' }, true],
  'over a picture in a link': [{ from: '#inside' }, true],
  'from a field': [{ from: '#text' }, true],
  'from a select whose list is closed': [{ from: '#choice' }, true],
  'by the scrollbar': [{ x: 1272 }, false],
  'onto another element': [{ to: '#link' }, false],
};
const exits = Object.entries(EXITS).map(([name, [how, exits]]) => [
  `leaving ${name} is ${exits ? 'an' : 'no'} exit`,
  async ({ browser, site }) => {
    site.campaigns = [leaving];
    site.pages.any = html({ body: '<a href="#"><i id="inside"></i></a><select id="choice"><option>S</option></select>' });
    // A scrollbar of 15 px, which the tests' browser does without.
    const init = () => Object.defineProperty(Element.prototype, 'clientWidth', { get: () => 1265 });
    const { page, done } = await visitor(browser, site, { init });
    await leave(page, how);
    await pass(page, 100);
    assert.equal(await shown(page), exits ? 'Title of a' : null);
    await done();
  },
]);

/** A finger's way on a phone: from y to y within so many ms, and whether that is an exit. */
const FLICKS = {
  'a fast flick upwards near the top': [[180, 40, 100], true],
  'a slow drag upwards near the top': [[180, 40, 900], false],
  'a fast flick in the middle': [[600, 400, 100], false],
  'a fast flick downwards': [[40, 180, 100], false],
  'a tap at the top': [[40, 38, 50], false],
};
const flicks = Object.entries(FLICKS).map(([name, [[from, to, ms], exits]]) => [
  `${name} is ${exits ? 'an' : 'no'} exit`,
  async ({ browser, site }) => {
    site.campaigns = [leaving];
    const { page, done } = await visitor(browser, site, { context: PHONE });
    await page.evaluate(([from, to, ms]) => {
      const touch = (type, clientY, timeStamp) => {
        const finger = { identifier: 1, target: document.body, clientX: 200, clientY };
        const event = new Event(type, { bubbles: true });
        // Not every browser lets a script make touches.
        for (const [name, value] of Object.entries({ timeStamp, touches: type === 'touchend' ? [] : [finger], changedTouches: [finger] })) {
          Object.defineProperty(event, name, { value });
        }
        document.body.dispatchEvent(event);
      };
      touch('touchstart', from, 1000);
      touch('touchend', to, 1000 + ms);
    }, [from, to, ms]);
    assert.equal(await shown(page), exits ? 'Title of a' : null);
    await done();
  },
]);

const hide = (page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });

export const cases = {
  ...Object.fromEntries(exits),
  ...Object.fromEntries(flicks),

  'a real pointer that leaves through the top is an exit': {
    lacks: { firefox: 'WebDriver moves no pointer out of the viewport', webkit: 'WebDriver moves no pointer out of the viewport' },
    async run({ browser, site }) {
      site.campaigns = [leaving];
      const { page, done } = await visitor(browser, site);
      await page.mouse.move(600, 300);
      await page.mouse.move(600, 5);
      assert.equal(await shown(page), null);
      await page.mouse.move(600, -10);
      assert.equal(await shown(page), 'Title of a');
      await done();
    },
  },

  'on a phone, turning to another tab is an exit': {
    lacks: { webkit: 'WebKitGTK cannot be made to think that nothing hovers' },
    async run({ browser, site }) {
      site.campaigns = [leaving];
      const { page, done } = await visitor(browser, site, { context: PHONE });
      await hide(page);
      assert.equal(await shown(page), 'Title of a');
      await done();
    },
  },

  async 'on a desktop, turning to another tab is none'({ browser, site }) {
    site.campaigns = [leaving];
    const { page, done } = await visitor(browser, site);
    await hide(page);
    assert.equal(await shown(page), null);
    await done();
  },

  async 'an exit is forgotten with its page view'({ browser, site }) {
    site.campaigns = [{ ...leaving, schedule: { ...leaving.schedule, message_delay: 5 } }];
    const { page, done } = await visitor(browser, site);
    await leave(page);
    await page.evaluate(() => history.pushState({}, '', '/b'));
    await pass(page, 10000);
    assert.equal(await shown(page), null);
    await done();
  },

  async 'scrolling past 40 % shows what asks for more than 40'({ browser, site }) {
    site.campaigns = [campaign('a', when('scroll_ratio', 'greater_than', 40))];
    const { page, done } = await visitor(browser, site);
    await pass(page, 3000);
    await scroll(page, 39);
    assert.equal(await shown(page), null);
    await scroll(page, 41);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'the deepest point counts, and the very end is 100'({ browser, site }) {
    site.campaigns = [campaign('a', { ...when('scroll_ratio', 'at_least', 100), schedule: { message_delay: 3, priority: 1 } })];
    const { page, done } = await visitor(browser, site);
    await scroll(page, 100);
    await scroll(page, 10);
    await pass(page, 4000);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page that cannot scroll has been seen to its end'({ browser, site }) {
    site.campaigns = [campaign('a', when('scroll_ratio', 'at_least', 100))];
    site.pages.any = html({ height: 100 });
    const { page, done } = await visitor(browser, site);
    await pass(page, 2500);
    assert.equal(await shown(page), null);
    await pass(page, 1000);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page that grows late has not'({ browser, site }) {
    site.campaigns = [campaign('a', when('scroll_ratio', 'at_least', 100))];
    site.pages.any = html({ height: 100 });
    const init = () => addEventListener('load', () => (document.querySelector('div').style.height = '5000px'));
    const { page, done } = await visitor(browser, site, { init });
    await page.waitForFunction(() => document.documentElement.scrollHeight > 5000);
    await pass(page, 2000);
    assert.equal(await shown(page), null);
    await done();
  },

  async 'a page opened in the middle has been seen so far'({ browser, site }) {
    site.campaigns = [campaign('a', when('scroll_ratio', 'greater_than', 30))];
    site.pages.any = html({ body: '<div style="height:2000px"></div><p id="part"></p>' });
    const { page, done } = await visitor(browser, site, { path: '/#part' });
    await pass(page, 2000);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a new view of a single-page app starts at the top'({ browser, site }) {
    site.campaigns = [campaign('a', { ...when('scroll_ratio', 'greater_than', 40), audience: { all: [{ field: 'current_page_url', operator: 'contains', value: '/b' }] } })];
    const { page, done } = await visitor(browser, site);
    await scroll(page, 80);
    await page.evaluate(() => {
      history.pushState({}, '', '/b');
      scrollTo(0, 0);
    });
    await pass(page, 2000);
    assert.equal(await shown(page), null);
    await scroll(page, 60);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'on a phone, leaving for another page is not an exit'({ browser, site }) {
    site.campaigns = [leaving];
    const { page, done } = await visitor(browser, site, { context: PHONE });
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    await hide(page);
    assert.equal(await shown(page), null);
    await done();
  },

  async 'a touch that nobody saw begin, or of two fingers, is not an exit'({ browser, site }) {
    site.campaigns = [leaving];
    const { page, done } = await visitor(browser, site, { context: PHONE });
    await page.evaluate(() => {
      const finger = (identifier, clientY) => ({ identifier, target: document.body, clientX: 200, clientY });
      const touch = (type, touches, changedTouches) => document.body.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { touches, changedTouches }));
      touch('touchend', [], [finger(1, 10)]);
      touch('touchstart', [finger(1, 180), finger(2, 300)], [finger(2, 300)]);
      touch('touchend', [finger(2, 300)], [finger(1, 10)]);
    });
    assert.equal(await shown(page), null);
    await done();
  },

  async 'a showing that scrolling brought about is kept'({ browser, site }) {
    site.campaigns = [campaign('a', when('scroll_ratio', 'greater_than', 40))];
    const { page, done } = await visitor(browser, site);
    await scroll(page, 60);
    const state = await page.evaluate(() => JSON.parse(localStorage.beckon));
    assert.equal(state.campaigns.a.views, 1);
    await done();
  },
};
