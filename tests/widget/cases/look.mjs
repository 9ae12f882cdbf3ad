// How pop-ups look: what a campaign, the site's document and the script's tag say, and which of them goes first.
import assert from 'node:assert/strict';
import { campaign } from '../site.mjs';
import { pass, shown, visitor } from '../visitor.mjs';

const box = (page, part) => page.locator(part).evaluate((element) => element.getBoundingClientRect().toJSON());
const style = (page, part, property) => page.locator(part).evaluate((element, property) => getComputedStyle(element)[property], property);

export const cases = {
  async 'a campaign looks as it says, else as the site says'({ browser, site }) {
    site.document = { look: { color: '#16a34a', radius: 8, position: 'top_left', offset: [30, 40], width: 320, layer: 12 } };
    site.campaigns = [campaign('a', { look: { radius: 0, card: '#0f172a' } })];
    const { page, done } = await visitor(browser, site);
    const { left, top, width } = await box(page, '.card');
    assert.deepEqual([left, top, width], [30, 40, 320]);
    assert.equal((await box(page, '.launcher')).left, 30);
    assert.equal(await style(page, '.card', 'borderTopLeftRadius'), '0px');
    assert.equal(await style(page, '.cta', 'backgroundColor'), 'rgb(22, 163, 74)');
    assert.deepEqual([await style(page, '.card', 'backgroundColor'), await style(page, '.card', 'color')], ['rgb(15, 23, 42)', 'rgb(245, 246, 248)']);
    assert.equal(await page.evaluate(() => getComputedStyle(window.root().host).zIndex), '12');
    await done();
  },

  async 'the tag goes before the site\'s document, and a campaign before the tag'({ browser, site }) {
    site.document = { look: { color: '#16a34a', position: 'top_left', theme: 'dark', offset: [30, 40] } };
    site.campaigns = [campaign('a', { look: { color: '#dc2626' } })];
    const attributes = 'data-brand="#facc15" data-corner="right" data-theme="light" data-side="50"';
    const { page, done } = await visitor(browser, site, { attributes });
    const { right, bottom } = await box(page, '.card');
    assert.deepEqual([1280 - right, 800 - bottom], [50, 116]);
    assert.equal(await style(page, '.cta', 'backgroundColor'), 'rgb(220, 38, 38)');
    assert.equal(await style(page, '.card', 'backgroundColor'), 'rgb(255, 255, 255)');
    await done();
  },

  async 'the chat that a campaign has opened looks as the site does'({ browser, site }) {
    site.document = { look: { color: '#16a34a' } };
    site.campaigns = [campaign('a', { look: { color: '#dc2626', position: 'top_left' } })];
    const { page, done } = await visitor(browser, site);
    await page.locator('.cta').click();
    assert.equal(await style(page, '.head', 'backgroundColor'), 'rgb(22, 163, 74)');
    assert.equal(1280 - (await box(page, '.chat')).right, 20);
    await done();
  },

  async 'without a sign, a link closes, and so does Escape'({ browser, site }) {
    site.campaigns = [campaign('a', { look: { close: 'none' } }), campaign('b', { look: { close: 'none' } })];
    const { page, done } = await visitor(browser, site, { attributes: 'data-words="Kapat" data-quiet="0"' });
    assert.equal(await page.locator('.close').isVisible(), false);
    assert.equal(await page.locator('.later').innerText(), 'Kapat');
    await page.locator('.later').click();
    await pass(page, 100);
    assert.equal(await shown(page), 'Title of b');
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), null);
    await done();
  },

  async 'the link is there even where the site has no word for it'({ browser, site }) {
    site.campaigns = [campaign('a', { look: { close: 'none' } })];
    const { page, done } = await visitor(browser, site, { attributes: 'data-words="|Sohbet"' });
    assert.equal(await page.locator('.later').innerText(), 'Close');
    await page.locator('.later').click();
    assert.equal(await shown(page), null);
    await done();
  },

  async 'the sign stands on no word'({ browser, site }) {
    const words = { ...campaign('a').content, title: 'WWWWWWWWWWWWWWWWWWWW', image: 'images/a.png' };
    for (const [picture, close, align, height] of [
      ['side', 'inside', 'start', 800],
      ['side', 'inside', 'center', 800],
      ['side', 'outside', 'start', 800],
      ['full', 'inside', 'start', 800],
      ['top', 'inside', 'start', 800],
      ['none', 'inside', 'center', 800],
      // The picture is not there.
      ['top', 'inside', 'start', 500],
      ['side', 'inside', 'start', 500],
    ]) {
      site.campaigns = [campaign('a', { content: words, look: { picture, close, align, width: 340 } })];
      const { page, done } = await visitor(browser, site, { context: { viewport: { width: 1280, height } } });
      const sign = await box(page, '.close');
      const lines = await page.locator('.title').evaluate((title) => {
        const range = document.createRange();
        range.selectNodeContents(title);
        return [...range.getClientRects()].map((line) => line.toJSON());
      });
      const apart = (line) => line.right <= sign.left || line.left >= sign.right || line.top >= sign.bottom || line.bottom <= sign.top;
      assert.ok(lines.every(apart), `${picture} ${close} ${align} ${height}: ${JSON.stringify([sign, lines])}`);
      await done();
    }
  },

  async 'a sign outside of the card closes it'({ browser, site }) {
    site.campaigns = [campaign('a', { look: { close: 'outside', position: 'top_center' } })];
    const { page, done } = await visitor(browser, site);
    const [card, close] = [await box(page, '.card'), await box(page, '.close')];
    assert.ok(close.top >= card.bottom && card.top >= 0, JSON.stringify([card, close]));
    await page.locator('.close').click();
    assert.equal(await shown(page), null);
    await done();
  },

  async 'a card taller than its page scrolls within its corners, below the sign outside of it'({ browser, site }) {
    const words = { ...campaign('a').content, subtitle: 'Ask us anything about plans. '.repeat(30), image: 'images/a.png' };
    for (const [picture, position] of [
      ['top', 'bottom_right'],
      ['top', 'top_left'],
      ['top', 'center_center'],
      ['side', 'bottom_right'],
      ['full', 'bottom_right'],
      ['none', 'bottom_right'],
    ]) {
      site.campaigns = [campaign('a', { content: words, look: { close: 'outside', picture, position, radius: 40 } })];
      const { page, done } = await visitor(browser, site, { context: { viewport: { width: 1280, height: 660 } } });
      const [card, close] = [await box(page, '.card'), await box(page, '.close')];
      assert.ok([card, close].every(({ top, bottom }) => top >= 0 && bottom <= 660), `${picture} ${position}: ${JSON.stringify([card, close])}`);
      await page.locator('.cta').scrollIntoViewIfNeeded();
      const { top, bottom } = await box(page, '.cta');
      assert.ok(top >= card.top && bottom <= card.bottom, `${picture} ${position}: ${[top, bottom, card.bottom]}`);
      if (picture !== 'none') assert.match(await style(page, '.hero', 'borderRadius'), /40px/);
      await done();
    }
  },

  async 'each place is within the page, on a desktop and on a phone'({ browser, site }) {
    for (const size of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
      for (const row of ['top', 'center', 'bottom']) {
        for (const column of ['left', 'center', 'right']) {
          site.campaigns = [campaign('a', { look: { position: `${row}_${column}`, width: 560 } })];
          const { page, done } = await visitor(browser, site, { context: { viewport: size } });
          const { left, right, top, bottom } = await box(page, '.card');
          assert.ok(left >= 0 && top >= 0 && right <= size.width && bottom <= size.height, `${row}_${column}`);
          await done();
        }
      }
    }
  },

  async 'however far from the edges it stands, it is within the page'({ browser, site }) {
    const texts = [{}, { content: { type: 'text', text: 'Ask us anything about plans. '.repeat(8), user_say: 'Hi' } }];
    const positions = ['top_left', 'center_right', 'bottom_center', 'bottom_right'];
    for (const [at, [width, height]] of [[1280, 800], [620, 700], [390, 844], [700, 420]].entries()) {
      for (const [place, position] of positions.entries()) {
        site.campaigns = [campaign('a', { ...texts[(at + place) % 2], look: { position, width: 560, offset: [200, 200] } })];
        const { page, done } = await visitor(browser, site, { context: { viewport: { width, height } } });
        const { left, right, top, bottom } = await box(page, 'section');
        const within = left >= 0 && top >= 0 && right <= width && bottom <= height && right - left > 100;
        assert.ok(within, `${position} of ${width}×${height}: ${[left, top, right, bottom]}`);
        await done();
      }
    }
  },

  async 'no picture where the look has none'({ browser, site }) {
    const picture = { content: { ...campaign('a').content, image: 'images/a.png' } };
    site.campaigns = [campaign('a', { ...picture, look: { picture: 'none' } })];
    const { page, done } = await visitor(browser, site);
    assert.equal(await page.locator('.hero').isVisible(), false);
    await done();
  },

  async 'the entrance takes as long as the look says'({ browser, site }) {
    site.campaigns = [campaign('a', { look: { motion: 'slide', motion_ms: 600 } })];
    const { page, done } = await visitor(browser, site, { context: { reducedMotion: 'no-preference' } });
    assert.equal(await style(page, '.card', 'animationDuration'), '0.6s');
    await done();
  },

  async 'no entrance takes no time, whatever else the look says'({ browser, site }) {
    site.document = { look: { motion_ms: 900 } };
    site.campaigns = [campaign('a', { look: { motion: 'none', motion_ms: 600 } })];
    const { page, done } = await visitor(browser, site, { context: { reducedMotion: 'no-preference' } });
    assert.equal(await style(page, '.card', 'animationDuration'), '0s');
    await done();
  },
};
