// The pop-up, the chat and the API: what the visitor sees, and what the site hears.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { kept, pass, ready, rest, scroll, shown, visitor, when, who } from '../visitor.mjs';

const rich = campaign('a').content;
const content = (given) => ({ content: { ...rich, ...given } });
const linking = (link) => content({ button: { name: 'Go', action: { link } } });
const says = async (page) => (await rest(page), page.locator('.say').allTextContents());
const box = (page, selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON());
const HEAR = () =>
  (window.beckon ||= []).push((beckon) => {
    window.heard = [];
    for (const event of ['shown', 'clicked', 'closed', 'message']) beckon.on(event, (detail) => heard.push([event, detail.campaign, detail.text]));
    beckon.on('message', ({ text, reply }) => reply(`You said: ${text}`));
  });

/** A link, and where it leads: 'here', 'elsewhere' (another tab) or nowhere. */
const LINKS = {
  '/plants': null,
  'javascript:document.title=1': null,
  ' JaVaScRiPt:document.title=1': null,
  'java\nscript:document.title=1': null,
  'data:text/html,<script>1</script>': null,
  'file:///etc/passwd': null,
  'blob:https://www.example.com/1': null,
  '//www.example.com/': null,
  'https://www.example.com:x@127.0.0.1:1/': null,
  'https://127.0.0.1@www.example.com': null,
};
const links = Object.keys(LINKS).map((link) => [
  `the link ${JSON.stringify(link)} leads nowhere`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a', linking(link))];
    const { page, profile, done } = await visitor(browser, site);
    await page.locator('.cta').click();
    assert.equal(await shown(page), null);
    assert.equal(page.url(), `${site.origin}/`);
    assert.equal(await page.title(), 'Shop');
    assert.equal(profile.pages().length, 1);
    await done();
  },
]);

