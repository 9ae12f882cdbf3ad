// Leaving through the top edge, wherever the pointer was last; with a real pointer where one can leave.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { pass, shown, visitor, when } from '../visitor.mjs';
import { without } from '../without.mjs';

const leaving = campaign('a', when('exit_screen', 'equals', true));
const PLACES = [40, 140, 240, 340, 440, 540, 640, 740, 840, 940, 1040, 1140, 1240];
const BAR = `<nav style="position:absolute;top:0;left:0;display:flex;height:72px">${['Shop', 'Bags', 'Belts', 'Wallets', 'Sale', 'Stores', 'Help']
  .map((name) => `<a href="/${name}" style="padding:24px 40px">${name}</a>`)
  .join('')}</nav>`;
/** Tells the page that the pointer has left through its top, from an element. */
const leave = (page, from) =>
  page.evaluate((from) => {
    document.querySelector(from).dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientX: 600, clientY: -1 }));
  }, from);

/** A click on a link, and whether the page is being left, so that leaving through the top is no exit. */
const LINKS = {
  'to another page': ['href="/bags"', true],
  'to another page in this window': ['href="/bags" target="_self"', true],
  'to another tab': ['href="/bags" target="_blank"', false],
  'within the page': ['href="#part"', false],
  'that the page follows itself': ['href="/bags" onclick="event.preventDefault()"', false],
};
const links = Object.entries(LINKS).map(([name, [attributes, left]]) => [
  `after a click on a link ${name}, leaving is ${left ? 'no' : 'an'} exit`,
  async ({ browser, site }) => {
    site.campaigns = [leaving];
    site.pages.any = html({ body: `<a id="away" ${attributes}>Away</a>` });
    const { page, done } = await visitor(browser, site);
    // The page stays, so that it can be looked at.
    await page.evaluate(() => {
      const link = document.querySelector('#away');
      const event = new MouseEvent('click', { bubbles: true, cancelable: true });
      addEventListener('click', () => Object.defineProperty(event, 'defaultPrevented', { value: event.defaultPrevented }), { once: true });
      addEventListener('click', (event) => Event.prototype.preventDefault.call(event), { once: true });
      link.dispatchEvent(event);
    });
    await leave(page, '#link');
    assert.equal(await shown(page), left ? null : 'Title of a');
    await pass(page, 4e3);
    await leave(page, '#link');
    assert.equal(await shown(page), 'Title of a');
    await done();
  },
]);

/** What the cases need that not every browser has. */
const LACKS = {
  'at every place of a bar of links it is an exit': { firefox: 'WebDriver moves no pointer out of the viewport', webkit: 'WebDriver moves no pointer out of the viewport' },
};

export const cases = without(LACKS, {
  ...Object.fromEntries(links),

  async 'at every place of a bar of links it is an exit'({ browser, site }) {
    site.campaigns = [leaving];
    site.pages.any = html({ body: BAR });
    const { page, done } = await visitor(browser, site, { attributes: 'data-quiet="0"' });
    for (const x of PLACES) {
      await page.evaluate((x) => history.pushState({}, '', `/${x}`), x);
      await page.mouse.move(640, 400);
      await page.mouse.move(x, 36);
      assert.equal(await shown(page), null, `${x}`);
      await page.mouse.move(x, -10);
      assert.equal(await shown(page), 'Title of a', `${x}`);
    }
    await done();
  },

  async 'over the open list of a select it is none'({ browser, site }) {
    site.campaigns = [leaving];
    site.pages.any = html({ body: '<select id="choice"><option>S</option><option>M</option></select>' });
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => document.querySelector('#choice').focus());
    await leave(page, '#choice');
    assert.equal(await shown(page), null);
    await done();
  },
});
