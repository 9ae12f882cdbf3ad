// Hostile content: every text, link, picture and attribute holds what `hostile.json` lists. Nothing of it may run, be asked for, become an
// element, or leave its box. A string that repeats stands there as [text, times].
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { campaign } from '../site.mjs';
import { visitor } from '../visitor.mjs';

const listed = JSON.parse(fs.readFileSync(new URL('../hostile.json', import.meta.url), 'utf8'));
const STRINGS = listed.map((entry) => (typeof entry === 'string' ? entry : entry[0].repeat(entry[1])));
const KINDS = ['rich', 'text', 'open_window'];

/** The campaign that is shown at `/KIND/NUMBER`; the harmless one, which the others are compared with, is the last. */
function hostile(kind, number, text) {
  const button = { name: text, action: kind === 'rich' && number % 2 ? { link: text } : { message: text } };
  const texts = { title: text, subtitle: `${text}{{k}}`, text: `{{k|x}}${text}`, user_say: text, preview_reply: text, image: text, button };
  const own = { rich: ['title', 'subtitle', 'image', 'button', 'user_say'], text: ['text', 'user_say'], open_window: ['user_say', 'preview_reply'] }[kind];
  return campaign(`${kind} ${number} ${text.slice(0, 50)}`, {
    name: text,
    audience: { all: [{ field: 'current_page_url', operator: 'matches', value: `*/${kind}/${number}` }] },
    content: { type: kind, ...Object.fromEntries(own.map((key) => [key, texts[key]])) },
    launcher_image: { image: text },
  });
}

/** Runs in the page: what makes something run, or lead away. */
function setTraps() {
  window.sprung = [];
  for (const name of ['trap', 'alert', 'confirm', 'prompt', 'print', 'open']) window[name] = (...given) => sprung.push([name, ...given]);
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => sprung.push([violatedDirective, blockedURI]));
  (window.beckon ||= []).push((beckon) => beckon.on('message', ({ text, reply }) => reply(text)));
}

/** Runs in the page: shows every campaign in turn, and says what is wrong with it. */
async function look(kinds, strings) {
  const wrong = [];
  const root = window.root();
  const turn = () => new Promise((done) => queueMicrotask(() => queueMicrotask(done)));
  const show = async (kind, number, text) => {
    beckon.identify({ k: text, [text]: text });
    history.pushState({}, '', `/${kind}/${number}`);
    await turn();
  };
  // Elements with the names of their attributes; values are compared where they could do something.
  const shape = () =>
    [...root.querySelectorAll('.card *, .note *, .launcher *')]
      .map(({ localName, attributes }) => `${localName} ${[...attributes].map(({ name }) => name).filter((name) => name !== 'src').sort()}`)
      .join('\n');
  const within = () => {
    const box = root.querySelector('.card, .note');
    const outer = box.getBoundingClientRect();
    const complaints = [];
    if (outer.left < 0 || outer.right > innerWidth + 0.5 || outer.top < 0 || outer.bottom > innerHeight) complaints.push(`the pop-up is at ${JSON.stringify(outer)}`);
    for (const element of box.querySelectorAll('*')) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width && (left < outer.left - 0.5 || right > outer.right + 0.5)) complaints.push(`${element.className} reaches from ${left} to ${right}`);
    }
    for (const element of [box, ...box.querySelectorAll('.talk, .bubble')]) {
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'hidden') complaints.push(`${element.className} is ${element.scrollWidth} wide within`);
    }
    return complaints;
  };
  for (const kind of kinds) {
    const elements = kind === 'open_window' ? () => [...root.querySelectorAll('.chat *')].filter(({ localName }) => localName !== 'p').length : shape;
    await show(kind, strings.length - 1, 'Hello');
    const expected = elements();
    for (const [number, text] of strings.entries()) {
      await show(kind, number, text);
      const say = (complaint) => wrong.push(`${kind} ${JSON.stringify(text.slice(0, 60))}: ${complaint}`);
      const card = root.querySelector('.card, .note');
      if (!card) say('not shown');
      else {
        if (elements() !== expected) say(`other elements:\n${elements()}`);
        // A bubble without any text has no box to leave; no launch lets one through.
        if (card.textContent) within().forEach(say);
        if ([...root.querySelectorAll('img')].some(({ src }) => src && !src.startsWith(`${location.origin}/`))) say('a picture from elsewhere');
        root.querySelector('.cta, .bubble, .field')?.[kind === 'open_window' ? 'focus' : 'click']();
        await turn();
        if (root.querySelector('.talk')?.querySelector(':not(p)')) say('other elements in the talk');
        beckon.close();
      }
      if (sprung.length) say(`ran ${JSON.stringify(sprung.splice(0))}`);
      beckon.identify({ k: null, [text]: null });
    }
  }
  return wrong;
}

/** How many strings a page has campaigns for. All are asked at each step, so that one page for all would take the square of their number. */
const AT_ONCE = 32;

const run = (context) => async ({ browser, site }) => {
  for (let from = 0; from < STRINGS.length; from += AT_ONCE) {
    const strings = [...STRINGS.slice(from, from + AT_ONCE), 'Hello'];
    site.campaigns = KINDS.flatMap((kind) => strings.map((text, number) => hostile(kind, number, text)));
    const visit = await visitor(browser, site, { init: setTraps, faults: true, context, attributes: 'data-quiet="0"' });
    const { page, profile } = visit;
    const foreign = [];
    page.on('request', (request) => request.url().startsWith(`${site.origin}/`) || foreign.push(request.url()));
    page.on('dialog', (dialog) => foreign.push(dialog.message()));
    page.on('framenavigated', (frame) => frame.url().startsWith(`${site.origin}/`) || foreign.push(frame.url()));
    const wrong = await page.evaluate(`(${look})(${JSON.stringify(KINDS)}, ${JSON.stringify(strings)})`);
    assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} complaints`);
    assert.deepEqual(foreign, []);
    assert.equal(profile.pages().length, 1);
    assert.deepEqual(visit.complaints.filter((text) => !text.includes('Failed to load resource')), []);
    await visit.done();
  }
};

/** What the cases need that not every browser has. */
const LIMITED = { webkit: 'WebKit lets a page change its address a hundred times in ten seconds' };

export const cases = {
  async 'there are at least 200 strings'() {
    assert.ok(new Set(STRINGS).size >= 200, `${STRINGS.length}`);
  },
  'nothing runs, and nothing leaves its box, on a desktop': { lacks: LIMITED, run: run({}) },
  'nothing runs, and nothing leaves its box, on a phone': { lacks: LIMITED, run: run({ viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true }) },
};
