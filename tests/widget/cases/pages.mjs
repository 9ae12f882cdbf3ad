// What counts as a page view.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { kept, pass, ready, shown, visitor, who } from '../visitor.mjs';

/** What happens on a page, and how many page views there are afterwards. */
const MOVES = {
  'a load': ['', 1],
  'pushState to another page': ["history.pushState({}, '', '/b')", 2],
  'pushState to the same page': ["history.pushState({}, '', location.href)", 1],
  'pushState without an address': ['history.pushState({}, "")', 1],
  'pushState to another query': ["history.pushState({}, '', '?page=2')", 2],
  'replaceState to another page': ["history.replaceState({}, '', '/b')", 2],
  'replaceState to another query': ["history.replaceState({}, '', '?page=2')", 1],
  'replaceState to another spelling of the page': ["history.pushState({}, '', '/b'); history.replaceState({}, '', '/B/?page=2#top')", 2],
  'replaceState to the same page': ["history.replaceState({ tab: 1 }, '', '')", 1],
  'a jump within the page': ["location.hash = 'part'", 1],
  'a route behind the hash': ["location.hash = '#/plants'", 2],
  'another route behind the hash': ["location.hash = '#/plants'; location.hash = '#/plants/fern'", 3],
  'another query of a route': ["location.hash = '#/plants'; history.replaceState({}, '', '#/plants?page=2')", 2],
  'a route that leads nowhere': ["location.hash = '#/'; history.replaceState({}, '', '#!')", 1],
  'a route pushed behind the hash': ["history.pushState({}, '', '#!/plants')", 2],
  'two pages in a row': ["history.pushState({}, '', '/b'); history.pushState({}, '', '/c')", 3],
};

const moves = Object.entries(MOVES).map(([name, [move, visits]]) => [
  `${name} makes ${visits}`,
  async ({ browser, site }) => {
    const { page, done } = await visitor(browser, site);
    await page.evaluate(move);
    await page.waitForFunction((visits) => JSON.parse(localStorage.beckon).visits === visits, visits);
    await pass(page, 2000);
    assert.equal((await kept(page)).visits, visits);
    await done();
  },
]);

