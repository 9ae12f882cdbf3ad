// When a session begins, and what keeps it alive on a real page.
import assert from 'node:assert/strict';
import { campaign } from '../site.mjs';
import { kept, pass, ready, rest, shown, visitor, when, who } from '../visitor.mjs';

const MINUTE = 60e3;
const session = async (page) => {
  const { sessions, session_pages } = await kept(page);
  return [sessions, session_pages];
};
const reload = async (page) => {
  const { visits } = await kept(page);
  await page.reload();
  await page.waitForFunction((visits) => JSON.parse(localStorage.beckon).visits === visits + 1, visits);
  await ready(page);
};
const move = async (page, x) => {
  await page.mouse.move(x, 300);
  await rest(page);
};
/** Runs in the page: counts what is written for the visitor. */
const COUNT_WRITES = () => {
  window.writes = 0;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if (key === 'beckon') window.writes += 1;
    setItem.call(this, key, value);
  };
};

export const cases = {
  async 'the pages of a session are counted together in all tabs'({ browser, site }) {
    const { page, open, done } = await visitor(browser, site);
    assert.deepEqual(await session(page), [1, 1]);
    const other = await open('/b');
    assert.deepEqual(await session(other), [1, 2]);
    await reload(page);
    assert.deepEqual(await session(page), [1, 3]);
    await done();
  },

  async 'what the site reports counts in all tabs, until the session is over'({ browser, site }) {
    site.campaigns = [campaign('a', who('event', 'at_least', 2, 'add_to_cart'))];
    const { page, open, done } = await visitor(browser, site);
    await page.evaluate(() => beckon.track('add_to_cart'));
    assert.equal(await shown(page), null);
    assert.deepEqual((await kept(page)).event, { add_to_cart: 1 });
    const other = await open('/b');
    await other.evaluate(() => beckon.track('add_to_cart'));
    assert.equal(await shown(other), 'Title of a');
    await other.close();
    await pass(page, 31 * MINUTE);
    await reload(page);
    assert.deepEqual((await kept(page)).event, {});
    assert.equal(await shown(page), null);
    await done();
  },

  async 'once per session is once in all tabs, and again in the next session'({ browser, site }) {
    site.campaigns = [campaign('a', { schedule: { repeat_cycle: { every: 1, unit: 'session' }, message_delay: 0, priority: 1 } })];
    const { page, open, done } = await visitor(browser, site, { attributes: 'data-quiet="0"' });
    assert.equal(await shown(page), 'Title of a');
    assert.equal((await kept(page)).campaigns.a.last_session, 1);
    await page.locator('.close').click();
    await reload(page);
    assert.equal(await shown(page), null);
    const other = await open('/b');
    assert.equal(await shown(other), null);
    await other.close();
    await pass(page, 31 * MINUTE);
    await reload(page);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'the parameters of the first page stay for the session'({ browser, site }) {
    site.campaigns = [campaign('a', who('landing_query', 'equals', 'News letter', 'utm_source'))];
    const { page, done } = await visitor(browser, site, { path: '/?UTM_Source=news+letter' });
    assert.equal(await shown(page), 'Title of a');
    await page.evaluate(() => history.pushState(null, '', '/b?utm_source=mail'));
    await rest(page);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page after half an hour of nothing begins another session'({ browser, site }) {
    site.campaigns = [campaign('a', who('sessions', 'at_least', 2))];
    const { page, done } = await visitor(browser, site);
    await pass(page, 29 * MINUTE);
    await reload(page);
    assert.equal(await shown(page), null);
    await pass(page, 31 * MINUTE);
    await reload(page);
    assert.equal(await shown(page), 'Title of a');
    assert.deepEqual(await session(page), [2, 1]);
    await done();
  },

  async 'a pointer that moves and a key keep the session alive'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    await pass(page, 20 * MINUTE);
    await move(page, 200);
    await pass(page, 20 * MINUTE);
    await page.keyboard.press('Shift');
    await rest(page);
    await pass(page, 20 * MINUTE);
    await reload(page);
    assert.deepEqual(await session(page), [1, 2]);
    await done();
  },

  async 'what a visitor does is noted at most twice a minute'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { init: COUNT_WRITES });
    await pass(page, MINUTE);
    await page.evaluate(() => (window.writes = 0));
    for (let x = 100; x < 140; x += 1) await move(page, x);
    assert.equal(await page.evaluate(() => window.writes), 1);
    await pass(page, 31e3);
    await move(page, 400);
    assert.equal(await page.evaluate(() => window.writes), 2);
    await done();
  },

  async 'no activity begins anew with every move, and nothing wakes the page meanwhile'({ browser, site }) {
    site.campaigns = [campaign('a', when('inactivity', 'at_least', 20))];
    const { page, done } = await visitor(browser, site);
    await pass(page, 15e3);
    await move(page, 200);
    await pass(page, 15e3);
    assert.equal(await shown(page), null);
    await page.evaluate(() => dispatchEvent(new Event('scroll')));
    await pass(page, 15e3);
    assert.equal(await shown(page), null);
    await pass(page, 6e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'time on the site goes on from page to page, and time on the page does not'({ browser, site }) {
    site.campaigns = [campaign('a', when('time_on_site', 'at_least', 60)), campaign('b', { ...when('time_on_page', 'at_least', 50), schedule: { priority: 2 } })];
    const { page, done } = await visitor(browser, site);
    await pass(page, 40e3);
    await reload(page);
    await pass(page, 19e3);
    assert.equal(await shown(page), null);
    await pass(page, 2e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a visitor from before there were sessions has had one'({ browser, site }) {
    const init = `localStorage.beckon ??= ${JSON.stringify(JSON.stringify({ visits: 6, pages: {} }))}`;
    const { page, done } = await visitor(browser, site, { init });
    await page.waitForFunction(() => JSON.parse(localStorage.beckon).visits === 7);
    assert.deepEqual(await session(page), [2, 1]);
    await done();
  },
};
