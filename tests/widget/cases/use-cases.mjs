// What marketers ask for, as campaigns on a real page: each journey of `tests/use-cases` is gone through by a visitor, and three days of one
// with several campaigns.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { campaign, page as html } from '../site.mjs';
import { pass, ready, scroll, shown, visitor } from '../visitor.mjs';

const read = (name) => fs.readFileSync(new URL(`../../use-cases/${name}`, import.meta.url), 'utf8');
const HOST = 'https://www.example.com';
const START = '2026-11-25T10:00:00Z';
/** In seconds: what an event sets off is on the screen by then, and nothing else happens within it. */
const SETTLED = 0.4;

const BODY = '<button>Add to basket</button><details><summary>How often do I water it?</summary>Once a week.</details>';
const PRESSED = { 'Add to basket': 'text=Add to basket' };

/** What a visitor does, by the name of a journey's event. */
const DOES = {
  async open(page, address, { site, visits }) {
    await page.goto(address.replace(HOST, site.origin));
    await page.waitForFunction((visits) => JSON.parse(localStorage.beckon).visits === visits, visits);
    await ready(page);
  },
  scroll: (page, percent) => scroll(page, percent),
  exit: (page) => page.evaluate(() => document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientX: 600, clientY: -1 }))),
  close: (page) => page.locator('.close').click(),
  press: (page, { selector, text }) => page.locator(selector ?? PRESSED[text]).click(),
  track: (page, name) => page.evaluate((name) => beckon.track(name), name),
  identify: (page, attributes) => page.evaluate((attributes) => beckon.identify(attributes), attributes),
  converse: (page) => page.evaluate(() => beckon.converse()),
  input: (page) => page.mouse.move(300, 300),
  end: () => undefined,
};

/** What is on the screen at a time, going by what the journey says: undefined, or the campaign that it names. */
const seen = (effects, at) => {
  const last = effects.filter((effect) => effect.at <= at).pop();
  return last?.effect === 'show' ? last : undefined;
};

const walk = (campaigns, { site: document, journey }) => async ({ browser, site }) => {
  site.pages.any = html({ body: BODY });
  site.document = document;
  site.campaigns = JSON.parse(JSON.stringify(campaigns).replaceAll(HOST, site.origin));
  const { events: [first, ...events], effects, start = START } = journey;
  const { page, done } = await visitor(browser, site, { path: first.open.replace(HOST, ''), time: new Date(start) });
  const words = (id) => (site.campaigns.find((campaign) => campaign.id === id) ?? site.campaigns[0]).content.text;
  const look = async (at) => assert.equal(await shown(page), seen(effects, at) ? words(seen(effects, at).campaign) : null, `after ${at} s`);
  const began = await page.evaluate(() => Date.now());
  const passUntil = async (at) => {
    const now = (await page.evaluate(() => Date.now())) - began;
    if (at * 1000 > now) await pass(page, at * 1000 - now);
  };
  let visits = 1;
  await look(0);
  for (const { at, ...event } of events) {
    await passUntil(at - SETTLED);
    await look(at - SETTLED);
    await passUntil(at);
    const [[what, value]] = Object.entries(event);
    if (what === 'open') visits += 1;
    await DOES[what](page, value, { site, visits });
    await passUntil(at + SETTLED);
    await look(at + SETTLED);
  }
  await done();
};

const [days] = JSON.parse(fs.readFileSync(new URL('../../conformance/delivery-days.json', import.meta.url), 'utf8'));
const together = days.campaigns.map(({ id, ...given }) => campaign(id, { schedule: { repeat_cycle: null, message_delay: 0, priority: 1 }, ...given, content: { type: 'text', text: id, user_say: 'Yes' } }));

export const cases = Object.fromEntries([
  [days.name, walk(together, { site: { rests: days.rests }, journey: days })],
  ...JSON.parse(read('index.json'))
    // A page of another website cannot lead here: there is one site.
    .filter(({ journey }) => journey && !journey.events.some(({ referrer }) => referrer))
    .map((asked) => [`${asked.file}: ${asked.title}`, walk([JSON.parse(read(asked.file))], asked)]),
]);