export const cases = {
  ...Object.fromEntries(moves),

  async 'going back is a page view of the page gone back to'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    await page.evaluate("history.pushState({}, '', '/b')");
    await page.goBack();
    await page.waitForFunction(() => JSON.parse(localStorage.beckon).visits === 3);
    assert.deepEqual((await kept(page)).pages, { [`${site.origin}/b/`]: 1, [`${site.origin}/`]: 2 });
    await done();
  },

  async 'history does what it did before'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    const found = await page.evaluate(() => {
      history.pushState({ a: 1 }, '', '/b?c');
      let refused;
      try {
        history.pushState({}, '', 'https://www.example.org/');
      } catch (error) {
        refused = error.name;
      }
      return [history.state, location.pathname + location.search, history.length, refused, history.pushState.length];
    });
    assert.deepEqual(found.slice(0, 2), [{ a: 1 }, '/b?c']);
    assert.equal(found[3], 'SecurityError');
    await done();
  },

  async 'the sixth view of a page shows what asks for more than five'({ browser, site }) {
    site.campaigns = [campaign('a', who('page_views', 'greater_than', 5))];
    const { page, done } = await visitor(browser, site);
    for (let view = 2; view <= 6; view += 1) {
      assert.equal(await shown(page), null, `view ${view - 1}`);
      await page.reload();
      await page.waitForFunction((view) => JSON.parse(localStorage.beckon).visits === view, view);
      await ready(page);
    }
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'views in a single-page app count as views of their pages'({ browser, site }) {
    site.campaigns = [campaign('a', { audience: { all: [...who('page_views', 'equals', 2).audience.all, ...who('current_page_url', 'contains', '/b').audience.all] } })];
    const { page, done } = await visitor(browser, site);
    for (const path of ['/b', '/', '/b']) {
      assert.equal(await shown(page), null);
      await page.evaluate((path) => history.pushState({}, '', path), path);
    }
    assert.equal(await shown(page), 'Title of a');
    await page.evaluate(() => history.pushState({}, '', '/c'));
    assert.equal(await shown(page), null);
    await done();
  },

  async 'a site with hash routes shows what one of them asks for'({ browser, site }) {
    site.campaigns = [campaign('a', who('current_page_url', 'contains', '/checkout')), campaign('b', who('page_views', 'equals', 2))];
    site.pages.any = html({ body: '<a id="checkout" href="#/checkout">Checkout</a><a id="bags" href="#/bags">Bags</a>' });
    const { page, done } = await visitor(browser, site);
    await page.locator('#bags').click();
    assert.equal(await shown(page), null);
    await page.locator('#checkout').click();
    assert.equal(await shown(page), 'Title of a');
    await page.locator('#bags').click();
    assert.equal(await shown(page), 'Title of b');
    assert.deepEqual((await kept(page)).pages, { [`${site.origin}/`]: 1, [`${site.origin}/#/checkout/`]: 1, [`${site.origin}/#/bags/`]: 2 });
    await done();
  },

  async 'one page under several spellings is counted once, those that were kept apart together'({ browser, site }) {
    site.campaigns = [campaign('a', who('page_views', 'equals', 6))];
    const pages = { [`${site.origin}/Pricing`]: 3, [`${site.origin}/bags`]: 1, [`${site.origin}/pricing/`]: 2 };
    const init = `localStorage.beckon ??= ${JSON.stringify(JSON.stringify({ visits: 6, pages }))}`;
    const { page, done } = await visitor(browser, site, { path: '/pricing?utm=1', init });
    await page.waitForFunction(() => JSON.parse(localStorage.beckon).visits === 7);
    assert.equal(await shown(page), 'Title of a');
    assert.deepEqual((await kept(page)).pages, { [`${site.origin}/bags/`]: 1, [`${site.origin}/pricing/`]: 6 });
    await done();
  },

  async 'a page that stands for another one is taken for it'({ browser, site }) {
    site.campaigns = [campaign('a', who('current_page_url', 'equals', 'https://www.example.com/pricing'))];
    const { page, done } = await visitor(browser, site, { path: '/copy/pricing', attributes: 'data-root="/copy/" data-site="https://www.example.com/"' });
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page in the background is opened when it is looked at'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const init = () => {
      window.decided = true;
      let hidden = true;
      Object.defineProperty(document, 'hidden', { get: () => hidden });
      window.look = () => {
        hidden = false;
        document.dispatchEvent(new Event('visibilitychange'));
      };
    };
    const { page, done } = await visitor(browser, site, { init });
    await pass(page, 5000);
    assert.equal(await kept(page), null);
    await page.evaluate(() => window.look());
    await page.waitForFunction(() => localStorage.beckon && window.beckonReady);
    await ready(page);
    assert.equal((await kept(page)).visits, 1);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page that comes back from the cache is opened once more'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    const state = await kept(page);
    assert.equal(state.visits, 2);
    assert.equal(state.campaigns.a.views, 2);
    await done();
  },

  async 'a page left before the campaigns came is counted all the same'({ browser, site }) {
    site.campaigns = () => {};
    const { page, done } = await visitor(browser, site, { init: () => (window.decided = true) });
    await page.waitForFunction(() => window.beckon?.identify);
    await page.evaluate(() => beckon.identify({ plan: 'trial' }));
    site.campaigns = [];
    await page.goto(`${site.origin}/b`);
    await page.waitForFunction(() => JSON.parse(localStorage.beckon ?? '{}').visits === 2);
    assert.deepEqual((await kept(page)).custom, { plan: 'trial' });
    await ready(page);
    await done();
  },
};