export const cases = {
  ...Object.fromEntries(links),

  async 'a rich card has its texts, its picture and its launcher'({ browser, site }) {
    site.campaigns = [campaign('a', { ...content({ image: 'images/1.png', image_alt: 'A <b>plant</b>' }), launcher_image: { image: 'images/2.png' } })];
    const { page, done } = await visitor(browser, site);
    assert.equal(await page.locator('.subtitle').textContent(), 'Ask us anything about plans.');
    assert.equal(await page.locator('.cta').textContent(), 'Compare plans');
    assert.equal(await page.locator('.hero').getAttribute('src'), `${site.origin}/images/1.png`);
    assert.equal(await page.locator('.hero').getAttribute('alt'), 'A <b>plant</b>');
    assert.equal(await page.locator('.portrait').getAttribute('src'), `${site.origin}/images/2.png`);
    const { width, right, bottom } = await box(page, '.card');
    assert.deepEqual([width, 1280 - right, 800 - bottom], [400, 20, 96]);
    await done();
  },

  async 'a dense screen gets the picture with more pixels'({ browser, site }) {
    site.campaigns = [campaign('a', content({ image: 'images/1.png', image_dense: 'images/2.png' }))];
    for (const [density, name] of [[1, '1'], [1.25, '1'], [1.5, '2'], [3, '2']]) {
      const { page, done } = await visitor(browser, site, { context: { deviceScaleFactor: density } });
      const hero = page.locator('.hero');
      assert.equal(await hero.getAttribute('src'), `${site.origin}/images/${name}.png`);
      assert.equal(await hero.evaluate((hero) => hero.offsetHeight), 200);
      await done();
    }
  },

  async 'a picture that does not come leaves no hole'({ browser, site }) {
    site.campaigns = [campaign('a', content({ image: 'https://127.0.0.1:1/1.png' }))];
    const { page, done } = await visitor(browser, site, { faults: true });
    await page.waitForFunction(() => !window.root().querySelector('.hero').hasAttribute('src'));
    assert.equal(await page.locator('.hero').isVisible(), false);
    await done();
  },

  async 'tokens are filled with what the site tells'({ browser, site }) {
    site.campaigns = [campaign('a', { ...content({ title: 'Hi {{name|friend}}', subtitle: '{{n}} {{yes}} {{gone}}{{gone|none}}' }) })];
    const init = () => (window.beckon ||= []).push((beckon) => beckon.identify({ name: 'Ada', n: 3, yes: true }));
    const { page, done } = await visitor(browser, site, { init });
    assert.equal(await shown(page), 'Hi Ada');
    assert.equal(await page.locator('.subtitle').textContent(), '3 true none');
    await done();
  },

  async 'what is pushed before the script comes counts for the first decision'({ browser, site }) {
    site.campaigns = [campaign('a', who('custom', 'is_not_set', undefined, 'plan'))];
    const init = () => (window.beckon ||= []).push((beckon) => beckon.identify({ plan: 'trial' }));
    const { page, done } = await visitor(browser, site, { init });
    assert.equal(await shown(page), null);
    await page.evaluate(() => beckon.identify({ plan: null }));
    assert.equal(await shown(page), 'Title of a');
    await done();
  },

  async 'a click opens the chat with what the visitor would say, and is reported'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { init: HEAR });
    await page.locator('.cta').click();
    assert.equal(await shown(page), 'chat');
    assert.deepEqual(await says(page), ['Compare plans', 'You said: Compare plans']);
    assert.deepEqual(await page.evaluate(() => heard), [['shown', 'a', undefined], ['clicked', 'a', undefined], ['message', 'a', 'Compare plans']]);
    const state = await kept(page);
    assert.equal(state.campaigns.a.clicks, 1);
    assert.equal(state.conversation_count, 1);
    await page.locator('.field').fill('And prices?');
    await page.keyboard.press('Enter');
    assert.deepEqual((await says(page)).slice(2), ['And prices?', 'You said: And prices?']);
    assert.equal((await kept(page)).conversation_count, 1);
    await done();
    assert.deepEqual(site.events.map(({ event }) => event), ['shown', 'clicked']);
  },

  async 'quick replies take the button\'s place, and each says its own'({ browser, site }) {
    const replies = [{ name: 'Yes, {{name|please}}' }, { name: 'Later', action: { message: 'Not now' } }, { name: 'Plants', action: { link: 'PLANTS' } }];
    const { button, user_say, ...rest } = rich;
    for (const [number, said] of [[1, 'Yes, please'], [2, 'Not now']]) {
      site.campaigns = [campaign('a', { content: { ...rest, replies } })];
      const { page, done } = await visitor(browser, site, { init: HEAR });
      assert.deepEqual(await page.locator('.reply').allTextContents(), ['Yes, please', 'Later', 'Plants']);
      assert.equal(await page.locator('.cta').isVisible(), false);
      assert.match(await page.locator('[role=dialog]').getAttribute('aria-label'), / Yes, please Later Plants$/);
      await page.locator(`.reply[value="${number}"]`).click();
      assert.deepEqual(await says(page), [said, `You said: ${said}`]);
      assert.equal((await kept(page)).campaigns.a.clicks, 1);
      await site.posted('clicked');
      assert.equal(site.events.find(({ event }) => event === 'clicked').reply, number);
      site.events.length = 0;
      await done();
    }
  },

  async 'a quick reply may be a link, which opens no chat'({ browser, site }) {
    const replies = [{ name: 'Yes' }, { name: 'Plants', action: { link: `${site.origin}/plants` } }];
    site.campaigns = [campaign('a', { content: { type: 'text', text: 'Any questions?', user_say: 'Hello', replies } })];
    const { page, done } = await visitor(browser, site);
    await page.locator('.reply[value="2"]').click();
    await page.waitForURL(`${site.origin}/plants`);
    await ready(page);
    assert.notEqual(await shown(page), 'chat');
    assert.equal((await kept(page)).campaigns.a.clicks, 1);
    await done();
  },

  async 'beside quick replies the bubble says its own, and the launcher only opens the chat'({ browser, site }) {
    const content = { type: 'text', text: 'Any questions?', user_say: 'Hello', replies: [{ name: 'Yes' }] };
    for (const [pressed, said] of [['.bubble', ['Hello', 'You said: Hello']], ['.launcher', []]]) {
      site.campaigns = [campaign('a', { content })];
      const { page, done } = await visitor(browser, site, { init: HEAR });
      await page.locator(pressed).click();
      assert.equal(await shown(page), 'chat');
      assert.deepEqual(await says(page), said);
      await done();
    }
  },

  async 'closing is reported and counted, and raises no clicks'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { init: HEAR });
    await page.locator('.close').click();
    await site.posted('closed');
    assert.equal(await shown(page), null);
    assert.deepEqual(site.events.map(({ event }) => event), ['shown', 'closed']);
    const { clicks, closes } = (await kept(page)).campaigns.a;
    assert.deepEqual([clicks, closes], [0, 1]);
    await done();
  },

  async 'who has closed a campaign as often as it asks for sees it no more'({ browser, site }) {
    site.campaigns = [campaign('a', { ...who('closes', 'less_than', 2), schedule: { repeat_cycle: null, message_delay: 0, priority: 1 } })];
    // What was kept before closes were counted.
    const earlier = { visits: 3, campaigns: { a: { views: 3, clicks: 1, first_seen: 17e14, last_shown: 17e14 } } };
    const init = `localStorage.beckon ??= ${JSON.stringify(JSON.stringify(earlier))}`;
    const { page, done } = await visitor(browser, site, { init, attributes: 'data-quiet="0"' });
    for (const closes of [1, 2]) {
      assert.equal(await shown(page), 'Title of a');
      if (closes === 1) await page.locator('.close').click();
      else await page.keyboard.press('Escape');
      assert.equal(await shown(page), null);
      const { views, clicks, ...stats } = (await kept(page)).campaigns.a;
      assert.deepEqual([views, clicks, stats.closes], [3 + closes, 1, closes]);
      await page.reload();
      await ready(page);
    }
    assert.equal(await shown(page), null);
    await done();
  },

  async 'another page, a click and the close of the chat behind it count no close'({ browser, site }) {
    site.campaigns = [campaign('a', { schedule: { repeat_cycle: null, message_delay: 0, priority: 1 } })];
    const { page, done } = await visitor(browser, site);
    await page.reload();
    await ready(page);
    await page.locator('.cta').click();
    assert.equal(await shown(page), 'chat');
    await page.locator('.close').click();
    assert.equal(await shown(page), null);
    const { views, clicks, closes } = (await kept(page)).campaigns.a;
    assert.deepEqual([views, clicks, closes], [2, 1, 0]);
    await done();
  },

  async 'a site can keep its events to itself'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { attributes: 'data-events="off"', init: HEAR });
    await page.locator('.close').click();
    assert.deepEqual(await page.evaluate(() => heard.map(([event]) => event)), ['shown', 'closed']);
    await done();
    assert.deepEqual(site.events, []);
  },

  async 'a link of the site opens in place, and the chat stays closed'({ browser, site }) {
    site.campaigns = [campaign('a', { ...linking(`${site.origin}/plants`), ...who('visits', 'equals', 1) })];
    const { page, done } = await visitor(browser, site);
    await page.locator('.cta').click();
    await page.waitForURL(`${site.origin}/plants`);
    await page.waitForFunction(() => JSON.parse(localStorage.beckon).visits === 2);
    assert.equal(await shown(page), null);
    const state = await kept(page);
    assert.equal(state.campaigns.a.clicks, 1);
    assert.equal(state.conversation_count, 0);
    await done();
  },

  async 'a link to elsewhere opens next to the site, which it cannot reach'({ browser, site }) {
    const other = site.origin.replace('127.0.0.1', 'localhost');
    site.campaigns = [campaign('a', linking(`${other}/away`))];
    const { page, profile, done } = await visitor(browser, site);
    const [tab] = await Promise.all([profile.waitForEvent('page'), page.locator('.cta').click()]);
    await tab.waitForURL(`${other}/away`);
    assert.equal(await tab.evaluate(() => window.opener), null);
    await done();
  },

  async 'a text bubble opens the chat'({ browser, site }) {
    site.campaigns = [campaign('a', { content: { type: 'text', text: 'Any questions?', user_say: 'Yes, one.' } })];
    const { page, done } = await visitor(browser, site, { init: HEAR });
    assert.equal(await shown(page), 'Any questions?');
    await page.locator('.bubble').click();
    assert.deepEqual(await says(page), ['Yes, one.', 'You said: Yes, one.']);
    await done();
  },

  async 'an open window speaks for the visitor, and is clicked by whatever is done in it'({ browser, site }) {
    site.campaigns = [campaign('a', { content: { type: 'open_window', user_say: 'Payment failed', preview_reply: 'Oh no' } })];
    const { page, done } = await visitor(browser, site, { init: HEAR });
    assert.equal(await shown(page), 'chat');
    assert.deepEqual(await says(page), ['Payment failed', 'You said: Payment failed']);
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    assert.deepEqual((await kept(page)).campaigns.a.clicks, 0);
    assert.equal((await kept(page)).conversation_count, 0);
    await page.locator('.field').fill('Help');
    await page.keyboard.press('Enter');
    assert.deepEqual((await says(page)).slice(2), ['Help', 'You said: Help']);
    const state = await kept(page);
    assert.deepEqual([state.campaigns.a.clicks, state.conversation_count, state.chat_open], [1, 1, undefined]);
    await page.locator('.close').click();
    assert.equal(await shown(page), null);
    assert.deepEqual(await page.evaluate(() => heard.map(([event]) => event)), ['shown', 'message', 'clicked', 'message']);
    await done();
  },

  async 'an open window that is closed at once was closed, not clicked'({ browser, site }) {
    site.campaigns = [campaign('a', { content: { type: 'open_window', user_say: 'Payment failed' } })];
    const { page, done } = await visitor(browser, site, { init: HEAR });
    await page.locator('.close').click();
    assert.equal(await shown(page), null);
    assert.deepEqual(await page.evaluate(() => heard.map(([event]) => event)), ['shown', 'message', 'closed']);
    await done();
  },

  async 'the chat stays open from page to page, with what was said'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { init: HEAR });
    await page.evaluate(() => beckon.open('Hello'));
    await rest(page);
    await page.evaluate(() => history.pushState({}, '', '/b'));
    assert.equal(await shown(page), 'chat');
    await page.reload();
    await ready(page);
    assert.deepEqual(await says(page), ['Hello', 'You said: Hello']);
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    await done();
  },

  async 'what the visitor says by a button is its message where nothing else is left of it'({ browser, site }) {
    for (const user_say of [undefined, '', '  ', '{{gone}}']) {
      site.campaigns = [campaign('a', content({ user_say }))];
      const { page, done } = await visitor(browser, site, { init: HEAR });
      await page.locator('.cta').click();
      assert.deepEqual((await says(page))[0], 'Compare plans', `${user_say}`);
      await done();
    }
  },

  async 'without a chatbot the chat says so'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { attributes: 'data-words="Kapat|Sohbet|Mesajınız|Gönder|Kimse yok."' });
    await page.evaluate(() => beckon.open('Merhaba'));
    assert.deepEqual(await says(page), ['Merhaba', 'Kimse yok.']);
    assert.equal(await page.locator('.close').getAttribute('aria-label'), 'Kapat');
    assert.equal(await page.locator('.field').getAttribute('aria-label'), 'Mesajınız');
    // It is said once.
    await page.evaluate(() => (beckon.close(), beckon.open()));
    assert.deepEqual(await says(page), ['Merhaba']);
    await done();
  },

  async 'the launcher rests on the page where there is a chatbot, and opens and closes the chat'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { init: HEAR });
    const launcher = page.locator('.launcher');
    await launcher.click();
    assert.equal(await shown(page), 'chat');
    assert.equal(await launcher.getAttribute('aria-expanded'), 'true');
    await launcher.click();
    assert.equal(await shown(page), null);
    assert.equal(await launcher.isVisible(), true);
    assert.equal((await kept(page)).conversation_count, 0);
    await done();
  },

  async 'the launcher goes where there is nobody to talk to'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site);
    assert.equal(await page.locator('.launcher').isVisible(), true);
    await page.locator('.close').click();
    assert.equal(await page.locator('.launcher').isVisible(), false);
    await done();
  },

  async 'brand, corner and theme are the tag\'s'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { attributes: 'data-brand="#facc15" data-corner="left" data-theme="dark"' });
    const { left } = await box(page, '.card');
    const colors = await page.locator('.cta').evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]);
    assert.equal(left, 20);
    assert.deepEqual(colors, ['rgb(250, 204, 21)', 'rgb(16, 24, 40)']);
    assert.equal(await page.locator('.card').evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(28, 31, 38)');
    await done();
  },

  'the theme follows the visitor\'s system, even while it changes': {
    lacks: {
      firefox: 'WebDriver cannot change the system\'s theme while Firefox runs',
      webkit: 'WebDriver cannot change the system\'s theme while WebKitGTK runs',
    },
    async run({ browser, site }) {
      site.campaigns = [campaign('a')];
      const { page, done } = await visitor(browser, site);
      const color = () => page.locator('.card').evaluate((element) => getComputedStyle(element).backgroundColor);
      assert.equal(await color(), 'rgb(255, 255, 255)');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('.bk-dark').waitFor({ state: 'attached' });
      assert.equal(await color(), 'rgb(28, 31, 38)');
      await done();
    },
  },

  async 'a visitor with a dark system has a dark card'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { context: { colorScheme: 'dark' } });
    assert.equal(await page.locator('.card').evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(28, 31, 38)');
    await done();
  },

  async 'text from right to left turns the card'({ browser, site }) {
    site.campaigns = [campaign('a', content({ title: 'مرحبا', subtitle: 'اسألنا' }))];
    const { page, done } = await visitor(browser, site);
    assert.equal(await page.locator('.bk').getAttribute('dir'), 'rtl');
    const [card, close] = [await box(page, '.card'), await box(page, '.close')];
    assert.equal(close.left - card.left, 12);
    await page.evaluate(() => beckon.open('أريد نبتة'));
    await rest(page);
    assert.equal(await page.locator('.bk').getAttribute('dir'), 'rtl');
    await done();
  },

  async 'a phone has the card from edge to edge, less 12 px'({ browser, site }) {
    site.campaigns = [campaign('a', content({ image: 'images/1.png' }))];
    const { page, done } = await visitor(browser, site, { context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } });
    const { left, right } = await box(page, '.card');
    assert.deepEqual([left, right], [12, 378]);
    await page.locator('.cta').click();
    assert.equal(await shown(page), 'chat');
    await done();
  },

  'under a finger the field is large enough that no phone zooms in': {
    lacks: { webkit: 'WebKitGTK cannot be made to think that nothing hovers' },
    async run({ browser, site }) {
      const { page, done } = await visitor(browser, site, { context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } });
      await page.evaluate(() => beckon.open());
      await rest(page);
      assert.equal(await page.locator('.field').evaluate((element) => getComputedStyle(element).fontSize), '16px');
      await done();
    },
  },

  'a finger on its button opens the chat': {
    lacks: {
      firefox: 'of a touch that WebDriver makes, Firefox makes no click',
      webkit: 'WebKitGTK has no touch screen that could be touched',
    },
    async run({ browser, site }) {
      site.campaigns = [campaign('a')];
      const { page, done } = await visitor(browser, site, { context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } });
      await page.locator('.cta').tap();
      assert.equal(await shown(page), 'chat');
      await done();
    },
  },

  async 'a window of little height shows the whole card, scrolled if need be'({ browser, site }) {
    site.campaigns = [campaign('a', content({ image: 'images/1.png', subtitle: 'long '.repeat(20) }))];
    const { page, done } = await visitor(browser, site, { context: { viewport: { width: 320, height: 256 } } });
    const { top, bottom } = await box(page, '.card');
    assert.ok(top >= 0 && bottom <= 256, `${top} to ${bottom}`);
    await page.locator('.cta').scrollIntoViewIfNeeded();
    await page.locator('.cta').click();
    await done();
  },

  async 'who wants less motion gets none'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { context: { reducedMotion: 'reduce' } });
    assert.equal(await page.locator('.card').evaluate((element) => getComputedStyle(element).animationName), 'none');
    await done();
  },

  async 'others see it come in'({ browser, site }) {
    site.campaigns = [campaign('a')];
    const { page, done } = await visitor(browser, site, { context: { reducedMotion: 'no-preference' } });
    assert.equal(await page.locator('.card').evaluate((element) => getComputedStyle(element).animationName), 'bk-in');
    await done();
  },

  async 'without campaigns it loads nothing and puts nothing on the page, until the chat is opened'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    await pass(page, 60e3);
    assert.deepEqual([site.fonts, site.parts], [0, 0]);
    assert.equal(await page.evaluate(() => document.querySelectorAll('body > div').length), 1, 'nothing of ours is on the page');
    await page.evaluate(() => beckon.open());
    await rest(page);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => (beckon.close(), beckon.open()));
    await rest(page);
    assert.deepEqual([site.fonts, site.parts], [1, 1]);
    await done();
  },

  async 'what it draws from is there before somebody qualifies, and its font when they do'({ browser, site }) {
    site.campaigns = [campaign('a', when('exit_screen', 'equals', true))];
    const { page, done } = await visitor(browser, site);
    await pass(page, 60e3);
    assert.deepEqual([site.fonts, site.parts], [0, 1]);
    await page.evaluate(() => history.pushState({}, '', '/next'));
    await pass(page, 60e3);
    assert.deepEqual([site.fonts, site.parts], [0, 1]);
    await done();
  },

  async 'a pop-up is counted once it can be drawn, and not before'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.without = true;
    const visit = await visitor(browser, site, { faults: true });
    assert.equal(await shown(visit.page), null);
    await pass(visit.page, 1000);
    assert.deepEqual([site.parts, site.events], [1, []]);
    // It is asked for again after a while.
    site.without = false;
    await pass(visit.page, 30e3);
    await scroll(visit.page, 10);
    assert.equal(await shown(visit.page), 'Title of a');
    await site.posted('shown');
    assert.equal(site.events.length, 1);
    await visit.done();
  },

  async 'what is said before the chat can be drawn is in it'({ browser, site }) {
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => beckon.open('Hello'));
    await rest(page);
    assert.deepEqual(await says(page), ['Hello', 'Nobody is here to answer yet.']);
    assert.equal(await page.evaluate(() => window.root().activeElement?.className), 'field');
    await done();
  },

  async 'the chat is as the site names it'({ browser, site }) {
    site.pages.any = html({ attributes: 'data-name="Fern &amp; Co"' });
    const { page, done } = await visitor(browser, site);
    await page.evaluate(() => beckon.open());
    await rest(page);
    assert.equal(await page.locator('.name').textContent(), 'Fern & Co');
    await done();
  },

  async 'an open window that comes by itself is announced to screen readers'({ browser, site }) {
    site.campaigns = [campaign('a', { content: { type: 'open_window', user_say: 'Payment failed' } })];
    const { page, done } = await visitor(browser, site);
    assert.equal(await page.locator('[role=status]').textContent(), 'Chat Payment failed');
    await done();
  },

  async 'a conversation goes on over pages, and counts once'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { init: HEAR });
    await page.evaluate(() => beckon.open('Hello'));
    await rest(page);
    await page.reload();
    await ready(page);
    await page.locator('.field').fill('And?');
    await page.keyboard.press('Enter');
    assert.equal((await kept(page)).conversation_count, 1);
    await done();
  },
};
