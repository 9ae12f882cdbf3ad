// The addresses of the site's document: where campaigns are shown at all.
import assert from 'node:assert/strict';
import { campaign } from '../site.mjs';
import { pass, shown, visitor } from '../visitor.mjs';

export const cases = {
  async 'campaigns are shown on the sites of the document only'({ browser, site }) {
    site.campaigns = [campaign('a')];
    for (const [addresses, seen] of [
      [[], true],
      [['https://www.example.com'], false],
      [['https://www.example.com', site.origin], true],
      [[`${site.origin}/shop`], false],
      [[`${site.origin}/pa`], false],
      [[`${site.origin}/page`], true],
      // What nobody could read.
      [[''], false],
      [['', site.origin], true],
    ]) {
      site.document = { addresses };
      const { page, done } = await visitor(browser, site, { path: '/page?a=1' });
      assert.equal(await shown(page), seen ? 'Title of a' : null, addresses.join());
      await done();
    }
  },

  async 'a page of another site that opens without a load shows nothing, and the next one does'({ browser, site }) {
    site.document = { addresses: [`${site.origin}/shop`] };
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { path: '/shop/a', attributes: 'data-quiet="0"' });
    const go = async (path) => {
      await page.evaluate((path) => history.pushState({}, '', path), path);
      await pass(page, 2e3);
      return shown(page);
    };
    assert.equal(await shown(page), 'Title of a');
    assert.equal(await go('/account'), null);
    assert.equal(await go('/shopping'), null);
    assert.equal(await go('/shop/b'), 'Title of a');
    await page.keyboard.press('Escape');
    assert.equal(await go('/account'), null);
    assert.equal(await go('/shop'), 'Title of a');
    await done();
  },

  async 'on a page of another site the widget rests'({ browser, site }) {
    site.document = { addresses: ['https://www.example.com'] };
    site.campaigns = [campaign('a', { schedule: { repeat_cycle: null, message_delay: 3, priority: 1 } })];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => {
      const start = window.setTimeout;
      window.started = 0;
      window.setTimeout = (...given) => ((window.started += 1), start(...given));
    });
    // Until the page has had the time to load; where a browser does not tell when it is idle, that is a timer.
    await pass(page, 15e3);
    const begun = await page.evaluate(() => window.started);
    await pass(page, 60e3);
    assert.equal(await page.evaluate(() => window.started), begun);
    assert.equal(site.fonts, 0);
    await done();
  },

  async 'back from a page of another site, the widget rests where it has nothing to show'({ browser, site }) {
    site.document = { addresses: [`${site.origin}/shop`] };
    site.campaigns = [];
    const { page, done } = await visitor(browser, site, { path: '/account' });
    await pass(page, 15e3);
    await page.evaluate(() => history.pushState({}, '', '/shop'));
    await pass(page, 2e3);
    await page.evaluate(() => {
      const start = window.setTimeout;
      window.started = 0;
      window.setTimeout = (...given) => ((window.started += 1), start(...given));
    });
    await pass(page, 60e3);
    assert.equal(await page.evaluate(() => window.started), 0);
    assert.equal(site.fonts, 0);
    await done();
  },
};
