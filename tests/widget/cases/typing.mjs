// What is typed in the chat stays in the chat, and one gesture has one effect. The shadow root stays closed here: through an open one, pages and
// their libraries see into it, and would know what they do not know.
import assert from 'node:assert/strict';
import { campaign, page as html } from '../site.mjs';
import { pass, rest, shown, visitor } from '../visitor.mjs';

const CLOSED = () => Object.defineProperty(window, 'staysClosed', { enumerable: false, value: true });
/** Where on the screen something of ours is. */
const middle = (page, selector) =>
  page.evaluate((selector) => {
    const { x, y, width, height } = window.root().querySelector(selector).getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, selector);
const typed = (page) => page.evaluate(() => window.root().querySelector('.field').value);

/** Runs in the page: notes all that a page could hear of typing, and does what shortcuts do. */
const HEAR = (types) => {
  window.heard = [];
  for (const type of types) {
    for (const [target, capture] of [[window, true], [document, true], [document, false], [document.body, false], [window, false]]) {
      target.addEventListener(type, (event) => {
        window.heard.push(type);
        if (event.key === '/') {
          document.querySelector('#text').focus();
          event.preventDefault();
        }
      }, capture);
    }
  }
};
const TYPES = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'textInput', 'paste', 'cut', 'copy', 'drop', 'compositionstart', 'compositionupdate', 'compositionend', 'submit'];

/** What a page may have open, in the page; Escape is then the page's. */
const OPEN = {
  'an open dialog': "document.querySelector('dialog').show()",
  'an open popover': "document.querySelector('[popover]').showPopover()",
  'a modal of the page\'s own': "document.querySelector('#modal').hidden = false",
  'a search field with text': "Object.assign(document.querySelector('#text'), { value: 'bags' }).focus()",
  'an open menu with the focus': "document.querySelector('#menu').focus()",
  'a text that is being edited': "document.querySelector('#edited').focus()",
};
const BODY =
  '<dialog>Size</dialog><div popover="manual">Menu</div><div id="modal" role="dialog" aria-modal="true" hidden style="position:fixed;inset:0 500px 0 0">Size</div>'
  + '<button id="menu" aria-expanded="true">Menu</button><p id="edited" contenteditable>Text</p>';
const escapes = Object.entries(OPEN).map(([name, open]) => [
  `with ${name}, Escape is the page's`,
  async ({ browser, site }) => {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: BODY });
    const { page, done } = await visitor(browser, site, { init: CLOSED });
    await page.evaluate(open);
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), 'Title of a');
    // With the focus inside it is ours all the same.
    await page.evaluate(() => window.root().querySelector('.cta').focus());
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), null);
    await done();
  },
]);

export const cases = {
  ...Object.fromEntries(escapes),

  async 'nothing that is typed, pasted or composed reaches the page'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { init: CLOSED });
    await page.evaluate(() => beckon.open());
    await rest(page);
    await page.evaluate(`(${HEAR})(${JSON.stringify(TYPES)})`);
    await page.keyboard.type('just a/b? going.');
    assert.equal(await typed(page), 'just a/b? going.');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+X');
    await page.keyboard.press('Control+V');
    await page.keyboard.press('Backspace');
    assert.equal(await typed(page), 'just a/b? going');
    await page.evaluate(() => {
      const field = window.root().querySelector('.field');
      for (const type of ['compositionstart', 'compositionupdate', 'compositionend']) field.dispatchEvent(new CompositionEvent(type, { bubbles: true, composed: true }));
      field.dispatchEvent(new DragEvent('drop', { bubbles: true, composed: true, cancelable: true }));
    });
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => window.root().querySelector('.mine').textContent), 'just a/b? going');
    assert.deepEqual(await page.evaluate(() => window.heard), []);
    assert.deepEqual(await page.evaluate(() => window.modes), ['closed']);
    await done();
  },

  async 'what is typed on the page is the page\'s'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { init: CLOSED });
    await page.evaluate(() => beckon.open());
    await rest(page);
    await page.evaluate(() => document.querySelector('#text').focus());
    await page.evaluate(`(${HEAR})(['keydown', 'input'])`);
    await page.keyboard.type('x');
    assert.deepEqual([...new Set(await page.evaluate(() => window.heard))], ['keydown', 'input']);
    await done();
  },

  async 'Escape on a page with nothing open closes it'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: BODY });
    const { page, done } = await visitor(browser, site, { init: CLOSED });
    await page.evaluate(() => document.querySelector('#text').focus());
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), null);
    await done();
  },

  async 'a menu that closes by the same Escape has it for itself'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: BODY });
    const { page, done } = await visitor(browser, site, { init: CLOSED });
    await page.evaluate(() => {
      const modal = document.querySelector('#modal');
      modal.hidden = false;
      document.addEventListener('keydown', ({ key }) => key === 'Escape' && (modal.hidden = true));
    });
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), 'Title of a');
    await page.keyboard.press('Escape');
    assert.equal(await shown(page), null);
    await done();
  },

  async 'a double click on the cross hits nothing behind it'({ browser, site }) {
    site.campaigns = [campaign('a')];
    site.pages.any = html({ body: '<button id="behind" style="position:fixed;inset:0">Buy</button>' });
    const { page, done } = await visitor(browser, site, { init: CLOSED });
    await page.evaluate(() => {
      window.hits = [];
      for (const type of ['mousedown', 'mouseup', 'click', 'dblclick', 'pointerdown']) document.querySelector('#behind').addEventListener(type, () => window.hits.push(type));
    });
    const [x, y] = await middle(page, '.close');
    await page.mouse.dblclick(x, y);
    assert.equal(await shown(page), null);
    assert.deepEqual(await page.evaluate(() => window.hits), []);
    // Elsewhere, and later, a click is one.
    await page.mouse.click(100, 300);
    assert.ok((await page.evaluate(() => window.hits)).includes('click'));
    await pass(page, 1e3);
    await page.evaluate(() => (window.hits = []));
    await page.mouse.click(x, y);
    assert.ok((await page.evaluate(() => window.hits)).includes('click'));
    await done();
  },

  async 'two clicks on the launcher open and close the chat'({ browser, site }) {
    const { page, done } = await visitor(browser, site, { init: CLOSED });
    await page.evaluate(() => beckon.on('message', () => {}));
    await rest(page);
    const [x, y] = await middle(page, '.launcher');
    await page.mouse.click(x, y);
    assert.equal(await shown(page), 'chat');
    await page.mouse.click(x, y);
    assert.equal(await shown(page), null);
    await done();
  },
};
