// Decides which campaign a visitor is shown, and when: the engine of `src/engine`, repeated for a visitor's browser.
// `tests/conformance/README.md` explains what everything means; the cases next to it run through both engines.
//
// It uses no page, storage or clock: events and times come in, effects go out. It never throws, whatever its input.
//
//   const campaigns = readCampaigns(file, …, languages)
//                                             `file`: what v1/campaigns.json holds, parsed; `languages`: those that the visitor prefers, in which the
//                                             contents then are. A list or a campaign of a newer version, and a malformed campaign, are left out. Read
//                                             once, for any number of deliveries.
//   new Delivery(campaigns, visitor, now, quiet, sites, hours, rests)
//                                             `now`: the clock on the wall, in ms since 1970: Date.now(). `visitor`: { browser_language,
//                                             browser, browser_version, device_type, operating_system, country, ...what state() gave on the page before }; the
//                                             `time_zone`, where it is not the browser's own; null for that of each campaign. `quiet`: for
//                                             how many seconds nothing is shown after a pop-up or the chat has gone from the screen; 30. `sites`: the
//                                             site document's addresses, on whose pages alone campaigns are shown; missing or empty for any.
//                                             `hours`: the site document's, in which somebody answers; missing for always. `rests`: its rests.
//   delivery.step(event, at) -> effects       `at`: ms since the delivery was made, by a clock that never jumps: performance.now().
//                                             `event`: { open: url }, { scroll: percent }, { exit: true }, { click: true },
//                                             { close: true }, { converse: true }, { identify: { … } }, { track: 'name' }, { press: { selector | text } },
//                                             { input: true }, or {} for none. While
//                                             { away: true } (the tab is hidden) or { covered: true } (something lies over the page, or
//                                             over the place for the pop-up) came last, nothing is shown; both outlive the page view,
//                                             not the delivery. Beyond a journey's: { chat: true }, the visitor opens the chat without a
//                                             pop-up's help; { scroll: percent, reset: true }, the page turns out to be longer than it was: the depth so far was
//                                             taken of the page too short, and this one counts in its place.
//   delivery.advance(at) -> effects           Lets time pass.
//   delivery.due() -> ms                      When advance() may have an effect next, in the time of `at`; Infinity when only events can.
//   delivery.setClock(by, at) -> effects      The clock on the wall was set forward, or back, by so many ms.
//   delivery.visible                          What the visitor sees, or undefined. Its `id`, and its `campaign` as the file has it.
//   delivery.elsewhere                        Whether the page is none of the site's, so that no campaign is shown there.
//   delivery.chatOpen                         Whether the chat is open. It stays open from page to page.
//   delivery.custom                           The visitor's attributes: a Map of values as the site set them.
//   delivery.state() -> plain JSON            What has to be kept for the visitor's next page.
//   delivery.merge(state)                     State saved since by another tab of the visitor: the higher counters count, and its attributes.
//                                             It takes effect from the next step on.
//
// Effects are [{ at, effect: 'show' | 'hide', campaign: id }], in order. A click on a card whose button is a link leaves the chat closed; the link
// is the page's to open.
//
// Within, time is counted in whole microseconds: `at` and effects are exact to that. A state holds visits, sessions, session_pages, conversation_count,
// event (how often each has happened in the session), custom, pages (how often each was opened), campaigns (by id: views, clicks, closes, first_seen, last_shown, instants in microseconds since 1970, and last_session, its number),
// chat_open, and, instants too, gone (when a pop-up or the chat last went from the screen) and active (when the visitor last did something in their
// session) and began (when the session did); showings, as far as they may fill a rest: [campaign, instant, number of the session, how often it had been shown by then], in order. One from before there were sessions counts as of one.
// A journey's visitor, who has neither pages nor campaigns, may say the same of all campaigns at once, and `url` and `page_views` of one page.
// Invalid parts of a state count as missing.

import { KEPT, address, answers, blockedUntil, byRank, clockOf, count, element, head, holds, look, micros, opens, pageOf, parameters, prepared, readRests } from './matching.js';
export * from './matching.js';

