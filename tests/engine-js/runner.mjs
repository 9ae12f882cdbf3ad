// Runs the conformance cases of `tests/conformance` through the widget's engine, in node and in a browser alike: it touches neither.
//
// Asserted of a matching case: `shown`, `holds`, `outcomes` (each node asked as a campaign of its own), `reasons` (derived from the outcomes by
// `reasons.mjs`), `until`, `delay`; and that a delivery that comes to the same counters shows it, or not.
// Asserted of a case of speech: the language that a visitor gets, and what of the content it is.
// Asserted of a delivery case: `effects`, and `standing` (given by `standing.mjs` from what the engine knows of each campaign).
import { outcomes, reasons } from './reasons.mjs';
import { shut, standing } from './standing.mjs';

const PARTS = ['id', 'time_zone', 'audience', 'activity', 'content', 'schedule', 'launched_at'];
/** Whom a visitor file means that says nothing. */
export const FIRST_TIME = {
  url: 'https://www.example.com/', page_views: 1, visits: 1, sessions: 1, session_pages: 1, landing_page: 'https://www.example.com/', views: 0, clicks: 0, closes: 0, browser_language: 'en-US', browser: 'chrome',
  browser_version: '131.0.6778', device_type: 'desktop', operating_system: 'windows', country: '', time_zone: null, conversation_count: 0, custom: {}, scroll_ratio: 0, exit_screen: false,
};
const { browser_language, browser, browser_version, device_type, operating_system, country } = FIRST_TIME;
/** Whom a journey file means that says nothing: counters count what came before. */
export const NEWCOMER = { browser_language, browser, browser_version, device_type, operating_system, country, time_zone: null };

