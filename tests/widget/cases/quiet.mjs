// When nothing is shown, whoever qualifies: after something has gone from the screen, and while nothing could be seen.
import assert from 'node:assert/strict';
import { campaign } from '../site.mjs';
import { kept, pass, ready, rest, shown, visitor } from '../visitor.mjs';

const delayed = (message_delay) => ({ schedule: { repeat_cycle: null, message_delay, priority: 1 } });
const arrive = async (page, visits) => {
  await page.waitForFunction((visits) => JSON.parse(localStorage.beckon).visits === visits, visits);
  await ready(page);
};

/** Lets the test hide the tab and bring it back: `hide(true)`, `hide(false)`. */
const hideable = () => {
  let hidden = false;
  Object.defineProperty(document, 'hidden', { get: () => hidden });
  window.hide = (away) => {
    hidden = away;
    document.dispatchEvent(new Event('visibilitychange'));
  };
};
const posted = (site) => site.events.map(({ event }) => event);

export const cases = {
  async 'a hundred campaigns are read in parts, and no zone is asked for its days while no date is near'({ browser, site }) {
    const dated = (index, value) => ({ time_zone: ['Asia/Tokyo', 'America/New_York'][index % 2], audience: { all: [{ field: 'last_seen', operator: 'on_or_later', value }] } });
    site.campaigns = Array.from({ length: 100 }, (_, index) => campaign(`later ${index}`, dated(index, '2031-12-31')));
    site.campaigns.push(campaign('a', { schedule: { message_delay: 0, priority: 9 } }));
    const init = () => {
      window.turns = 0;
      window.formats = 0;
      const { MessageChannel: channel, Intl: { DateTimeFormat: format } } = window;
      window.MessageChannel = function () {
        window.turns += 1;
        return new channel();
      };
      Intl.DateTimeFormat = function (...given) {
        window.formats += 1;
        return new format(...given);
      };
    };
    const visit = await visitor(browser, site, { init });
    const { page } = visit;
    assert.equal(await shown(page), 'Title of a');
    const { turns, formats } = await page.evaluate(() => ({ turns, formats }));
    assert.ok(turns >= 12, `${turns} turns`);
    assert.equal(formats, 0);
    site.campaigns = [campaign('b', dated(0, '2026-11-23')), campaign('c', dated(1, '2026-11-23'))];
    await page.reload();
    await ready(page);
    assert.equal(await shown(page), null);
    assert.equal(await page.evaluate(() => window.formats), 2);
    // The 23rd begins in Tokyo five hours after the visit did, in New York nineteen.
    await pass(page, 5 * 3600e3);
    assert.equal(await shown(page), 'Title of b');
    await visit.done();
  },

  async 'a limit of the site holds on all pages and in all tabs, until its time is over'({ browser, site }) {
    const on = (path) => ({ ...delayed(0), audience: { all: [{ field: 'current_page_url', operator: 'contains', value: path }] } });
    site.document = { rests: [{ at_most: 1, per: { every: 1, unit: 'hour' }, except: ['c'] }] };
    site.campaigns = [campaign('a', on('/a')), campaign('b', on('/b')), campaign('c', on('/c'))];
    const { page, open, done } = await visitor(browser, site, { path: '/a' });
    assert.equal(await shown(page), 'Title of a');
    assert.deepEqual((await kept(page)).showings.map(([id]) => id), ['a']);
    const other = await open('/b');
    await pass(other, 59 * 60e3);
    assert.equal(await shown(other), null);
    const third = await open('/c');
    assert.equal(await shown(third), 'Title of c');
    await pass(other, 60e3);
    assert.equal(await shown(other), 'Title of b');
    await done();
  },

  async 'after a close nothing is shown for thirty seconds, on the next page either'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.locator('.close').click();
    await pass(page, 10e3);
    await page.reload();
    await arrive(page, 2);
    assert.equal(await shown(page), null);
    await pass(page, 19.5e3);
    assert.equal(await shown(page), null);
    await pass(page, 1e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a page that is left under a pop-up begins no quiet'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.reload();
    await arrive(page, 2);
    assert.equal(await shown(page), 'Title of a');
    assert.equal((await kept(page)).gone, 0);
    await done();
  },

  async 'it is quiet in every tab'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, open, done } = await visitor(browser, site);
    await page.locator('.close').click();
    const other = await open('/b');
    await arrive(other, 2);
    assert.equal(await shown(other), null);
    await pass(other, 31e3);
    assert.equal(await shown(other), 'Title of a');
    await done();
  },

  async 'a tab that was open before hears of it'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, open, done } = await visitor(browser, site);
    const other = await open('/b');
    await arrive(other, 2);
    await page.locator('.close').click();
    await other.evaluate(() => history.pushState({}, '', '/c'));
    await arrive(other, 3);
    assert.equal(await shown(other), null);
    await done();
  },

  async 'after the chat it is quiet as well'({ browser, site }) {
    site.campaigns = [campaign('a', delayed(2))];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => beckon.open());
    await rest(page);
    await page.evaluate(() => beckon.close());
    await pass(page, 29.5e3);
    assert.equal(await shown(page), null);
    await pass(page, 1e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'data-quiet says for how long, and nonsense says nothing'({ browser, site }) {
    for (const [written, seconds] of [['5', 5], ['0.5', 0.5], ['soon', 30], ['-1', 30]]) {
      site.pages = {};
      site.campaigns = [campaign('a'), campaign('b')];
      const { page, done } = await visitor(browser, site, { attributes: `data-quiet="${written}"` });
      await page.locator('.close').click();
      await pass(page, seconds * 1e3 - 300);
      assert.equal(await shown(page), null, written);
      await pass(page, 600);
      assert.equal(await shown(page), 'Title of b', written);
      await done();
    }
  },

  async 'in a hidden tab nothing is shown or counted, then it is'({ browser, site }) {
    site.campaigns = [campaign('a', delayed(3))];
    const { page, done } = await visitor(browser, site, { init: hideable });
    await pass(page, 1e3);
    await page.evaluate(() => window.hide(true));
    await pass(page, 10e3);
    assert.equal(await shown(page), null);
    assert.equal((await kept(page)).campaigns.a, undefined);
    assert.deepEqual(posted(site), []);
    const heard = page.waitForResponse((response) => response.url().endsWith('/v1/events'));
    await page.evaluate(() => window.hide(false));
    assert.equal(await shown(page), 'Title of a');
    await heard;
    assert.equal((await kept(page)).campaigns.a.views, 1);
    assert.deepEqual(posted(site), ['shown']);
    await page.evaluate(() => window.hide(true));
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'campaigns that come while the tab is hidden wait for the visitor'({ browser, site }) {
    let answer;
    site.campaigns = (request, response) => (answer = response);
    const { page, done } = await visitor(browser, site, { init: `(${hideable})(); window.decided = true;` });
    await page.waitForFunction(() => window.beckon?.identify);
    await page.evaluate(() => window.hide(true));
    answer.writeHead(200, { 'Content-Type': 'application/json' });
    answer.end(JSON.stringify({ format: 'beckon.live', version: 1, campaigns: [campaign('a')] }));
    await page.waitForFunction(() => localStorage.beckon && window.beckonReady);
    await pass(page, 5e3);
    assert.equal(await shown(page), null);
    await page.evaluate(() => window.hide(false));
    assert.equal(await shown(page), 'Title of a');
    await done();
  },
};
