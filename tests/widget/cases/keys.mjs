// Keyboard, focus and screen readers.
import assert from 'node:assert/strict';
import { campaign } from '../site.mjs';
import { pass, rest, shown, visitor } from '../visitor.mjs';

/** The class or id of what has the focus, within the widget or on the page. */
const focused = async (page) => {
  await rest(page);
  return page.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer.shadowRoot?.activeElement ?? outer;
    return inner.id || inner.className || inner.localName;
  });
};

export const cases = {
  async 'a pop-up that comes by itself takes no focus'({ browser, site }) {
    site.campaigns = [campaign('a', { schedule: { message_delay: 5, priority: 1 } })];
    const { page, done } = await visitor(browser, site);
    await page.locator('#text').focus();
    await pass(page, 5000);
    assert.equal(await shown(page), 'Title of a');
    assert.equal(await focused(page), 'text');
    await done();
  },

  async 'it is announced politely, and named'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    const said = 'Title of a Ask us anything about plans. Compare plans';
    assert.equal(await page.locator('[role=status]').textContent(), said);
    assert.equal(await page.locator('[role=dialog]').getAttribute('aria-label'), said);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('[role=status]').textContent(), '');
    await done();
  },

  async 'Tab reaches each quick reply, Space presses it'({ browser, site }) {
    site.campaigns = [campaign('a', { content: { type: 'text', text: 'Any questions?', replies: [{ name: 'Yes' }, { name: 'No' }] } })];
    const { page, done } = await visitor(browser, site);
    await page.locator('#text').focus();
    const path = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      path.push(await focused(page));
    }
    assert.deepEqual(path, ['close', 'bubble', 'reply', 'reply']);
    await page.keyboard.press(' ');
    assert.equal(await shown(page), 'chat');
    assert.deepEqual(await page.locator('.say.mine').allTextContents(), ['No']);
    await done();
  },

  async 'Tab reaches its buttons behind the page\'s own, Enter presses them'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.locator('#text').focus();
    const path = [];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('Tab');
      path.push(await focused(page));
    }
    assert.deepEqual(path, ['close', 'cta', 'launcher']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    assert.equal(await shown(page), 'chat');
    assert.equal(await focused(page), 'field');
    await done();
  },

  async 'Escape closes the chat, and the focus returns to where it was'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.locator('#own').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'cta');
    await page.keyboard.press('Space');
    assert.equal(await focused(page), 'field');
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), null);
    assert.equal(await focused(page), 'text');
    await done();
  },

  async 'the launcher has the focus again when it opened the chat'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { init: () => (window.beckon ||= []).push((beckon) => beckon.on('message', () => {})) });
    await page.locator('.launcher').focus();
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'field');
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'launcher');
    await done();
  },

  async 'a button of the page that opened the chat has the focus again'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    await page.locator('#own').evaluate((button) => button.addEventListener('click', () => beckon.open('Hello')));
    await page.locator('#own').focus();
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'field');
    await page.locator('.close').click();
    assert.equal(await focused(page), 'own');
    await done();
  },

  async 'Escape is the page\'s where the page uses it'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => document.addEventListener('keydown', (event) => event.preventDefault()));
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'what is typed in the chat is none of the page\'s shortcuts'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => {
      window.keys = '';
      document.addEventListener('keydown', ({ key }) => (window.keys += key));
    });
    await page.evaluate(() => beckon.open());
    await rest(page);
    await page.keyboard.type('/help');
    assert.equal(await page.locator('.field').inputValue(), '/help');
    assert.equal(await page.evaluate(() => window.keys), '');
    await done();
  },

  async 'the talk is a log that can be scrolled by keyboard, and follows what is said'({ browser, site }) {
    const init = () => (window.beckon ||= []).push((beckon) => beckon.on('message', ({ reply }) => [...Array(30)].forEach((_, index) => reply(`Answer ${index}`))));
    const { page, done } = await visitor(browser, site, { init });
    await page.evaluate(() => beckon.open('Hello'));
    await rest(page);
    const log = page.locator('[role=log]');
    await page.locator('.say').nth(30).waitFor();
    const place = () => log.evaluate(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop);
    assert.ok((await place()) < 2);
    await log.focus();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => window.root().querySelector('.talk').scrollTop === 0);
    await done();
  },

  async 'on a phone the chat stands above the keyboard'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } });
    await page.evaluate(() => beckon.open());
    await rest(page);
    await page.evaluate(() => {
      Object.defineProperty(visualViewport, 'height', { value: innerHeight - 300 });
      visualViewport.dispatchEvent(new Event('resize'));
    });
    const { top, bottom } = await page.locator('.chat').evaluate((element) => element.getBoundingClientRect().toJSON());
    assert.equal(bottom, 844 - 300 - 12);
    assert.ok(top >= 0, `${top}`);
    await done();
  },
};
