// Decides whether a campaign's rule holds for a visitor: matching, the half of the engine of `src/engine` that does not depend on the order of
// events. `engine.js` describes the input of both halves. It never throws, whatever its input.

import { FIELDS } from './fields.js';

// Texts

// Without blanks at its ends, those of no width among them; '' for anything but a text.
const trim = text => {
  if (typeof text !== 'string') return '';
  const wide = text.replace(/[\u200b-\u200d\u2060]/g, ' ');
  return text.slice(wide.length - wide.trimStart().length, wide.trimEnd().length);
};

// The form in which case does not count.
const fold = text => `${text}`.toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');

// A language tag in the form in which it is compared; '' for anything else.
const tag = text =>
  (/^[a-z]{1,8}([-_][a-z\d]{1,8})*$/i.exec(trim(text))?.[0] || '').toLowerCase().replaceAll('_', '-');

// The numbers of a version: of each part the leading digits. False when it does not begin with one.
const version = text => /^\d/.test(text) && text.split('.').map(part => +/^\d*/.exec(part)[0]);

// A custom attribute ready to be compared; false for anything else.
const attribute = value =>
  /string|number|boolean/.test(typeof value) && {
    text: fold(value),
    number: typeof value === 'number' || /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? +value : NaN,
  };
export const prepared = values => new Map([...values].map(([key, value]) => [key, attribute(value)]));

// An element of a page in the form in which it is compared: a selector, or a text in quotes; '' for anything else.
export const element = value => {
  const [key, another] = Object.keys(value ?? {});
  const text = another ? '' : trim(value?.[key]);
  return key === 'selector' ? text : text && key === 'text' ? `"${fold(text.replace(/\s+/g, ' '))}"` : '';
};

// Addresses

// As a browser writes it; falsy when it is not an address. An empty text is not tried: the first error of a page takes browsers longer than all
// else that happens here.
const parse = text => {
  try {
    return (text = trim(text)) && new URL(text).href;
  } catch {}
};

