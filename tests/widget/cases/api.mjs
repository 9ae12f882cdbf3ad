// `window.beckon` and the tag's attributes: what a site may ask of the widget, and what it hears.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { kept, pass, ready, rest, shown, visitor } from '../visitor.mjs';
import { describe } from '../../../assets/widget/visitor.js';

const says = (page) => page.evaluate(() => [...window.root().querySelectorAll('.say')].map(({ textContent }) => textContent));
const posted = (site) => site.events.map(({ event }) => event);
const opens = { content: { type: 'open_window', user_say: 'Payment failed' } };
/** Hands every message over to the page, which keeps it. */
const HAND_OVER = () => {
  window.handed = [];
  (window.beckon ||= []).push((beckon) => beckon.handOver((message) => void window.handed.push(message)));
};

export const cases = {
  async 'open works at once while the list of campaigns hangs'({ browser, site }) {
    site.campaigns = () => {};
    const { page, done } = await visitor(browser, site, { init: () => (window.decided = true) });
    await page.waitForFunction(() => window.beckon?.identify);
    await page.evaluate(() => beckon.open('Hello'));
    assert.equal(await shown(page), 'chat');
    assert.equal((await kept(page)).conversation_count, 1);
    await page.evaluate(() => beckon.close());
    assert.equal(await shown(page), null);
    await done();
  },

  async 'another window takes messages over, with what was clicked, and ours never opens'({ browser, site }) {
    site.campaigns = [campaign('a'), campaign('b', { schedule: { message_delay: 0, priority: 2 } })];
    const { page, done } = await visitor(browser, site, { init: HAND_OVER });
    await page.locator('.cta').click();
    assert.equal(await shown(page), null);
    assert.deepEqual(await page.evaluate(() => window.handed), [{ text: 'Compare plans', campaign: 'a', name: 'a', clicked: 'Compare plans' }]);
    const state = await kept(page);
    assert.deepEqual([state.campaigns.a.clicks, state.conversation_count, state.campaigns.b], [1, 1, undefined]);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'body');
    await page.evaluate(() => beckon.open('And prices?'));
    await rest(page);
    assert.equal(await page.evaluate(() => window.handed[1].text), 'And prices?');
    assert.equal(await shown(page), null);
    await pass(page, 31e3);
    assert.equal(await shown(page), 'Title of b');
    await done();
  },

  async 'an open window that comes by itself is handed over, neither clicked nor closed'({ browser, site }) {
    site.campaigns = [campaign('a', opens)];
    const { page, done } = await visitor(browser, site, { init: HAND_OVER });
    assert.deepEqual(await page.evaluate(() => window.handed.map(({ text }) => text)), ['Payment failed']);
    assert.equal(await shown(page), null);
    const state = await kept(page);
    const { views, clicks, closes } = state.campaigns.a;
    assert.deepEqual([views, clicks, closes, state.conversation_count], [1, 0, 0, 0]);
    await done();
    assert.deepEqual(posted(site), ['shown']);
  },

  async 'where the other window cannot take it, ours opens'({ browser, site }) {
    for (const fails of ["() => { throw new Error('gone') }", "() => Promise.reject(new Error('gone'))"]) {
      site.campaigns = [campaign('a')];
      const visit = await visitor(browser, site, { init: `(window.beckon ||= []).push((beckon) => beckon.handOver(${fails}))` });
      const { page } = visit;
      await page.locator('.cta').click();
      await page.locator('.chat').waitFor();
      assert.equal((await says(page))[0], 'Compare plans');
      assert.equal((await kept(page)).conversation_count, 1);
      assert.equal(visit.notes.splice(0).length, 1);
      await visit.done();
    }
  },

  async 'while the site is busy nothing is shown, and what is shown comes back uncounted'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => beckon.busy(true));
    assert.equal(await shown(page), null);
    await pass(page, 10e3);
    await page.evaluate(() => beckon.busy(false));
    assert.equal(await shown(page), 'Title of a');
    assert.equal((await kept(page)).campaigns.a.views, 1);
    await done();
    assert.deepEqual(posted(site), ['shown']);
  },

  async 'a conversation that began elsewhere counts'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => beckon.converse());
    assert.equal((await kept(page)).conversation_count, 1);
    await done();
  },

  async 'events are reported until nobody listens any more'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const init = () =>
      (window.beckon ||= []).push((beckon) => {
        window.heard = [];
        window.hear = {};
        for (const event of ['ready', 'shown', 'clicked', 'opened', 'message', 'closed', 'launcher']) {
          window.hear[event] = () => window.heard.push(event);
          beckon.on(event, window.hear[event]);
        }
      });
    const { page, done } = await visitor(browser, site, { init });
    await page.locator('.cta').click();
    await page.locator('.launcher').click();
    await page.locator('.launcher').click();
    assert.deepEqual(await page.evaluate(() => window.heard), ['ready', 'shown', 'clicked', 'opened', 'message', 'launcher', 'launcher', 'opened']);
    await page.evaluate(() => {
      window.heard = [];
      beckon.off('message', window.hear.message);
      beckon.open('Hello');
      beckon.on('ready', () => window.heard.push('ready, late'));
    });
    assert.deepEqual(await page.evaluate(() => window.heard), ['ready, late']);
    await done();
  },

  async 'what is misspelt is named once, with the nearest name'({ browser, site }) {
    site.pages.any = html({ attributes: 'data-colour="#c00" data-conrer="left" data-z-indx="3" data-brand="#c00"' });
    const visit = await visitor(browser, site);
    await visit.page.evaluate(() => {
      beckon.on('openned', () => {});
      beckon.on('openned', () => {});
      beckon.indentify({});
      return undefined;
    });
    const notes = visit.notes.splice(0);
    assert.equal(notes.length, 5, `${notes}`);
    for (const [said, nearest] of [['colour', 'corner'], ['conrer', 'corner'], ['z-indx', 'z-index'], ['openned', 'opened'], ['indentify', 'identify']]) {
      assert.ok(notes.some((note) => note.includes(said) && note.includes(nearest)), `${said}: ${notes}`);
    }
    assert.equal(await visit.page.evaluate(async () => (await Promise.resolve(window.beckon)) === window.beckon), true);
    await visit.done();
  },

  async 'as a module, next to another widget.js, it finds its own address and tag'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any =
      '<!doctype html><title>Shop</title><script type="text/plain" src="https://other.invalid/chat-widget.js" data-corner="right"></script>'
      + '<script type="module" src="/widget.js" data-corner="left"></script><body><div style="height:3000px"></div>';
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    assert.equal(await page.locator('.card').evaluate((element) => element.getBoundingClientRect().left), 20);
    await done();
  },

  async 'imported by another module it finds its address as well'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = '<!doctype html><title>Shop</title><script type="module">import "/widget.js";</script><body>Shop</body>';
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'corner and theme are understood in any case'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { attributes: 'data-corner="LEFT" data-theme="Dark"' });
    assert.equal(await page.locator('.bk.bk-dark.bk-position-bottom_left').count(), 1);
    await done();
  },

  async 'a list older than five minutes is fetched again at a page view, and what was paused is not shown'({ browser, site }) {
    let asked = 0;
    let live = [campaign('a')];
    site.campaigns = (request, response) => {
      asked += 1;
      response.writeHead(200, { 'Content-Type': 'application/json', ETag: `"${live.length}"` });
      response.end(JSON.stringify({ format: 'beckon.live', version: 1, campaigns: live }));
    };
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => history.pushState({}, '', '/b'));
    await pass(page, 100);
    assert.equal(await shown(page), 'Title of a');
    assert.equal(asked, 1);
    live = [];
    await pass(page, 301e3);
    const fetched = page.waitForResponse((response) => response.url().endsWith('/v1/campaigns.json'));
    await page.evaluate(() => history.pushState({}, '', '/c'));
    assert.equal(await shown(page), null);
    await fetched;
    await pass(page, 1e3);
    assert.equal(await shown(page), null);
    assert.equal(asked, 2);
    const state = await kept(page);
    assert.deepEqual([state.visits, state.campaigns.a.views], [3, 2]);
    await done();
  },

  async 'a browser is known by what it says of itself'() {
    const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15';
    const chrome = system => `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0`;
    const browsers = [
      [{ userAgent: mac }, 'safari desktop macos'],
      // An iPad says that it is a Mac, and is touched.
      [{ userAgent: mac, maxTouchPoints: 5 }, 'safari tablet ios'],
      [{ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1' }, 'safari mobile ios'],
      [{ userAgent: `${chrome('Linux; Android 10; K')} Mobile Safari/537.36` }, 'chrome mobile android'],
      [{ userAgent: `${chrome('Linux; Android 10; K')} Safari/537.36` }, 'chrome tablet android'],
      [{ userAgent: `${chrome('Windows NT 10.0; Win64; x64')} Safari/537.36 Edg/131.0.0.0` }, 'edge desktop windows'],
      [{ userAgent: `${chrome('X11; CrOS x86_64 14541.0.0')} Safari/537.36` }, 'chrome desktop chromeos'],
      [{ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0' }, 'firefox desktop linux'],
      [{ userAgent: 'Mozilla/5.0 (PlayStation 5) AppleWebKit/605.1.15 (KHTML, like Gecko)' }, 'other desktop other'],
    ];
    for (const [navigator, words] of browsers) {
      const { browser, device_type, operating_system } = describe({ maxTouchPoints: 0, language: 'en', ...navigator });
      assert.equal(`${browser} ${device_type} ${operating_system}`, words, navigator.userAgent);
    }
  },

  async 'programs are shown what people see, and not counted'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const init = () => Object.defineProperty(navigator, 'webdriver', { get: () => true });
    const { page, done } = await visitor(browser, site, { init });
    assert.equal(await shown(page), 'Title of a');
    await page.locator('.close').click();
    await done();
    assert.deepEqual(site.events, []);
    const crawler = await visitor(browser, site, { context: { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } });
    await ready(crawler.page);
    await crawler.done();
    assert.deepEqual(site.events, []);
  },
};