const entries = object => Object.entries(object ?? {});
// For how long a session outlives the last thing that the visitor did in it.
const OUTLIVES = 18e8;
// Of every count in both the higher one.
const raise = (mine, theirs) => {
  for (const [key, value] of entries(theirs)) mine[key] = Math.max(count(mine[key]), count(value));
  return mine;
};

// How often each page was opened. Several spellings of one page may have been kept; only those need the time to be normalised.
const byPage = opened => {
  const pages = Object.create(null);
  for (const [url, views] of entries(opened)) {
    const identity = /^[^A-Z]*\/$/.test(url) ? url : pageOf(address(url));
    pages[identity] = count(pages[identity]) + count(views);
  }
  return pages;
};

export function Delivery(campaigns, visitor, start, quiet = 30, sites, hours, rests) {
  let now = 0;
  let clock = micros(start);
  let chatOpen = !!visitor.chat_open;
  let gone = count(visitor.gone) || -Infinity;
  let visible, leaves, pageOpen, away, covered, elsewhere;
  const effects = [];
  const custom = new Map(entries(visitor.custom));
  const seen = look({ sessions: +(visitor.visits > 0), ...visitor }, custom);
  // Begins a session on a page, and keeps the page that led there, if it is another site's: of another host, and below none of the site's own.
  const land = (page, from) => {
    seen.landing_page = page;
    seen.since.time_on_site = now;
    seen.landing_query = parameters(page);
    seen.event = Object.create(null);
    seen.session_pages = 0;
    seen.referrer = address(from);
    const same = head(seen.referrer[0].text)[2] === head(page[0].text)[2];
    if (same || isOurs(seen.referrer)) seen.referrer = address();
  };
  // Whether a page is below one of the site's addresses.
  const isOurs = page => sites?.some(site => pageOf(page).startsWith(site + '/'));
  if (visitor.began) seen.since.time_on_site = Math.min(count(visitor.began) - clock, 0);
  seen.active = seen.session_pages && (count(visitor.active) || clock);
  const pages = byPage(visitor.pages);
  const past = Object.assign(Object.create(null), visitor.campaigns);
  if (count(visitor.page_views)) pages[pageOf(seen.current_page_url)] = visitor.page_views;
  const answering = answers(hours ?? {});
  const counting = readRests(rests);
  let showings = [];
  const line = campaigns.map(campaign => {
    const before = past[campaign.id] ?? visitor;
    const stats = (past[campaign.id] = {});
    for (const key of KEPT) stats[key] = count(before[key]);
    // The next page may begin the session in which it was shown.
    stats.last_session = Math.min(stats.last_session, seen.sessions + 1);
    return { ...campaign, stats, clock: clockOf(campaign, visitor), answering };
  }).sort(byRank);
  // The showings that fill a rest, or would with more of them.
  const filling = ({ at_most, span, except }) => {
    const lasts = ([id, at, session]) => !except.includes(id) && (span === undefined ? session && session === seen.sessions : at + span > clock + now);
    return showings.filter(lasts).slice(-at_most);
  };
  // Forgets those that fill none any more. Before the site document has come, nobody knows what they may fill.
  const forget = () => {
    if (!counting[0]) return;
    const kept = new Set(counting.flatMap(filling));
    showings = showings.filter((one) => kept.has(one));
  };
  // Takes showings that are not known yet. One is known by how often its campaign had been shown: other tabs have other clocks.
  const remember = (more) => {
    const nameOf = ([id, at, , views]) => `${views || `at ${at}`} ${id}`;
    const known = new Set(showings.map(nameOf));
    for (const one of Array.isArray(more) ? more : []) {
      if (typeof one?.[0] !== 'string' || !(one[1] >= 0 && one[1] < Infinity) || !Array.isArray(one)) continue;
      if (!known.has(nameOf(one))) showings.push([one[0], +one[1], count(one[2]), count(one[3])]);
    }
    showings.sort(([, one], [, other]) => one - other);
    forget();
  };
  remember(visitor.showings);
  // The rests that are full: until when, and who fills them; Infinity stands for the end of the session.
  const full = () =>
    counting.flatMap((rest) => {
      const by = filling(rest);
      const until = rest.span === undefined ? Infinity : by[0]?.[1] + rest.span;
      return by.length === rest.at_most ? { ...rest, until, by: by.map(([id]) => id) } : [];
    });
  // The one for which a campaign waits longest.
  const resting = ({ id }, rests = full()) =>
    rests.filter(({ except }) => !except.includes(id)).reduce((longest, rest) => (rest.until <= longest?.until ? longest : rest), undefined);
  // Counts a showing for the rests that it fills; whoever waits for one that is full now no longer qualifies.
  const fill = ({ id, stats }) => {
    if (!counting[0]) return;
    showings.push([id, clock + now, seen.sessions, stats.views]);
    forget();
    const rests = full();
    for (const one of line) if (resting(one, rests)) one.since = undefined;
  };
  // Instants ahead of the clock count as now.
  const notAhead = () => {
    for (const one of showings) one[1] = Math.min(one[1], clock + now);
    gone = Math.min(gone, clock + now);
    seen.active = Math.min(seen.active, clock + now);
    for (const { stats } of line) stats.last_shown = Math.min(stats.last_shown, clock + now);
  };
  notAhead();

  const tell = (effect, { id }) => effects.push({ at: now / 1e3, effect, campaign: id });
  const takeEffects = () => effects.splice(0);
  // The best-ranked campaign that qualifies, while there is room for it and it could be seen.
  const candidate = () => (visible || chatOpen || away || covered || elsewhere ? undefined : line.find(({ since }) => since >= 0));
  const dueOf = one => Math.max(one?.since + one?.delay, gone + micros(quiet * 1e3) - clock);

  // Finds out who qualifies at this instant, and shows the candidate if its time has come.
  const settle = () => {
    const wall = clock + now;
    seen.now = now;
    if (!pageOpen) return;
    if (visible && leaves <= now) close();
    const rests = full();
    for (const one of line) {
      one.holds = holds(one, seen, wall);
      const ready = one.holds && !one.shownHere && !blockedUntil(one, wall, seen.sessions) && opens(one, wall)[0] && !resting(one, rests);
      one.since = ready ? one.since ?? now : undefined;
    }
    const best = candidate();
    if (dueOf(best) <= now) {
      best.stats.views++;
      best.stats.last_shown = wall;
      best.stats.last_session = seen.sessions;
      best.stats.first_seen ||= wall;
      best.shownHere = true;
      best.since = undefined;
      visible = best;
      leaves = now + best.stay;
      fill(best);
      tell('show', best);
    }
  };

  // The next instant at which something may change by the passing of time alone.
  const next = () => {
    // Wherever nothing is shown, nothing comes by itself.
    if (elsewhere) return Infinity;
    const wall = clock + now;
    const rests = full();
    const turns = line.flatMap(one => {
      if (one.shownHere) return [];
      const [day, until] = one.calendar.today(wall);
      const waits = one.waits.map(([field, wait]) => clock + seen.since[field] + wait);
      // After the last of the dates, days make no difference.
      // While the rule fails, hours make no difference.
      return [...waits, blockedUntil(one, wall, seen.sessions), resting(one, rests)?.until, one.holds && opens(one, wall)[1], one.calendar.dates.some(date => date >= day) && until];
    });
    return Math.min(...[...turns.map(at => at - clock), dueOf(candidate()), visible && leaves].filter(at => at > now));
  };

  const pass = at => {
    const to = micros(at);
    for (let due; (due = next()) <= to; settle()) now = due;
    now = Math.max(now, to);
  };

  // Hides what is visible; falsy when nothing is.
  const hide = () => {
    const hidden = visible;
    if (hidden) tell('hide', hidden);
    visible = undefined;
    return hidden;
  };

  const close = () => {
    if (hide() || chatOpen) gone = clock + now;
    chatOpen = false;
  };

  const open = url => {
    hide();
    pageOpen = true;
    seen.current_page_url = address(url);
    seen.query = parameters(seen.current_page_url);
    elsewhere = !!(sites?.length && seen.current_page_url[0].text && !isOurs(seen.current_page_url));
    const identity = pageOf(seen.current_page_url);
    seen.since.time_on_page = now;
    seen.page_views = count(pages[identity]) + 1;
    seen.visits++;
    seen.scroll_ratio = 0;
    seen.exit_screen = false;
    seen.clicked.clear();
    // Put last, so that those opened longest ago are dropped first.
    delete pages[identity];
    pages[identity] = seen.page_views;
    for (const one of line) one.shownHere = one.since = undefined;
  };

  const identify = attributes => {
    for (const [key, value] of entries(attributes)) {
      if (value == null) custom.delete(key);
      else custom.set(key, value);
    }
    seen.custom = prepared(custom);
  };

  return {
    line,
    seen,
    custom,
    resting,
    get visible() {
      return visible;
    },
    get chatOpen() {
      return chatOpen;
    },
    get elsewhere() {
      return elsewhere;
    },
    step(event, at) {
      pass(at);
      const opens = event.open !== undefined;
      const lives = clock + now - seen.active < OUTLIVES;
      if (opens) {
        open(`${event.open}`);
        if (!lives) {
          seen.sessions++;
          land(seen.current_page_url, event.referrer);
        }
        seen.session_pages++;
        forget();
      }
      // Its keys have short names here, so that they are asked one by one.
      // What the visitor does keeps their session alive.
      const does = event.scroll ?? event.exit ?? event.click ?? event.close ?? event.converse ?? event.press ?? event.input;
      if (opens || (lives && does != null)) seen.active = clock + now;
      if (opens || does != null) seen.since.inactivity = now;
      if (event.reset || event.scroll > seen.scroll_ratio) seen.scroll_ratio = event.scroll;
      // With fingers, to switch to another tab is to leave.
      if (event.exit || (event.away && /^(mobile|tablet)$/i.test(seen.device_type))) seen.exit_screen = pageOpen;
      if (event.press) seen.clicked.add(element(event.press));
      if (event.converse) seen.conversation_count++;
      if (event.identify) identify(event.identify);
      if (event.track !== undefined) seen.event[event.track] = count(seen.event[event.track]) + 1;
      away = event.away ?? away;
      covered = event.covered ?? covered;
      if (event.click && visible) {
        const { opensChat, stats } = visible;
        const opens = opensChat[event.click.reply ?? 0];
        if (opens !== undefined) {
          stats.clicks++;
          close();
          chatOpen = opens;
        }
      }
      if (event.chat) {
        if (visible) close();
        chatOpen = true;
      }
      if (event.close) {
        if (visible) visible.stats.closes++;
        close();
      }
      settle();
      return takeEffects();
    },
    advance(at) {
      pass(at);
      return takeEffects();
    },
    setClock(by, at) {
      pass(at);
      clock += micros(by);
      notAhead();
      settle();
      return takeEffects();
    },
    merge(state) {
      const { visits, sessions, session_pages, active, conversation_count } = state;
      // A newer session counts its pages from 1, and has come from elsewhere.
      if (sessions > seen.sessions) land(address(state.landing_page), state.referrer);
      if (sessions > seen.sessions) seen.since.time_on_site = Math.min(count(state.began) - clock, now);
      raise(seen, { visits, sessions, session_pages, active, conversation_count });
      if (sessions === seen.sessions) raise(seen.event, state.event);
      remember(state.showings);
      raise(pages, byPage(state.pages));
      gone = Math.max(gone, count(state.gone));
      for (const [id, stats] of entries(state.campaigns)) raise((past[id] ??= {}), stats);
      for (const one of line) one.firstDay = undefined;
      notAhead();
      custom.clear();
      identify(state.custom);
    },
    due: () => next() / 1e3,
    state: () => ({
      visits: seen.visits,
      sessions: seen.sessions,
      session_pages: seen.session_pages,
      active: seen.active,
      began: clock + seen.since.time_on_site,
      landing_page: seen.landing_page[0].text,
      referrer: seen.referrer[0].text,
      conversation_count: seen.conversation_count,
      event: seen.event,
      custom: Object.fromEntries(custom),
      pages,
      campaigns: Object.fromEntries(entries(past).filter(([, stats]) => stats && Object.values(stats).some(Boolean))),
      chat_open: chatOpen,
      showings,
      gone: Math.max(gone, 0),
    }),
  };
}
