// Where the widget's element stands among the page's own, whatever a framework does with those; and how a life of it ends.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { kept, pass, shown, visitor } from '../visitor.mjs';
import { without } from '../without.mjs';

/** What frameworks do with a page; each runs in the page. */
const SWAPS = {
  'the body is replaced': () => document.body.replaceWith(Object.assign(document.createElement('body'), { innerHTML: '<h1>Bags</h1>' })),
  'all of the body is replaced': () => document.body.replaceChildren(document.createElement('main')),
  'the body is written as markup': () => (document.body.innerHTML = '<h1>Bags</h1>'),
  'the whole page is drawn again': () => document.documentElement.replaceWith(document.documentElement.cloneNode(true)),
  'strangers are thrown out': () => window.root().host.remove(),
};
const swaps = Object.entries(SWAPS).map(([name, swap]) => [
  `when ${name}, it is there again at once, as it was`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.locator('.cta').click();
    for (let line = 0; line < 20; line += 1) {
      await page.locator('.field').fill(`Line ${line}`);
      await page.keyboard.press('Enter');
    }
    await page.locator('.field').fill('half a sen');
    // A browser reports it with its next frame, which may be later than what follows: here it is reported at once.
    await page.evaluate(() => {
      const talk = window.root().querySelector('.talk');
      talk.scrollTop = 100;
      talk.dispatchEvent(new Event('scroll'));
    });
    await page.evaluate(swap);
    await page.waitForFunction(() => window.root().host.isConnected);
    assert.equal(await shown(page), 'chat');
    assert.equal(await page.locator('.field').inputValue(), 'half a sen');
    await page.waitForFunction(() => window.root().querySelector('.talk').scrollTop === 100);
    await page.keyboard.type('tence');
    assert.equal(await page.locator('.field').inputValue(), 'half a sentence');
    await done();
  },
]);

/** What the cases need that not every browser has. */
const LACKS = {
  'destroy takes everything down, and a later script starts over': { webkit: 'its driver hands out no objects of the page' },
  'of frames of one site the top one alone shows and counts, and hears what the others tell': { webkit: 'its driver looks into no frames' },
  'a frame whose page around it has no widget has one of its own': { webkit: 'its driver looks into no frames' },
};

