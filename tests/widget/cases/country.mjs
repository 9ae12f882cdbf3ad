// Where the visitor is, which the backend says if a proxy tells it.
import assert from 'node:assert/strict';
import { campaign } from '../site.mjs';
import { pass, ready, rest, shown, visitor } from '../visitor.mjs';

const asks = (operator, value, message_delay = 0) => ({
  audience: { all: [{ field: 'country', operator, value }] },
  schedule: { repeat_cycle: null, message_delay, priority: 1 },
});
/** Lets the site say a country, once `answer` is called where it is to be awaited. */
const says = (site, country) => (site.country = (request, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ country })));

export const cases = {
  async 'a campaign for a country is shown there, and not elsewhere'({ browser, site }) {
    for (const [country, title] of [['TR', 'Title of here'], ['DE', 'Title of elsewhere']]) {
      says(site, country);
      site.campaigns = [campaign('here', asks('equals', 'TR')), campaign('elsewhere', asks('one_of', ['DE', 'AT']))];
      const { page, done } = await visitor(browser, site);
      await page.waitForFunction(() => window.root()?.querySelector('.card'));
      assert.equal(await shown(page), title);
      await done();
    }
    assert.equal(site.countries, 2);
  },

  async 'nobody asks where no live campaign does'({ browser, site }) {
    says(site, 'TR');
    site.campaigns = [campaign('a', { audience: { all: [{ field: 'custom', key: 'country', operator: 'is_not_set' }] } })];
    const { page, done } = await visitor(browser, site);
    assert.equal(await shown(page), 'Title of a');
    assert.equal(site.countries, 0);
    await done();
  },

  async 'others do not wait for the answer, and a delay begins with it'({ browser, site }) {
    let answer;
    site.country = (request, response) => (answer = response);
    site.campaigns = [campaign('here', asks('equals', 'TR', 2)), campaign('b', { schedule: { repeat_cycle: null, message_delay: 1, priority: 2 } })];
    const { page, done } = await visitor(browser, site, { attributes: 'data-quiet="0"' });
    await pass(page, 1500);
    assert.equal(await shown(page), 'Title of b');
    await page.locator('.close').click();
    await rest(page);
    assert.equal(await shown(page), null);
    const heard = page.waitForResponse((response) => response.url().endsWith('/v1/country.json'));
    answer.writeHead(200, { 'Content-Type': 'application/json' }).end('{"country":"TR"}');
    await heard;
    await rest(page);
    await pass(page, 1500);
    assert.equal(await shown(page), null);
    await pass(page, 1000);
    assert.equal(await shown(page), 'Title of here');
    await done();
  },

  async 'without a sensible answer the country is unknown, on the next page it is asked again'({ browser, site }) {
    const answers = [[500, ''], [200, 'nonsense'], [200, '{"country":null}'], [200, '[]'], [200, 'null'], [200, '{"country":"XX"}']];
    site.campaigns = [campaign('here', asks('equals', 'TR')), campaign('away', { ...asks('not_equals', 'TR'), schedule: { repeat_cycle: null, message_delay: 1, priority: 2 } })];
    for (const [status, body] of answers) {
      site.country = (request, response) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
      const { page, done } = await visitor(browser, site, { faults: true });
      await pass(page, 1500);
      assert.equal(await shown(page), 'Title of away', body);
      says(site, 'TR');
      await page.reload();
      await ready(page);
      await page.waitForFunction(() => window.root()?.querySelector('.card'));
      assert.equal(await shown(page), 'Title of here', body);
      await done();
    }
  },
};
