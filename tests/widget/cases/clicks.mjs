// What counts as clicked on a page, by its text and by a selector.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { kept, ready, shown, visitor, when } from '../visitor.mjs';

const BODY = `
  <main><section id="card"><h2>Pothos</h2><button id="buy" class="big buy"><svg width="9" height="9"></svg> Add <b>to</b>&nbsp;basket<i hidden>now</i></button></section></main>
  <input type="submit" id="send" value="Send it"><input id="words" value="Typed"><a id="more" href="#more" style="text-transform:uppercase">Read  more</a>
  <div id="host"></div><p id="plain">Nothing here</p>
  <form id="order"><input name="matches"><button type="button" id="cart" value="123">Put into cart</button></form>
  <a id="upper" lang="tr" href="#start" style="text-transform:uppercase">Alışverişe başla</a>`;
/** Runs in the page: a button in a shadow root, and a page that ends and changes what is clicked. */
const BUSY_PAGE = () => {
  addEventListener('DOMContentLoaded', () => {
    document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<button id="inside">Inside</button>';
    document.querySelector('#buy').addEventListener('click', (event) => {
      event.stopImmediatePropagation();
      event.currentTarget.textContent = 'Added';
    });
  });
};

/** What a campaign wants, what the visitor clicks, and whether that is it. */
const CLICKS = [
  [{ selector: '#buy' }, '#buy', true],
  [{ selector: '#buy' }, '#buy b', true],
  [{ selector: '#buy' }, '#plain', false],
  [{ selector: 'main .buy:not(.off), #other' }, '#buy svg', true],
  [{ selector: '#card' }, '#buy', true],
  [{ selector: '#host' }, '#inside', true],
  [{ selector: '#inside' }, '#inside', true],
  [{ selector: 'a[' }, '#more', false],
  [{ text: 'ADD TO BASKET' }, '#buy b', true],
  [{ text: ' add  to basket ' }, '#buy svg', true],
  [{ text: 'Add' }, '#buy', false],
  [{ text: 'to' }, '#buy b', true],
  [{ text: 'Send it' }, '#send', true],
  [{ text: 'Typed' }, '#words', false],
  [{ text: 'read more' }, '#more', true],
  [{ text: 'Inside' }, '#inside', true],
  [{ text: 'Put into cart' }, '#cart', true],
  [{ text: '123' }, '#cart', false],
  [{ selector: '#order' }, '#cart', true],
  [{ selector: ' #cart\u00a0' }, '#cart', true],
  [{ text: 'alışverişe başla' }, '#upper', true],
];
const wanted = Object.fromEntries(CLICKS.map(([element, on, counts]) => [
  `${JSON.stringify(element)} ${counts ? 'is' : 'is not'} clicked by a click on ${on}`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a', when('clicked', 'equals', element))];
    site.pages.any = html({ body: BODY });
    const { page, done } = await visitor(browser, site, { init: BUSY_PAGE });
    assert.equal(await shown(page), null);
    await page.locator(on).click();
    assert.equal(await shown(page), counts ? 'Title of a' : null);
    await done();
  },
]));

export const cases = {
  ...wanted,

  async 'a key that presses a button clicks it'({ browser, site }) {
    site.campaigns = [campaign('a', when('clicked', 'equals', { text: 'Own' }))];
    const { page, done } = await visitor(browser, site);
    await page.locator('#own').focus();
    await page.keyboard.press('Enter');
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a click before the campaigns have come counts, with the text that was there'({ browser, site }) {
    let answer;
    site.pages.any = html({ body: BODY });
    site.campaigns = (request, response) => {
      const list = { format: 'beckon.live', version: 1, campaigns: [campaign('a', when('clicked', 'equals', { text: 'Add to basket' }))] };
      answer = () => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(list));
    };
    // Whoever waits for the campaigns here would wait for the click.
    const { page, done } = await visitor(browser, site, { init: `(${BUSY_PAGE})(); window.decided = true;` });
    await page.locator('#buy').click();
    answer();
    await page.waitForFunction(() => window.beckonReady);
    await ready(page);
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a click on a link that leads away shows nothing that nobody could see'({ browser, site }) {
    site.pages.any = html({ body: '<a id="away" href="/other">Away</a><a id="app" href="/other">App</a>' });
    site.campaigns = [campaign('a', when('clicked', 'equals', { selector: '#away, #app' }))];
    const init = () => addEventListener('DOMContentLoaded', () => document.querySelector('#app').addEventListener('click', (event) => event.preventDefault()));
    const { page, done } = await visitor(browser, site, { init });
    await page.locator('#app').click();
    assert.equal(await shown(page), 'Title of a');
    await page.reload();
    await ready(page);
    await page.locator('#away').click();
    await page.waitForURL('**/other');
    await ready(page);
    assert.equal((await kept(page)).campaigns.a.views, 1);
    await done();
  },

  async 'another page view has seen no click'({ browser, site }) {
    site.campaigns = [campaign('a', when('clicked', 'equals', { selector: '#own' }))];
    const { page, done } = await visitor(browser, site);
    await page.locator('#own').click();
    assert.equal(await shown(page), 'Title of a');
    await page.evaluate(() => history.pushState(null, '', '/other'));
    assert.equal(await shown(page), null);
    await done();
  },
};
