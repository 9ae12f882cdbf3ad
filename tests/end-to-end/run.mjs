// Plays the stories on the demo shop of a running backend, as visitors would. In Chromium, whose pixels the preview is held to, every pop-up that
// they see is photographed.
// Usage: node run.mjs FOLDER [chromium|firefox|webkit]
// FOLDER/plan.json: { url, token, campaigns: { name: { id, mark } } }; writes FOLDER/outcome.json and pictures.
//
// Time is the browser's own, stopped: it passes only where a story waits. Everything else is real: backend, shop, widget, mouse and keys.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, leaveAbove } from '../browser.mjs';
import { NOTE_PARTS } from '../widget/site.mjs';
import { pass } from '../widget/visitor.mjs';

const folder = path.resolve(process.argv[2]);
const which = process.argv[3] ?? 'chromium';
const plan = JSON.parse(fs.readFileSync(path.join(folder, 'plan.json'), 'utf8'));
const here = path.dirname(fileURLToPath(import.meta.url));
const { start, visitors, stories } = JSON.parse(fs.readFileSync(path.join(here, 'stories.json'), 'utf8'));
const DAY = 24 * 60 * 60;
/** For how many milliseconds the page's clock runs until a browser is idle. */
const IDLE = 60;
/** A phone with the browser; what only the phone's own browser has is in the words it sends. */
const PHONES = {
  chromium: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.6778.39 Mobile Safari/537.36',
  firefox: 'Mozilla/5.0 (Android 14; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0',
  webkit: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
};
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, userAgent: PHONES[which] };

const live = new Set(Object.keys(plan.campaigns));
/** Launches and pauses, so that just these are live. */
async function golive(wanted) {
  for (const [name, { id }] of Object.entries(plan.campaigns)) {
    if (live.has(name) === wanted.includes(name)) continue;
    const what = live.has(name) ? 'pause' : 'launch';
    const answer = await fetch(`${plan.url}/api/v1/campaigns/${id}/${what}`, {
      method: 'POST', headers: { authorization: `Bearer ${plan.token}` },
    });
    if (!answer.ok) throw new Error(`${what} ${name}: ${answer.status} ${await answer.text()}`);
    if (!live.delete(name)) live.add(name);
  }
}

/** Lets the tests see into the widget's closed root, before any script of the page runs. It is a person who drives: programs are not counted. */
function unlock() {
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    (window.roots ??= []).push([this, root]);
    return root;
  };
}

/** What the visitor sees of the widget; runs in the page. */
function look() {
  const [, root] = (window.roots ?? []).find(([, root]) => root.querySelector('.bk')) ?? [];
  const popup = root?.querySelector('.bk > .card, .bk > .note');
  if (!popup || !popup.checkVisibility()) return { text: null, said: [] };
  const said = [...popup.querySelectorAll('.say')].map((line) => [line.classList.contains('mine'), line.textContent]);
  const mark = popup.querySelector('[data-slot=button], [data-slot=text]')?.textContent ?? said.find(([mine]) => mine)?.[1] ?? '';
  return { mark, said, text: popup.textContent };
}

class Visit {
  constructor(story, page) {
    Object.assign(this, { story, page, faults: [], opened: 0, seconds: 0 });
  }

  /** Does one step, then compares what is to be seen. */
  async step(step, number) {
    const [[what, value]] = Object.entries(step);
    await this[what](value);
    const at = `${this.story.name}, step ${number + 1} ${JSON.stringify(step)}`;
    const seen = await this.page.evaluate(look);
    if ('sees' in step) {
      const wanted = step.sees && plan.campaigns[step.sees].mark;
      const right = wanted ? seen.mark?.startsWith(wanted) : seen.text === null || 'chat' in step;
      if (!right) this.faults.push(`${at}: saw ${JSON.stringify(seen)}`);
      if (right && wanted) sights.add(step.sees);
      if (right && wanted && which === 'chromium') await photograph(this.page, step.sees, seen);
    }
    if (step.reads && !seen.text?.includes(step.reads)) this.faults.push(`${at}: read ${seen.text}`);
    if (typeof step.chat === 'string' && !seen.said.some(([mine, text]) => mine && text === step.chat)) {
      this.faults.push(`${at}: the chat holds ${JSON.stringify(seen.said)}`);
    }
    if (step.chat === null && seen.text !== null) this.faults.push(`${at}: the chat is still open`);
  }