/** Microseconds since 1970 of an RFC 3339 text, of which a Date would lose all but milliseconds. */
export function instant(text) {
  const [, seconds, fraction = '', zone] = /^(.*:\d\d)(?:\.(\d+))?(.*)$/.exec(text);
  return Date.parse(seconds + zone) * 1e3 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
/** The engine counts in milliseconds, the files in seconds; both agree on whole microseconds. */
export const toMs = (seconds) => Math.round(seconds * 1e6) / 1e3;
export const toSeconds = (ms) => Math.round(ms * 1e3) / 1e6;

/** For how many seconds it is quiet after a pop-up or the chat has gone, where nothing else is said. */
const QUIET = 30;

const past = ({ quiet_until, ...visitor }, quiet = QUIET) => ({
  ...visitor,
  gone: quiet_until ? instant(quiet_until) - toMs(quiet) * 1e3 : undefined,
  first_seen: visitor.first_seen ? instant(visitor.first_seen) : undefined,
  last_shown: visitor.last_shown ? instant(visitor.last_shown) : undefined,
  showings: visitor.showings?.map(({ campaign, at, session }) => [campaign, instant(at), session ?? 0]),
});
/** A visitor whose parameters stand in their addresses, where the engine finds them. */
const inAddresses = ({ query, landing_query, ...visitor }) => {
  const put = (field, parameters) => {
    if (!parameters) return;
    const address = new URL(visitor[field]);
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    visitor[field] = address.href;
  };
  put('url', query);
  put('landing_page', landing_query);
  return visitor;
};
/** A journey's visitor as a delivery takes one. */
export const journeyVisitor = (visitor, quiet) => past(inAddresses({ ...NEWCOMER, ...visitor }), quiet);
/** What the widget makes of campaign files. */
export const read = (engine, campaigns) => engine.readCampaigns({ format: 'beckon.live', version: 1, campaigns });

/** A visitor file with what it does not say: whoever is on a page has come to this one. */
const whole = (visitor) => {
  const met = inAddresses({ ...FIRST_TIME, ...visitor });
  return { ...met, ...(visitor?.url !== undefined && !visitor.landing_page && !visitor.landing_query && { landing_page: met.url }) };
};

/** Whether a campaign's rule holds for a visitor file at an instant, and until when its cycle and quiet block; undefined when nothing takes part. */
export function decide(engine, file, visitor, wall) {
  const [campaign] = read(engine, [file]);
  if (!campaign) throw new Error('the campaign is not read');
  const met = past(whole(visitor));
  const stats = { ...met, last_shown: met.last_shown && Math.min(met.last_shown, wall) };
  const contender = { ...campaign, stats, clock: engine.clockOf(campaign, met) };
  const seen = engine.look(met, new Map(Object.entries(met.custom)));
  return {
    takesPart: campaign.rule !== undefined,
    holds: engine.holds(contender, seen, wall),
    until: engine.blockedUntil(contender, wall, seen.sessions),
    shut: shut(engine, contender, wall),
    quiet: instant(visitor?.quiet_until ?? '1970-01-01T00:00:00Z') > wall ? instant(visitor.quiet_until) : undefined,
    delay: campaign.delay / 1e6,
  };
}

/** What visitors see on a journey, in seconds. */
const inSeconds = (effects) => effects.map(({ at, effect, campaign }) => ({ at: toSeconds(at), effect, campaign }));

/** Text in which two values are the same when they mean the same: keys in one order, 3.0 as 3. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (!value || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`;
}

function checker() {
  const faults = [];
  const same = (what, found, wanted) => {
    if (canonical(found) !== canonical(wanted)) faults.push(`${what}: ${canonical(found)}, expected ${canonical(wanted)}`);
  };
  return { faults, same };
}

const campaignOf = (defaults, given) => {
  const named = PARTS.filter((part) => part in given).map((part) => [part, given[part]]);
  return { ...defaults.campaign, ...Object.fromEntries(named) };
};
const secondsText = (micros) => (micros === undefined ? null : micros === Infinity ? 'session' : `${new Date(micros / 1e3).toISOString().slice(0, 19)}Z`);

function matching(engine, defaults, test) {
  const { faults, same } = checker();
  const file = campaignOf(defaults, test);
  const wall = instant(test.at ?? defaults.at);
  const { expect } = test;
  const { holds, until, quiet, delay, shut } = decide(engine, file, test.visitor, wall);
  same('shown', holds && until === undefined && quiet === undefined && !shut, expect.shown);
  same('holds', holds, expect.holds ?? expect.shown);
  const tree = outcomes(file, (part) => decide(engine, part, test.visitor, wall));
  if (expect.outcomes) same('outcomes', tree.all, expect.outcomes);
  same('reasons', reasons(tree, holds, shut && { [shut.state]: shut.state === 'ended' || secondsText(shut.until) }, secondsText(until), secondsText(quiet)), expect.reasons);
  if ('until' in expect) same('until', secondsText(until), expect.until);
  if ('delay' in expect) same('delay', delay, expect.delay);
  const delivered = deliver(engine, file, whole(test.visitor), wall);
  if (delivered !== undefined) same('a delivery shows it', delivered, expect.shown);
  return faults;
}

/** Whether somebody who comes to be this visitor is shown the campaign; undefined when none can come to be. */
function deliver(engine, file, visitor, wall) {
  // Time passes in journeys.
  if (visitor.time_on_page || visitor.time_on_site || visitor.inactivity) return undefined;
  if (visitor.page_views < 1 || visitor.visits < 1 || file.schedule.message_delay) return undefined;
  const pages = visitor.session_pages - 1;
  const sessions = visitor.sessions - (pages ? 0 : 1);
  // Who opens the first page of a session has come to it.
  if (pages < 0 || sessions < 0 || (pages === 0 && visitor.landing_page !== visitor.url)) return undefined;
  // A session that begins with this page has seen no event before.
  const told = pages ? [] : Object.entries(visitor.event ?? {}).flatMap(([track, count]) => Array(count).fill({ track }));
  const pressed = (visitor.clicked ?? []).map((press) => ({ press }));
  const before = past({ ...visitor, page_views: visitor.page_views - 1, visits: visitor.visits - 1, sessions, session_pages: pages });
  const delivery = new engine.Delivery(read(engine, [file]), before, wall / 1e3);
  // In a hidden tab nothing is shown before all is as it should be.
  const page = [{ open: visitor.url, referrer: visitor.referrer ?? undefined }, { scroll: visitor.scroll_ratio }, visitor.exit_screen ? { exit: true } : {}, ...pressed, ...told];
  const events = [{ away: true }, ...page, { away: false }];
  return events.flatMap((event) => delivery.step(event, 0)).length > 0;
}

/** In which language a visitor gets a campaign, and what it then says. */
export const said = (engine, file, visitor) => {
  const { languages, browser_language } = { ...FIRST_TIME, ...visitor };
  return engine.readCampaigns(file, {}, 0, 1, languages ?? [browser_language])[0].campaign.content;
};

function speech(engine, defaults, test) {
  const { faults, same } = checker();
  const site = test.site && { languages: { default: test.site } };
  const content = said(engine, { format: 'beckon.live', version: 1, site, campaigns: [campaignOf(defaults, test)] }, test.visitor);
  if ('language' in test.expect) same('language', content.language, test.expect.language ?? undefined);
  for (const [key, wanted] of Object.entries(test.expect.content ?? {})) same(key, content[key], wanted);
  return faults;
}

function delivery(engine, defaults, test) {
  const { faults, same } = checker();
  const campaigns = read(engine, test.campaigns.map((given) => campaignOf(defaults, given)));
  const visitor = journeyVisitor(test.visitor, test.quiet);
  let clock = instant(test.start ?? defaults.at);
  const machine = new engine.Delivery(campaigns, visitor, clock / 1e3, test.quiet, test.addresses, test.hours, test.rests);
  const conditions = { quiet: test.quiet ?? QUIET };
  const effects = [];
  // The clock is set before the events of its instant; looks see what the events of theirs brought.
  const happens = [
    ...(test.clock ?? []).map(({ at, by }) => [at, 0, () => {
      effects.push(...machine.setClock(toMs(by), toMs(at)));
      clock += toMs(by) * 1e3;
    }]),
    ...test.events.map((event) => [event.at, 1, () => {
      Object.assign(conditions, event);
      effects.push(...machine.step(event, toMs(event.at)));
    }]),
    ...(test.standing ?? []).map(({ at, is }) => [at, 2, () => {
      effects.push(...machine.advance(toMs(at)));
      const found = standing(machine, engine, clock, at, conditions);
      for (const [id, state] of Object.entries(is)) same(`standing of ${id} at ${at}`, found.get(id), state);
    }]),
  ];
  happens.sort(([at, order], [otherAt, otherOrder]) => at - otherAt || order - otherOrder);
  for (const [, , happen] of happens) happen();
  same('effects', inSeconds(effects), test.effects);
  return faults;
}

/** Runs all cases. `files` holds what the files of the index hold, by name. */
export function run(engine, index, files) {
  const faults = [];
  let count = 0;
  for (const { file, kind } of index.files) {
    for (const test of files[file]) {
      count += 1;
      let found;
      try {
        found = { matching, delivery, speech }[kind](engine, index.defaults, test);
      } catch (error) {
        found = [`it throws: ${error.stack}`];
      }
      faults.push(...found.map((fault) => `${file}: ${test.name}: ${fault}`));
    }
  }
  return { count, faults };
}
