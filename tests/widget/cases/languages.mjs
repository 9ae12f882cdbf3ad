// A campaign in several languages, on a page: which one is drawn, and what is said to the bot.
import assert from 'node:assert/strict';
import { campaign } from '../site.mjs';
import { shown, visitor } from '../visitor.mjs';

const translations = {
  ar: { title: 'مرحبا {{name|بك}}', button: { name: 'الخطط' } },
  tr: { title: 'Yardım {{name|lazım}} mı?', button: { name: 'Planlar', action: { message: 'Planları göster' } }, user_say: 'Planları göster' },
};
const speaking = (language) => ({
  content: { type: 'rich', title: 'Need a hand?', button: { name: 'Plans', action: { message: 'Show plans' } }, user_say: 'Show plans', language, translations },
});
/** A visitor whose browser prefers these languages. */
const preferring = (languages, more = '') => ({
  init: `Object.defineProperty(navigator, 'languages', { get: () => ${JSON.stringify(languages)} });${more}`,
});
const attribute = (page, part, name) => page.locator(part).getAttribute(name);

export const cases = {
  async 'a visitor is spoken to in the first of their languages that the campaign speaks'({ browser, site }) {
    site.campaigns = [campaign('a', speaking('en'))];
    const { page, done } = await visitor(browser, site, preferring(['de', 'tr-TR', 'en']));
    assert.equal(await shown(page), 'Yardım lazım mı?');
    assert.equal(await page.locator('.cta').innerText(), 'Planlar');
    assert.equal(await attribute(page, '.card', 'lang'), 'tr');
    const heard = page.evaluate(() => new Promise((hear) => beckon.on('message', ({ text }) => hear(text))));
    await page.locator('.cta').click();
    assert.equal(await heard, 'Planları göster');
    await done();
  },

  async 'the campaign\'s own language goes first where they prefer it, be it the site\'s'({ browser, site }) {
    site.document = { languages: { default: 'en' } };
    site.campaigns = [campaign('a', speaking())];
    const { page, done } = await visitor(browser, site, preferring(['en-GB', 'tr']));
    assert.equal(await shown(page), 'Need a hand?');
    assert.equal(await attribute(page, '.card', 'lang'), 'en');
    await done();
  },

  async 'a text is read from the side that its language begins at, with the visitor\'s name in it'({ browser, site }) {
    site.campaigns = [campaign('a', speaking('en'))];
    const { page, done } = await visitor(browser, site, preferring(['ar'], '(window.beckon ||= []).push((it) => it.identify({ name: "سلمى" }));'));
    assert.equal(await shown(page), 'مرحبا سلمى');
    assert.equal(await page.evaluate(() => window.root().querySelector('.bk').dir), 'rtl');
    assert.equal(await attribute(page, '.card', 'lang'), 'ar');
    await done();
  },

  async 'who prefers none of its languages reads the campaign\'s own texts'({ browser, site }) {
    site.campaigns = [campaign('a', speaking('en'))];
    const { page, done } = await visitor(browser, site, preferring(['ja']));
    assert.equal(await shown(page), 'Need a hand?');
    await done();
  },
};