  async open(address) {
    await this.page.goto(`${plan.url}/demo${address}`, { waitUntil: 'load' });
    // The widget has counted the page when it has written so.
    const before = this.opened;
    await this.page.evaluate(async (before) => {
      const visits = () => JSON.parse(localStorage.getItem('beckon') ?? '{}').visits ?? 0;
      const turn = () => new Promise((next) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = next; port2.postMessage(0); });
      while (visits() <= before) await turn();
    }, before);
    this.opened += 1;
    // It comes to the page when that is idle, and decides when it has the campaigns.
    await this.page.evaluate(() => new Promise((ready) => window.beckon.on('ready', ready)));
    await pass(this.page, IDLE);
  }

  async wait(seconds) {
    await pass(this.page, Math.round(seconds * 1000));
  }

  async scroll(percent) {
    await this.page.evaluate((percent) => {
      const page = document.scrollingElement;
      const before = page.scrollTop;
      window.scrollTo({ top: Math.ceil((percent / 100) * (page.scrollHeight - page.clientHeight)), behavior: 'instant' });
      const moved = page.scrollTop !== before;
      return moved && new Promise((seen) => document.addEventListener('scroll', seen, { once: true, capture: true })).then(() => true);
    }, percent);
    // The widget looks once a frame, and a frame is a matter of the clock.
    await pass(this.page, 20);
  }

  async leave() {
    await this.page.mouse.move(640, 300);
    await this.page.mouse.move(640, 40);
    await leaveAbove(this.page, 640);
  }

  async press(selector) {
    const [x, y] = await this.page.evaluate((selector) => {
      const [, root] = window.roots.find(([, root]) => root.querySelector('.bk'));
      const { left, top, width, height } = root.querySelector(selector).getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, selector);
    await this.page.mouse.click(x, y);
  }

  click() { return this.press('.bk > .card .cta, .bk > .note .bubble'); }
  close() { return this.press('.bk .close'); }

  async identify(attributes) {
    await this.page.evaluate((attributes) => window.beckon.identify(attributes), attributes);
  }

  basket() { return this.page.locator('main .button').click(); }

  async tomorrow() {
    await this.page.goto('about:blank');
    await this.page.clock.fastForward(DAY * 1000);
  }
}

/** The campaigns that somebody has seen. */
const sights = new Set();
const photographs = [];
/** The page with and without the widget: the first time that a campaign is seen. */
async function photograph(page, name, seen) {
  if (photographs.some((other) => other.name === name)) return;
  await page.evaluate(() => {
    const images = window.roots.flatMap(([, root]) => [...root.querySelectorAll('img[src]')]);
    return Promise.all([...[...document.fonts].map((font) => font.load()), ...images.map((image) => image.decode())]);
  });
  const widget = (there) => page.evaluate((there) => {
    for (const [, root] of window.roots) root.querySelector('.bk').style.display = there ? '' : 'none';
  }, there);
  const pictures = { live: await page.screenshot({ animations: 'disabled' }) };
  await widget(false);
  pictures.page = await page.screenshot({ animations: 'disabled' });
  await widget(true);
  for (const [kind, bytes] of Object.entries(pictures)) fs.writeFileSync(path.join(folder, `${name}.${kind}.png`), bytes);
  const attributes = await page.evaluate(() => JSON.parse(localStorage.getItem('beckon')).custom ?? {});
  photographs.push({
    name, phone: page.viewportSize().width < 480, attributes, reply: seen.said.filter(([mine]) => !mine).map(([, text]) => text).join('\n'),
  });
}

const browser = await launch({ which, size: [1280, 800] });
const faults = [];
const acted = stories.filter(({ name, lacks }) => {
  if (lacks?.[which]) console.log(`not acted in ${which}: ${name}: ${lacks[which]}`);
  return !lacks?.[which];
});
for (const story of acted) {
  await golive(story.live);
  const { locale, phone } = visitors[story.visitor];
  const context = await browser.newContext({
    locale, reducedMotion: 'reduce', colorScheme: 'light', viewport: { width: 1280, height: 800 }, ...(phone ? PHONE : {}),
  });
  await context.clock.install({ time: new Date(start) });
  await context.clock.pauseAt(new Date(start));
  await context.addInitScript(NOTE_PARTS);
  await context.addInitScript(unlock);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${story.name}: ${error.stack || error.message}`));
  const visit = new Visit(story, page);
  try {
    for (const [number, step] of story.steps.entries()) await visit.step(step, number);
  } catch (error) {
    visit.faults.push(`${story.name}: ${error.stack}`);
  }
  faults.push(...visit.faults);
  await context.close();
}
await browser.close();
fs.writeFileSync(path.join(folder, 'outcome.json'), JSON.stringify({ stories: acted.length, faults, seen: [...sights], photographs }, null, 2));