// Without a fragment, unless that is a route. Routes begin with `#/` or `#!`; a `#` in a route begins a fragment of its own.
export const withoutAnchor = text => /^[^#]*(#[/!][^#]*)?/.exec(text)[0];

// Plain text in the form of an address.
const plain = text => text.replace(/[^!#-;=?-~]+/g, encodeURIComponent).toLowerCase();

// The part up to `://`, if that precedes path, query and fragment, and the host after it.
export const head = text => /^([^/?#]*:\/\/|)([^/?#]*)/.exec(text);

// An address as compared with values with a scheme, and without one. `bare` has no query, no slash at the end of path and route, and no route
// that leads nowhere, such as `#/` and `#!`; `queries` has the query of the path, and that of the route after a `#`.
const forms = text => {
  const { length } = head(text)[1];
  const rest = text.slice(length);
  const bare = rest.replace(/\?[^#]*/g, '').replace(/\/?(#[/!]*)?$|\/(?=#)/g, '');
  const queries = rest.replace(/^[^?#]*\??([^#]*)(?:(#)[^?]*\?(.+))?.*/s, '$1$2$3');
  return [text.slice(0, length), ''].map(scheme => ({ text: scheme + rest, bare: scheme + bare, queries }));
};
export const address = url => forms(plain(withoutAnchor(parse(url) || trim(url))));

// Its parameters, ready to be compared: of several values of one name the first. Names count without regard to case.
export const parameters = ([{ queries }]) =>
  prepared([...new URLSearchParams(queries.replace('#', '&'))].map(([name, value]) => [fold(name), value]).reverse());

// The page that an address is, for counting its views: another address of the same page.
export const pageOf = ([{ bare }]) => bare.replace(/(?=#)|$/g, '/');

// What a browser makes of an address typed without a scheme.
const typed = text => {
  text = text.replace(/^\/\//, '');
  const url = text[0] !== '/' && parse('https://' + text);
  return forms(plain(withoutAnchor(url ? url.slice(8) : text)));
};

// Part of an address as plain text, but a host beyond ASCII in Punycode.
const part = (text, fromStart) => {
  const [start, scheme, host] = head(text);
  const url =
    (scheme || fromStart) && /[^\0-\x7f]/.test(host) && !start.includes('*') && parse(`${scheme || 'https://'}${host}/`);
  return plain(url ? url.split('/', 3).join('/').slice(scheme ? 0 : 8) + text.slice(start.length) : text);
};

// Whether a text is these pieces with any text between them. Taking each as early as possible decides it.
const matches = ([first, ...pieces], text) => {
  let at = first.length;
  const last = pieces.pop();
  if (last === undefined) return text === first;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return;
    at = found + piece.length;
  }
  return text.startsWith(first) && text.slice(at).endsWith(last);
};

const ADDRESS = {
  equals(text) {
    const [wanted] = (head(text)[1] ? address : typed)(text);
    return found => found.bare === wanted.bare && (!wanted.queries || found.queries === wanted.queries);
  },
  contains: text => ((text = part(text)), found => found.text.includes(text)),
  starts_with: text => ((text = part(text, true)), found => found.text.startsWith(text)),
  matches: text => ((text = part(text, true).split('*')), found => matches(text, found.text)),
};

// Questions, by the kind of the field: they turn an operator (without its "not"), a value, the field and a key into a function of what is seen of
// the visitor; falsy when the condition is unfinished. The dates that are asked for, and how long something has to last, are noted.

const compare = (one, other) => (one > other) - (one < other);
// Whether less, equal and greater will do.
const SIDES = {
  equals: '010',
  on: '010',
  greater_than: '001',
  less_than: '100',
  at_least: '011',
  on_or_later: '011',
  at_most: '110',
  on_or_earlier: '110',
};
const lies = (operator, one, other) => SIDES[operator][compare(one, other) + 1] > 0;
const isCount = value => value >= 0 && Number.isInteger(value);
const ordered = (operator, value, field) => seen => lies(operator, seen[field], value);

// One of the values: a list if the operator needs one, in which every item must be readable.
const oneOf = (read, holds) => (operator, value, field, key, noted, choices) => {
  const wanted = (operator === 'equals' ? [value] : Array.isArray(value) ? value : []).map(item => read(item, choices));
  return wanted[0] && wanted.every(Boolean) && (seen => wanted.some(item => holds(item, seen[field])));
};

const KINDS = {
  url(operator, value, field) {
    value = trim(value);
    const holds = operator === 'is_set' ? () => true : value && ADDRESS[operator](value);
    const form = +!head(value)[1];
    return holds && (seen => seen[field][0].text && holds(seen[field][form]));
  },
  count: (operator, value, field) => isCount(value) && ordered(operator, value, field),
  times: (operator, value, field) => isCount(value) && (({ stats }) => lies(operator, stats[field], value)),
  language: oneOf(tag, (wanted, found) => (found + '-').startsWith(wanted + '-')),
  choice: oneOf(
    (item, choices) => RegExp(`^(${choices})$`).exec(fold(trim(item)))?.[0],
    (id, found) => id === found,
  ),
  version(operator, value, field) {
    value = trim(value);
    const wanted = /^\d+(\.\d+)*$/.test(value) && version(value);
    const side = found => wanted.reduce((side, part, index) => side || compare(found[index] || 0, part), 0);
    return wanted && (seen => seen[field] && lies(operator, side(seen[field]), 0));
  },
  day(operator, value, field, key, { dates }) {
    value = trim(value);
    const exists = /^\d{4}-\d\d-\d\d$/.test(value) && new Date(value).toJSON()?.startsWith(value);
    return exists && dates.push(value) && ordered(operator, value, field);
  },
  counts: (operator, value, field, key) =>
    trim(key) && isCount(value) && (seen => lies(operator, count(seen[field][key]), value)),
  parameter: (operator, value, field, key) => KINDS.custom(operator, value, field, fold(trim(key))),
  custom(operator, value, field, key) {
    const wanted = attribute(value);
    const set = operator === 'is_set';
    const than = /than/.test(operator);
    const holds = found => {
      const by = than || !isNaN(found.number - wanted.number) ? 'number' : 'text';
      return operator === 'contains' ? found.text.includes(wanted.text) : lies(operator, found[by], wanted[by]);
    };
    const finished = set || (than ? !isNaN(wanted.number) : trim(wanted.text));
    const met = found => found && (set || holds(found));
    return trim(key) && finished && (seen => met(seen[field].get(key)));
  },
  seconds(operator, value, field, key, { waits }) {
    const wait = micros(value * 1e3);
    return typeof value === 'number' && value >= 0 && waits.push([field, wait]) && (seen => seen.now - seen.since[field] >= wait);
  },
  percent: (operator, value, field) =>
    value >= 0 && value <= 100 && typeof value === 'number' && ordered(operator, value, field),
  element: (operator, value, field, key, { elements }) => {
    const wanted = element(value);
    return wanted && elements.push(value) && (seen => seen[field].has(wanted));
  },
  flag: (operator, value, field) => value === true && (seen => seen[field]),
};

// Reading

// The keys that a shape names, with its values for those that are missing. A value of another type makes the campaign malformed.
const fit = (value, shape) => {
  if (typeof value !== typeof shape || Array.isArray(value) !== Array.isArray(shape)) throw value;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, fit(value[key] ?? inner, inner)]));
};

const join = (joiner, parts) => {
  parts = parts.filter(Boolean);
  return parts[0] && (seen => parts.every(part => !part(seen) === (joiner !== 'all')) !== (joiner === 'any'));
};

const readCondition = (condition, noted) => {
  const { field, key, operator, muted } = fit(condition, { field: '', key: '', operator: '', muted: false });
  const [kind, operators, choices] = FIELDS[field] || ['', ''];
  if (muted || !operator || !operators.split(' ').includes(operator)) return;
  noted.asksCountry ||= field === 'country';
  const plain = operator.replace(/not_|n(?=one)/, '');
  const holds = KINDS[kind](plain, condition.value, field, key, noted, choices);
  return plain === operator ? holds : holds && (seen => !holds(seen));
};

const readNode = (node, noted, depth) => {
  const [found, another] = ['all', 'any', 'none'].filter(joiner => joiner in node);
  if (!found && depth) return readCondition(node, noted);
  // Deeper than any campaign file.
  if (another || depth > 15 || (!found && 'field' in node)) throw node;
  const joiner = found || 'all';
  const { muted, [joiner]: parts } = fit(node, { muted: false, [joiner]: [] });
  const read = parts.map(child => readNode(child, noted, depth + 1));
  return muted ? undefined : join(joiner, read);
};

// In ms.
const UNITS = { __proto__: null, minute: 6e4, hour: 36e5, day: 864e5 };

// Whether a button opens the chat, or a link.
const talks = (button) => button?.action?.link == null;

// Everything that a decision needs of a campaign. Without a `rule`, no condition takes part: it holds for everybody.
const readCampaign = (campaign, calendars) => {
  const { format, version, id, time_zone, activity, schedule, launched_at } = fit(campaign, {
    format: '',
    version: 0,
    id: '',
    time_zone: 'UTC',
    activity: { join: '', conditions: [] },
    schedule: {
      repeat_cycle: { every: 0, unit: '' }, message_delay: 0, closes_after: 0, runs: { from: '', until: '' }, hours: [], hours_in: '', only_in_hours: false, priority: 1,
    },
    launched_at: '',
  });
  const { repeat_cycle: { every, unit }, runs, hours, hours_in } = schedule;
  const { type, button, replies } = campaign.content ?? {};
  const choices = replies ?? [];
  const own = (calendars[' ' + time_zone] ??= calendar(trim(time_zone)));
  const noted = { dates: own.dates, waits: [], elements: [] };
  const conditions = activity.conditions.map(condition => readCondition(condition, noted));
  const parts = [readNode(campaign.audience ?? {}, noted, 0), join('all', conditions)];
  if (format !== 'beckon.campaign' || version !== 1) throw id;
  return {
    id,
    campaign,
    rule: join(activity.join === 'or' ? 'any' : 'all', parts),
    calendar: own,
    waits: noted.waits,
    // What it wants to be clicked.
    elements: noted.elements,
    asksCountry: noted.asksCountry,
    // Without a beginning or an end, it runs always. Hours that are not finished take no part.
    from: own.reached(shown(runs.from)),
    until: own.reached(shown(runs.until)),
    hours: hours.map(readHours).filter(Boolean),
    hoursIn: hours_in,
    onlyInHours: schedule.only_in_hours,
    delay: micros(Math.max(0, schedule.message_delay * 1e3)),
    stay: micros(Math.max(0, schedule.closes_after * 1e3)) || Infinity,
    cycle: micros(Math.max(0, every * UNITS[unit] || 0)),
    // How many sessions later it may return.
    sessions: unit === 'session' && every,
    // Whether a click opens the chat: on the message, then on each reply. The message of a card with replies is the first of them.
    opensChat: [type !== 'rich' || talks(choices[0] ?? button), ...(/^(rich|text)$/.test(type) ? choices.slice(0, 4).map(talks) : [])],
    // Never launched comes last.
    rank: [Math.trunc(schedule.priority), -Date.parse(launched_at) || Infinity, id],
  };
};

// What a translation says, in place of what a content says there: of objects and lists part by part.
const over = (own, other) => {
  if (Object(other) !== other) return other ?? own;
  if (Array.isArray(own)) return own.map((part, at) => over(part, other[at]));
  return { ...own, ...Object.fromEntries(Object.entries(other).map(([key, part]) => [key, over(own?.[key], part)])) };
};
// A content as a visitor sees it who prefers these languages: in the first of them that it speaks, else in its own, which is the `usual` one where
// it names none. Each is looked up as RFC 4647 says: `tr-TR`, then `tr`.
const inLanguage = (given, languages, usual) => {
  const { translations, ...own } = given ?? {};
  own.language ??= usual;
  const spoken = new Map(Object.entries(translations ?? {}).map(([key, texts]) => [tag(key), { ...texts, language: key }]).reverse());
  spoken.set(tag(own.language));
  for (const wanted of languages)
    for (let found = tag(wanted); found; found = found.replace(/-?[^-]*$/, '')) if (spoken.has(found)) return over(own, spoken.get(found));
  return own;
};

// The campaigns of a file, or of a part of it, as those see them who prefer these languages; `calendars` is one object for all parts.
export const readCampaigns = (file, calendars = {}, from, to, languages = []) => {
  if (file?.format !== 'beckon.live' || file.version !== 1 || !Array.isArray(file.campaigns)) return [];
  const read = campaign => {
    try {
      return readCampaign({ ...campaign, content: inLanguage(campaign.content, languages, file.site?.languages?.default) }, calendars);
    } catch {
      return [];
    }
  };
  return file.campaigns.slice(from, to).flatMap(read);
};
export const byRank = (one, other) => one.rank.reduce((side, part, index) => side || compare(part, other.rank[index]), 0);

// Time

export const micros = ms => Math.min(Math.round(ms * 1e3) || 0, 1e17);

const DAY = 864e8;
// Farther than any zone is from UTC.
const FAR = 936e8;
// What a clock shows, as files write it, in µs as if of UTC; NaN for anything else.
const shown = text => {
  const date = new Date(text + 'Z');
  return text.length === 16 && date.toJSON()?.startsWith(text) ? date * 1e3 : NaN;
};
// As the days since 1970 go.
const WEEK = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'];
// Hours as their days and the times of day; undefined while they are unfinished.
const readHours = hours => {
  const { days, from, until } = fit(hours, { days: [], from: '', until: '' });
  const on = days.map(day => WEEK.indexOf(fit(day, ''))).filter(day => day >= 0);
  const [begin, end] = [from, until].map(time => shown('1970-01-01T' + time));
  if (on.length && begin >= 0 && end >= 0) return [on, begin, end > begin ? end : end + DAY];
};
// Whether hours are open, and when that may turn; looked up once a turn. Without any, they are always open.
const opening = (hours, { local, reached }) => {
  let open, from, until;
  // No clock is asked for what is always so.
  if (!hours[0]) return () => [true, Infinity];
  return wall => {
    if (!(wall >= from && wall < until)) {
      [open, from, until] = [false, wall, Infinity];
      const today = Math.floor(local(wall) / DAY);
      for (let day = today - 2; day < today + 9; day++) {
        for (const [on, ...times] of hours) {
          const [begins, ends] = on.includes(((day % 7) + 7) % 7) ? times.map(time => reached(day * DAY + time)) : [];
          open ||= begins <= wall && wall < ends;
          for (const at of [begins, ends]) if (at > wall && at < until) until = at;
        }
      }
    }
    return [open, until];
  };
};

// The days of a zone; of UTC when the zone does not exist. `dates` are those that campaigns ask for.
const calendar = zone => {
  const dates = [];
  let format, day, from, until;
  // A zone's day differs from UTC's by at most one. If no date is within about two days, UTC's compares with all of them as the zone's does,
  // and needs no format, which takes browsers long to make.
  const date = wall => {
    const near = dates.some(date => Math.abs(Date.parse(date) * 1e3 - wall) < 2e11);
    return new Date((near ? local(wall) : wall) / 1e3).toJSON()?.slice(0, 10);
  };
  // What the clock shows, in µs as if of UTC, without fractions of a second.
  const local = wall => {
    try {
      // In Swedish, a time is written as in RFC 3339, but for the `T`.
      format ??= new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
      return Date.parse(format.format(wall / 1e3).replace(' ', 'T') + 'Z') * 1e3;
    } catch {}
    return wall - (wall % 1e6);
  };
  // The first instant at which the clock shows this or a later time. Around it, the clock changes once at most.
  const reached = at => {
    if (isNaN(at)) return at;
    const offset = wall => local(wall) - wall;
    let before = at - FAR;
    const [earlier, later] = [before, at + FAR].map(offset);
    if (earlier === later) return at - earlier;
    for (let step = 2 ** 17 * 1e6; step >= 1e6; step /= 2) if (offset(before + step) === earlier) before += step;
    // The instant of the change. What the clock shows before it comes first.
    const change = before + 1e6;
    return at - earlier < change ? at - earlier : Math.max(change, at - later);
  };
  // The day at an instant, looked up once a day, and the instant at which the next one begins, which need not be midnight.
  const today = wall => {
    if (!(wall >= from && wall < until)) {
      day = date(wall);
      from = wall;
      until = wall - (wall % 1e6);
      for (let step = 2 ** 17 * 1e6; step >= 1e6; step /= 2) if (date(until + step) === day) until += step;
      until += 1e6;
    }
    return [day, until];
  };
  const known = new Map();
  const once = at => known.get(at) ?? known.set(at, reached(at)).get(at);
  return { dates, date, today, local, reached: once };
};
// Asking

export const count = value => (Number.isSafeInteger(value) && value > 0 ? value : 0);

// What is kept of each campaign: how often the visitor did what is counted for it, and when they were shown it.
export const KEPT = [...Object.keys(FIELDS).filter(field => FIELDS[field][0] === 'times'), 'first_seen', 'last_shown', 'last_session'];

// A value ready to be compared, by the kind of its field; others stay as they are.
const READY = { url: address, count, language: tag, choice: fold, version: text => version(trim(text)) };

// What all campaigns see alike of a visitor, ready to be compared.
export const look = (visitor, custom) => {
  const seen = { ...visitor, current_page_url: visitor.url, custom: prepared(custom) };
  for (const field in FIELDS) {
    const ready = READY[FIELDS[field][0]];
    if (ready) seen[field] = ready(seen[field]);
  }
  seen.query = parameters(seen.current_page_url);
  seen.landing_query = parameters(seen.landing_page);
  seen.event = Object.assign(Object.create(null), visitor.event);
  seen.clicked = new Set((visitor.clicked ?? []).map(element));
  // Since when times count, in µs of the time in which `now` is.
  seen.now = 0;
  seen.since = {};
  for (const field of ['time_on_page', 'time_on_site', 'inactivity']) seen.since[field] = -micros(visitor[field] * 1e3);
  return seen;
};

// Whether a campaign's rule holds for what is seen of a visitor and what they have done with the campaign.
export const holds = (one, seen, wall) => {
  const { rule, calendar, stats } = one;
  seen.stats = stats;
  [seen.last_seen] = calendar.today(wall);
  seen.first_seen = stats.first_seen ? (one.firstDay ??= calendar.date(stats.first_seen)) : seen.last_seen;
  return !rule || rule(seen);
};

// The clock that a campaign's hours are read from.
const clocks = new Map();
export const clockOf = ({ hoursIn, calendar: own }, { time_zone }) => {
  if (hoursIn !== 'visitor' || time_zone === null) return own;
  if (!clocks.has(time_zone)) clocks.set(time_zone, calendar(time_zone));
  return clocks.get(time_zone);
};

// Of the hours of a site document, as `opening` does; undefined without any that are finished.
export const answers = hours => {
  try {
    const { time_zone, open } = fit(hours, { time_zone: '', open: [] });
    const finished = open.map(readHours).filter(Boolean);
    return finished[0] && opening(finished, calendar(trim(time_zone)));
  } catch {}
};

// Whether a campaign is open, and when that may turn: within its run, and in its hours.
export const opens = (one, wall) => {
  if (wall < one.from) return [false, one.from];
  if (wall >= one.until) return [];
  one.opening ??= opening(one.hours, one.clock);
  const [open, turn] = one.opening(wall);
  const [answered, next] = (one.onlyInHours && one.answering?.(wall)) || [true];
  return [open && answered, Math.min(...[one.until, turn, next].filter(at => at > wall))];
};

// Until when, on the clock on the wall, its repeat cycle blocks a campaign; Infinity stands for a later session than this one.
export const blockedUntil = ({ stats: { last_shown, last_session }, cycle, sessions }, wall, session) =>
  last_session && Math.min(last_session, session) + sessions > session ? Infinity : last_shown && last_shown + cycle > wall ? last_shown + cycle : undefined;

// The rests of a site document that are finished: how many showings fill each, in which time (undefined: the session), and who takes no part.
export const readRests = rests =>
  (Array.isArray(rests) ? rests : []).flatMap(rest => {
    const { at_most, per, except } = rest ?? {};
    const session = per === 'session';
    const span = typeof per?.every === 'number' ? per.every * UNITS[per.unit] : 0;
    const finished = typeof at_most === 'number' && isCount(at_most) && at_most && (session || span > 0);
    return finished ? { at_most, span: session ? undefined : micros(span), except: Array.isArray(except) ? except : [] } : [];
  });
