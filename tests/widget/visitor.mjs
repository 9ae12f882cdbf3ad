// A visitor in a browser of their own, whose time the test holds in its hand. It holds no test.
import assert from 'node:assert/strict';
import { LOOK_INSIDE, NOTE_PARTS, page as html } from './site.mjs';

/** When every visit begins, unless a test says otherwise. */
export const START = new Date('2026-11-22T10:00:00Z');

/** For how many milliseconds the page's clock runs until a browser is idle. */
const IDLE = 60;
/** Runs in the page: notes when the widget has its campaigns. */
const NOTE_READY = () => {
  Object.defineProperty(window, 'beckonReady', { enumerable: false, writable: true, value: false });
  (window.beckon ||= []).push((beckon) => beckon.on('ready', () => (window.beckonReady = true)));
};

/** Opens a page as somebody new. Faults of the page are collected, and make the test fail unless `faults` says that they are meant. */
export async function visitor(browser, site, { path = '/', context = {}, time = START, init, faults = false, attributes = '' } = {}) {
  if (attributes) site.pages.any ??= html({ attributes });
  init &&= onPages(init);
  const profile = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', reducedMotion: 'reduce', ...context });
  const seen = { profile, complaints: [], notes: [] };
  seen.open = async (path) => {
    const page = await profile.newPage();
    page.on('pageerror', (error) => BROKEN_OFF.test(`${error}`) || seen.complaints.push(`${error}`));
    page.on('console', (message) => {
      if (!BROKEN_OFF.test(message.text())) (message.type() === 'error' ? seen.complaints : seen.notes).push(message.text());
    });
    await page.addInitScript(NOTE_PARTS);
    await page.addInitScript(LOOK_INSIDE);
    await page.addInitScript(NOTE_READY);
    if (init) await page.addInitScript(init);
    // On a busy machine a while may pass until it stops, which it cannot do in the past.
    await page.clock.install({ time: new Date(time.getTime() - 60e3) });
    await page.clock.pauseAt(new Date(time.getTime() + 1000));
    await page.goto(site.origin + path);
    await ready(page);
    return page;
  };
  seen.page = await seen.open(path);
  seen.done = async () => {
    await profile.close();
    if (!faults) assert.deepEqual(seen.complaints, []);
    assert.deepEqual(seen.notes, []);
  };
  return seen;
}

/** Waits until the widget has the campaigns and the page is at rest, so that something may be shown. */
export async function ready(page) {
  await page.waitForFunction(() => window.decided || window.beckonReady);
  await page.evaluate(() => new Promise((loaded) => (window.decided || document.readyState === 'complete' ? loaded() : addEventListener('load', loaded))));
  await pass(page, IDLE);
}

/** More tasks than the widget ever divides one thing into. */
const TURNS = 8;
/** Runs in the page: gives the browser so many turns, and as many again once what is drawn from has come; no clock decides when. */
const turns = async (count) => {
  const go = () => new Promise((done) => {
    let left = count;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (left-- ? port2.postMessage(0) : done());
    port2.postMessage(0);
  });
  await go();
  if (!window.parts) return;
  await window.parts;
  await go();
};

/** Lets what the widget does, one task after another, come to its end. */
export const rest = (page) => page.evaluate(turns, TURNS);

/** Lets so many milliseconds pass, and what the widget does then come to its end. */
export async function pass(page, ms) {
  await page.clock.runFor(ms);
  await rest(page);
}

/** What the visitor has before them: the title, text or first words of the pop-up, 'chat', or null. */
export const shown = async (page) => {
  await rest(page);
  return page.evaluate(() => {
    const box = window.root()?.host.isConnected ? window.root().querySelector('.bk') : undefined;
    const chat = box?.querySelector('.chat');
    return chat ? 'chat' : (box?.querySelector('.title, .bubble')?.textContent ?? null);
  });
};

/** What the browser keeps of the visitor. */
export const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('beckon')));

/** Scrolls the page to so many percent of what there is to scroll, and lets the page notice. */
export async function scroll(page, percent) {
  await page.evaluate((percent) => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return new Promise((done) => {
      addEventListener('scroll', done, { once: true, capture: true });
      scrollTo(0, ((scrollHeight - clientHeight) * percent) / 100);
    });
  }, percent);
  await pass(page, 100);
}

/** Conditions for a campaign's activity. */
export const when = (field, operator, value) => ({ activity: { join: 'and', conditions: [{ field, operator, value }] } });
/** A condition for a campaign's audience. */
export const who = (field, operator, value, key) => ({ audience: { all: [{ field, ...(key && { key }), operator, value }] } });

/** What Firefox says of a font whose download a reload has broken off: nobody's fault. */
const BROKEN_OFF = /^downloadable font: download failed .* status=2152398850 /;

/** The script for pages of the web alone: Firefox runs it in the empty page before the first one as well, where there is no storage. */
const onPages = (init) => `if (/^http/.test(location.protocol)) { ${typeof init === 'function' ? `(${init})()` : init} }`;
