// What scrolls the page, and how far the visitor has got in it.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { pass, shown, visitor, when } from '../visitor.mjs';

const ALL = 'html,body{height:100%;margin:0;overflow:hidden}';
const LONG = '<div style="height:5000px">Long article</div>';

/** Pages, and what of them scrolls (in the page). */
const PANES = {
  'an app\'s inner pane': [`<style>${ALL}#app{height:100%;overflow:auto}</style><div id="app">${LONG}</div>`, "document.querySelector('#app')"],
  'the body': [`<style>html{height:100%;overflow:hidden}body{height:100%;margin:0;overflow:auto}</style>${LONG}`, 'document.body'],
  'the larger of two panes': [
    `<style>${ALL}#menu{position:fixed;inset:0 auto 0 0;width:200px;overflow:auto}#app{position:fixed;inset:0 0 0 200px;overflow:auto}</style><div id="menu">${LONG}</div><div id="app">${LONG}</div>`,
    "document.querySelector('#app')",
  ],
  'a pane within an open shadow root': [
    `<style>${ALL}</style><div id="shell" style="display:block;height:100%"></div><script>document.querySelector('#shell').attachShadow({mode:'open'}).innerHTML='<div id="app" style="height:100%;overflow:auto">${LONG}</div>'</script>`,
    "document.querySelector('#shell').shadowRoot.querySelector('#app')",
  ],
};
const panes = Object.entries(PANES).map(([name, [body, pane]]) => [
  `where ${name} scrolls, that is what counts`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a', when('scroll_ratio', 'greater_than', 40))];
    site.pages.any = `<!doctype html><html><head><title>Shop</title><script async src="/widget.js"></script></head><body>${body}</body></html>`;
    const { page, done } = await visitor(browser, site);
    await pass(page, 10e3);
    assert.equal(await shown(page), null);
    const to = async (percent) => {
      await page.evaluate(`new Promise((done) => {
        const pane = ${pane};
        pane.addEventListener('scroll', done, { once: true });
        pane.scrollTop = (pane.scrollHeight - pane.clientHeight) * ${percent / 100};
      }).then(() => undefined)`);
      await pass(page, 100);
    };
    await to(39);
    assert.equal(await shown(page), null);
    await to(41);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },
]);

const late = { ...when('scroll_ratio', 'at_least', 60), schedule: { repeat_cycle: null, message_delay: 20, priority: 1 } };

/** A page whose list comes after it was seen to its end. */
const grows = (shop) => async ({ browser, site }) => {
  site.campaigns = [campaign('a', late)];
  site.pages.any = shop;
  const { page, done } = await visitor(browser, site);
  await pass(page, 10e3);
  await page.evaluate(() => (document.querySelector('#list').style.height = '4000px'));
  await pass(page, 60e3);
  assert.equal(await shown(page), null);
  await done();
};

export const cases = {
  ...Object.fromEntries(panes),

  async 'what scrolls within a page that scrolls itself does not count'({ browser, site }) {
    site.campaigns = [campaign('a', when('scroll_ratio', 'greater_than', 40))];
    site.pages.any = html({ body: '<div id="list" style="height:300px;overflow:auto"><div style="height:3000px">List</div></div>' });
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => new Promise((done) => {
      const list = document.querySelector('#list');
      list.addEventListener('scroll', () => done(), { once: true });
      list.scrollTop = 2700;
    }));
    await pass(page, 1e3);
    assert.equal(await shown(page), null);
    await done();
  },

  async 'a route whose list comes late is not taken for a page that cannot scroll'({ browser, site }) {
    const { audience } = { audience: { all: [{ field: 'current_page_url', operator: 'contains', value: '/bags' }] } };
    site.campaigns = [campaign('a', { ...when('scroll_ratio', 'at_least', 60), audience })];
    site.pages.any = html({ height: 0, body: '<div id="list"></div>' });
    const { page, done } = await visitor(browser, site);
    await pass(page, 5e3);
    await page.evaluate(() => {
      history.pushState({}, '', '/bags');
      setTimeout(() => (document.querySelector('#list').style.height = '4000px'), 2500);
    });
    await pass(page, 2400);
    assert.equal(await shown(page), null);
    await pass(page, 10e3);
    assert.equal(await shown(page), null);
    await page.evaluate(() => new Promise((done) => {
      addEventListener('scroll', () => done(), { once: true });
      scrollTo(0, 2400);
    }));
    await pass(page, 100);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  'a page that grows after it was seen to its end is measured again': grows(html({ height: 0, body: '<div id="list"></div>' })),
  'so is an inner pane that grows': grows(
    `<!doctype html><html><head><title>Shop</title><style>${ALL}#app{height:100%;overflow:auto}</style><script async src="/widget.js"></script></head><body><div id="app"><div id="list">Loading</div></div></body></html>`,
  ),

  async 'a page that keeps its size counts as seen to its end'({ browser, site }) {
    site.campaigns = [campaign('a', late)];
    site.pages.any = html({ height: 0 });
    const { page, done } = await visitor(browser, site);
    await pass(page, 22e3);
    assert.equal(await shown(page), null);
    await pass(page, 2e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },
};