export const cases = without(LACKS, {
  ...Object.fromEntries(swaps),

  async 'it stands last in the body, where hydration that begins later minds no stranger'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    const stands = await page.evaluate(() => [window.root().host.parentElement.localName, window.root().host.nextElementSibling]);
    assert.deepEqual(stands, ['body', null]);
    await done();
  },

  async 'until the page has loaded it is not there, and nothing is counted'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const init = () => {
      window.decided = true;
      let loading = true;
      Object.defineProperty(document, 'readyState', { get: () => (loading ? 'interactive' : 'complete') });
      // The browser's own `load` is kept back.
      addEventListener('load', (event) => loading && event.stopImmediatePropagation(), true);
      window.finish = () => {
        loading = false;
        dispatchEvent(new Event('load'));
      };
    };
    const { page, done } = await visitor(browser, site, { init });
    await page.waitForFunction(() => localStorage.beckon && window.beckonReady);
    await pass(page, 3e3);
    assert.equal(await page.evaluate(() => Boolean(window.root())), false);
    assert.equal((await kept(page)).campaigns.a, undefined);
    await page.evaluate(() => window.finish());
    await pass(page, 60);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page that never ends loading has it after ten seconds'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const init = () => {
      window.decided = true;
      Object.defineProperty(document, 'readyState', { get: () => 'interactive' });
      addEventListener('load', (event) => event.stopImmediatePropagation(), true);
    };
    const { page, done } = await visitor(browser, site, { init });
    await page.waitForFunction(() => window.beckonReady);
    await pass(page, 10.1e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page that throws it out again and again may have it so'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => {
      const { host } = window.root();
      window.thrown = 0;
      const throwOut = () => {
        if (!host.isConnected || window.thrown > 500) return;
        window.thrown += 1;
        host.remove();
      };
      new MutationObserver(throwOut).observe(document.body, { childList: true });
      throwOut();
    });
    await page.waitForFunction(() => !window.root().host.isConnected);
    const thrown = await page.evaluate(() => window.thrown);
    assert.ok(thrown <= 60, `${thrown}`);
    await done();
  },

  async 'a page that is rewritten after it has loaded has the widget of its own tag'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => {
      const tag = '<script async src="/widget.js"></' + 'script>';
      document.open();
      document.write(`<!doctype html><html><head>${tag}</head><body>New</body></html>`);
      document.close();
    });
    await page.waitForFunction(() => JSON.parse(localStorage.beckon).visits === 2);
    await pass(page, 100);
    await page.waitForFunction(() => window.root().host.isConnected);
    await pass(page, 1000);
    assert.equal(await shown(page), 'Title of a');
    // One of it, in the body or, where it could not be seen there while the page was laid out, beside it.
    assert.equal(await page.evaluate(() => document.querySelectorAll('div').length), 1);
    await page.locator('.close').click();
    assert.equal(await shown(page), null);
    // The first life of it is over: a page view is counted once.
    await page.evaluate(() => history.pushState({}, '', '/b'));
    assert.equal((await kept(page)).visits, 3);
    await done();
  },

  async 'a page that is rewritten without the tag has nothing of it'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>New</title><body>New');
      document.close();
    });
    await pass(page, 5e3);
    assert.equal(await page.evaluate(() => window.root().host.isConnected), false);
    await done();
  },

  async 'destroy takes everything down, and a later script starts over'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const init = () => {
      const pushed = history.pushState;
      window.untouched = () => history.pushState === pushed;
      Object.defineProperty(window, 'untouched', { enumerable: false });
    };
    const { page, done } = await visitor(browser, site, { init });
    const old = await page.evaluateHandle(() => window.beckon);
    assert.equal(await page.evaluate(() => window.untouched()), false);
    await page.evaluate(() => beckon.destroy());
    assert.deepEqual(await page.evaluate(() => [window.untouched(), 'beckon' in window, window.root().host.isConnected]), [true, false, false]);
    const before = await kept(page);
    await page.evaluate((old) => {
      history.pushState({}, '', '/b');
      old.open('Hello');
      old.identify({ plan: 'trial' });
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    }, old);
    await pass(page, 60e3);
    assert.deepEqual(await kept(page), before);
    assert.equal(await page.evaluate(() => window.root().host.isConnected), false);
    await page.evaluate(() => document.head.append(Object.assign(document.createElement('script'), { src: '/widget.js' })));
    await page.waitForFunction(() => JSON.parse(localStorage.beckon).visits === 2);
    await pass(page, 1000);
    await page.waitForFunction(() => window.root().host.isConnected);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'history that others have wrapped since is left to them'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    const found = await page.evaluate(() => {
      const ours = history.pushState;
      let calls = 0;
      history.pushState = function (...given) {
        calls += 1;
        return ours.apply(this, given);
      };
      const theirs = history.pushState;
      beckon.destroy();
      history.pushState({}, '', '/b');
      return [history.pushState === theirs, calls, location.pathname];
    });
    assert.deepEqual(found, [true, 1, '/b']);
    assert.equal((await kept(page)).visits, 1);
    await done();
  },

  async 'of frames of one site the top one alone shows and counts, and hears what the others tell'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages['/'] = html({ body: '<iframe src="/inner" style="width:800px;height:600px"></iframe>' });
    site.pages['/inner'] = html({ body: "<script>(window.beckon ||= []).push((beckon) => beckon.identify({ plan: 'trial' }))</script>" });
    const { page, done } = await visitor(browser, site);
    const [, inner] = page.frames();
    await inner.waitForFunction(() => window.beckon?.identify);
    await pass(page, 2e3);
    assert.equal(await shown(page), 'Title of a');
    const state = await kept(page);
    assert.equal(state.visits, 1);
    assert.deepEqual(state.custom, { plan: 'trial' });
    assert.equal(await inner.evaluate(() => Boolean(window.root())), false);
    await inner.evaluate(() => beckon.open('Hello'));
    assert.equal(await shown(page), 'chat');
    await done();
  },

  async 'a frame whose page around it has no widget has one of its own'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages['/'] = '<!doctype html><title>Frame</title><iframe src="/inner" style="width:800px;height:600px"></iframe>';
    site.pages['/inner'] = html();
    const { page, done } = await visitor(browser, site, { init: () => (window.decided = true) });
    const [, inner] = page.frames();
    await inner.waitForFunction(() => window.beckonReady);
    await pass(page, 2e3);
    assert.equal(await shown(inner), 'Title of a');
    await done();
  },
});
