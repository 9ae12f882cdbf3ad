// Delays, repeat cycles, clocks and ranks on a real page.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { START, kept, pass, ready, shown, visitor, when } from '../visitor.mjs';

const schedule = (repeat_cycle, message_delay = 0, priority = 1) => ({ schedule: { repeat_cycle, message_delay, priority } });
const reload = async (page) => {
  const { visits } = await kept(page);
  await page.reload();
  await page.waitForFunction((visits) => JSON.parse(localStorage.beckon).visits === visits + 1, visits);
  await ready(page);
};

export const cases = {
  async 'a delay is waited for, from the opening of the page'({ browser, site }) {
    site.campaigns = [campaign('a', schedule(null, 3))];
    const { page, done } = await visitor(browser, site);
    await pass(page, 2900);
    assert.equal(await shown(page), null);
    await pass(page, 200);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'time that the campaigns took to come is part of the delay'({ browser, site }) {
    let answer;
    site.campaigns = (request, response) => (answer = response);
    const { page, done } = await visitor(browser, site, { init: () => (window.decided = true) });
    await pass(page, 10000);
    answer.writeHead(200, { 'Content-Type': 'application/json' });
    answer.end(JSON.stringify({ format: 'beckon.live', version: 1, campaigns: [campaign('a', schedule(null, 5))] }));
    await page.waitForFunction(() => localStorage.beckon && window.beckonReady);
    await pass(page, 100);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a run begins, and somebody begins to answer, while the page is open'({ browser, site }) {
    const opens = (id, given) => campaign(id, { schedule: { repeat_cycle: null, message_delay: 0, priority: 1, ...given } });
    site.document = { hours: { time_zone: 'Europe/Istanbul', open: [{ days: ['sunday'], from: '13:20', until: '14:00' }] } };
    site.campaigns = [
      opens('a', { runs: { from: '2026-11-22T10:05', until: '2026-11-22T10:10' } }),
      opens('b', { only_in_hours: true, priority: 2 }),
    ];
    const { page, done } = await visitor(browser, site);
    await pass(page, 4 * 60e3);
    assert.equal(await shown(page), null);
    await pass(page, 60e3);
    assert.equal(await shown(page), 'Title of a');
    await page.keyboard.press('Escape');
    await pass(page, 14 * 60e3);
    assert.equal(await shown(page), null);
    await pass(page, 60e3);
    assert.equal(await shown(page), 'Title of b');
    await done();
  },

  async 'a repeat cycle blocks over reloads, and lets go at its end'({ browser, site }) {
    site.campaigns = [campaign('a', schedule({ every: 1, unit: 'hour' }))];
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    await reload(page);
    assert.equal(await shown(page), null);
    await pass(page, 3590e3);
    assert.equal(await shown(page), null);
    await pass(page, 20e3);
    assert.equal(await shown(page), 'Title of a');
    assert.equal((await kept(page)).campaigns.a.views, 2);
    await done();
  },

  async 'a pop-up goes by itself, and counts as nothing but shown'({ browser, site }) {
    const goes = schedule(null, 1);
    goes.schedule.closes_after = 20;
    site.campaigns = [campaign('a', goes), campaign('b', schedule(null, 0, 2))];
    const { page, done } = await visitor(browser, site);
    await pass(page, 1100);
    assert.equal(await shown(page), 'Title of a');
    await pass(page, 19700);
    assert.equal(await shown(page), 'Title of a');
    await pass(page, 400);
    assert.equal(await shown(page), null);
    const { clicks, closes, views } = (await kept(page)).campaigns.a;
    assert.deepEqual([clicks, closes, views], [0, 0, 1]);
    // Quiet follows.
    await pass(page, 29000);
    assert.equal(await shown(page), null);
    await pass(page, 1500);
    assert.equal(await shown(page), 'Title of b');
    await site.posted('shown');
    assert.deepEqual(site.events.map(({ event }) => event).filter((event) => event !== 'shown'), []);
    await done();
  },

  async 'without a cycle it is shown once every page view'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.locator('.close').click();
    assert.equal(await shown(page), null);
    await pass(page, 60e3);
    assert.equal(await shown(page), null);
    await reload(page);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a clock that is set back does not hold a campaign for longer than its cycle'({ browser, site }) {
    site.campaigns = [campaign('a', schedule({ every: 1, unit: 'hour' }))];
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    await reload(page);
    await page.clock.setSystemTime(new Date(START.getTime() - 7 * 24 * 3600e3));
    await pass(page, 61 * 60e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a clock that is set forward ends a cycle'({ browser, site }) {
    site.campaigns = [campaign('a', schedule({ every: 1, unit: 'day' }))];
    const { page, done } = await visitor(browser, site);
    await reload(page);
    assert.equal(await shown(page), null);
    await page.clock.setSystemTime(new Date(START.getTime() + 25 * 3600e3));
    await pass(page, 61e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'the best-ranked goes first, and the next one when it is closed'({ browser, site }) {
    site.campaigns = [campaign('b', schedule(null, 0, 2)), campaign('a', schedule(null, 0, 1)), campaign('c', schedule(null, 5, 3))];
    const { page, done } = await visitor(browser, site, { attributes: 'data-quiet="0"' });
    for (const id of ['a', 'b']) {
      assert.equal(await shown(page), `Title of ${id}`);
      await page.locator('.close').click();
    }
    assert.equal(await shown(page), null);
    await pass(page, 6000);
    assert.equal(await shown(page), 'Title of c');
    await done();
  },

  async 'a better-ranked one that waits holds the others back'({ browser, site }) {
    site.campaigns = [campaign('a', schedule(null, 10, 1)), campaign('b', schedule(null, 0, 2))];
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), null);
    await pass(page, 9900);
    assert.equal(await shown(page), null);
    await pass(page, 200);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'nothing is shown while the chat is open'({ browser, site }) {
    site.campaigns = [campaign('a', schedule(null, 5))];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => beckon.open());
    await pass(page, 20e3);
    assert.equal(await shown(page), 'chat');
    await page.keyboard.press('Escape');
    await pass(page, 29.5e3);
    assert.equal(await shown(page), null);
    await pass(page, 1e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a campaign of first dates waits for its day in its own zone'({ browser, site }) {
    const audience = { all: [{ field: 'first_seen', operator: 'on_or_later', value: '2026-11-23' }] };
    site.campaigns = [campaign('a', { audience, time_zone: 'Europe/Istanbul' })];
    const { page, done } = await visitor(browser, site, { time: new Date('2026-11-22T20:59:00Z') });
    assert.equal(await shown(page), null);
    await pass(page, 60e3);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'two tabs share what they know'({ browser, site }) {
    site.campaigns = [campaign('a', schedule({ every: 1, unit: 'hour' })), campaign('b', when('exit_screen', 'equals', true))];
    site.pages['/b'] = html();
    const { page, open, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    await page.locator('.close').click();
    const other = await open('/b');
    assert.equal(await shown(other), null);
    await other.evaluate(() => beckon.identify({ plan: 'trial' }));
    await other.evaluate(() => history.pushState({}, '', '/c'));
    await page.evaluate(() => history.pushState({}, '', '/d'));
    const state = await kept(page);
    assert.equal(state.visits, 4);
    assert.deepEqual(state.custom, { plan: 'trial' });
    assert.equal(state.campaigns.a.views, 1);
    await done();
  },

  async 'what another tab tells is heard at once'({ browser, site }) {
    site.campaigns = [campaign('a', { audience: { all: [{ field: 'custom', key: 'plan', operator: 'equals', value: 'trial' }] } })];
    const { page, open, done } = await visitor(browser, site);
    const other = await open('/b');
    await other.evaluate(() => beckon.identify({ plan: 'trial' }));
    await page.locator('.card').waitFor();
    assert.equal(await shown(page), 'Title of a');
    await ready(other);
    await done();
  },
};
