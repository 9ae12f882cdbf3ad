// Decides which campaign a visitor is shown, and when. It is the engine of `src/engine` once more, for a visitor's browser:
// `tests/conformance/README.md` says what everything means, and the cases beside it run through both.
//
// It knows no page, no storage and no clock: events and times come in, effects go out. It never throws, whatever it is given.
//
//   const campaigns = readCampaigns(file)        `file`: what v1/campaigns.json holds, parsed. A list or campaign of a newer version, and
//                                                a malformed campaign, is left out. Made once, used by any number of deliveries.
//   new Delivery(campaigns, visitor, now)        `now`: the clock on the wall, in ms since 1970 (Date.now()). `visitor`: { browser_language,
//                                                browser, browser_version, device_type, ...what state() gave on the page before }.
//   delivery.step(event, at) -> effects          `at`: ms since the delivery was made, on a clock that never jumps (performance.now()).
//                                                `event`: { open: url }, { scroll: percent }, { exit: true }, { click: true },
//                                                { close: true }, { converse: true }, { identify: { … } } or {}.
//   delivery.advance(at) -> effects              Lets time pass.
//   delivery.setClock(by, at) -> effects         The clock on the wall was set forward, or back, by so many ms.
//   delivery.due() -> ms since it was made       when advance() may have an effect next; undefined when it needs an event.
//   delivery.visible                             What the visitor sees, or undefined: its `campaign` is the campaign as in the file.
//   delivery.chatOpen                            Whether the chat is open. It stays open from page to page.
//   delivery.seen.custom                         The visitor's attributes, a Map of { text, number }; delivery.custom has them as they came.
//   delivery.state() -> plain JSON               What has to be kept for the visitor's next page.
//
// Effects are { at, effect: 'show' | 'hide', campaign: id }, in order. Within, time is counted in whole microseconds.
//
// Where a campaign has been seen, `visitor.campaigns[id]` is { views, clicks, first_seen, last_shown }, instants in microseconds since 1970;
// a journey's visitor, who has no `campaigns` and `pages`, may say the same of all campaigns at once, and { url, page_views } of one page.

const MAX_DEPTH = 16;
const PAGES_KEPT = 1000;
// Some 3,000 years, in microseconds.
const FARTHEST = 1e17;
const BROWSERS = 'chrome safari edge firefox samsung_internet opera other'.split(' ');
const DEVICES = 'mobile tablet desktop'.split(' ');
const INSTANT = /^\d{4}-\d\d-\d\d[T ][\d:.]+(Z|[+-]\d\d:\d\d)$/i;
const SECONDS = { __proto__: null, minute: 60, hour: 3600, day: 86400 };

// Texts

// Without blanks at its ends; '' for what is no text. In time that grows with the length alone.
const trim = (text) => (typeof text === 'string' && /^\p{White_Space}*(.*\P{White_Space})?/su.exec(text)[1]) || '';

// The form in which case does not count.
const fold = (text) => text.toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');

// A language tag in the form in which it is compared.
const tag = (text) =>
  typeof text === 'string' &&
  /^[\t\n\f\r ]*([a-z]{1,8}([-_][a-z\d]{1,8})*)[\t\n\f\r ]*$/i.exec(text)?.[1].toLowerCase().replaceAll('_', '-');

// The numbers of a version: of each part the leading digits.
const numbers = (text) => text?.split('.').map((part) => Math.min(/^\d*/.exec(part)[0], Number.MAX_SAFE_INTEGER));

// A date that exists.
const date = (text) => /^\d{4}-\d\d-\d\d$/.test((text = trim(text))) && new Date(text).toJSON()?.startsWith(text) && text;

// An attribute ready to be compared; undefined for what is none.
const attribute = (value) =>
  typeof value === 'string'
    ? { text: fold(value), number: /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? +value : undefined }
    : typeof value === 'boolean'
      ? { text: `${value}` }
      : Number.isFinite(value)
        ? { text: `${value}`, number: value }
        : undefined;

const attributes = (custom) => new Map([...custom].map(([key, value]) => [key, attribute(value)]));

// Addresses

// As a browser writes it, without fragment; undefined when it is no address.
const parse = (text) => {
  try {
    return new URL(text).href.split('#')[0];
  } catch {}
};

// The page that an address is, for counting its views.
const page = (text) => (parse(text) ?? trim(text)).split(/[?#]/)[0];

// Plain text in the form of an address.
const plain = (text) => text.replace(/[^!#-;=?-~]+/g, encodeURIComponent).toLowerCase();

// Up to the part after `://`, when that stands before path, query and fragment.
const scheme = (text) => /^[^/?#]*:\/\/|/.exec(text)[0];

// An address as values with a scheme (`whole`) and those without see it.
const address = (text) => {
  const start = scheme(text).length;
  const [, path, query] = /^([^?]*)\??(.*)/s.exec(text);
  const bare = path.slice(0, Math.max(start, path.length - path.endsWith('/')));
  const from = (start) => ({ text: text.slice(start), bare: bare.slice(start), query });
  return { whole: from(0), part: from(start) };
};
const addressOf = (text) => address(parse(text)?.toLowerCase() ?? plain(trim(text).split('#')[0]));

// What a browser makes of an address typed without a scheme.
const typed = (text) => {
  text = text.replace(/^\/\//, '');
  const url = text.startsWith('/') ? undefined : parse('https://' + text);
  return address(url ? url.slice(8).toLowerCase() : plain(text.split('#')[0]));
};

// Part of an address as plain text, but a host beyond ASCII in Punycode.
const part = (text, fromStart) => {
  const before = scheme(text);
  const host = /^[^/?#]*/.exec(text.slice(before.length))[0];
  if ((before || fromStart) && /[^\0-\x7f]/.test(host) && !(before + host).includes('*')) {
    const url = parse(`${before || 'https://'}${host}/`);
    if (url) {
      const written = url.slice(before ? 0 : 8, url.length - new URL(url).pathname.length).toLowerCase();
      return written + plain(text.slice((before + host).length));
    }
  }
  return plain(text);
};

// Whether a text is these pieces with any text between them. Taking each piece as early as possible decides it.
const matches = (pieces, text) => {
  const last = pieces.length - 1;
  let at = 0;
  return pieces.every((piece, index) => {
    if (index === last) return index ? text.length - piece.length >= at && text.endsWith(piece) : text === piece;
    const found = index ? text.indexOf(piece, at) : text.startsWith(piece) - 1;
    at = found + piece.length;
    return found >= 0;
  });
};

const ADDRESS = {
  equals(text) {
    const { bare, query } = scheme(text) ? addressOf(text).whole : typed(text).whole;
    return (found) => found.bare === bare && (!query || found.query === query);
  },
  contains: (text) => ((text = part(text)), (found) => found.text.includes(text)),
  starts_with: (text) => ((text = part(text, true)), (found) => found.text.startsWith(text)),
  matches(text) {
    const pieces = part(text, true).split('*');
    return (found) => matches(pieces, found.text);
  },
};

// Questions: from a condition's operator (never a negated one) and value to a function of what is seen of the visitor; falsy when unfinished.

const NEGATED = { __proto__: null, not_contains: 'contains', not_equals: 'equals', none_of: 'one_of', is_not_set: 'is_set' };
const SIDES = {
  equals: (side) => !side,
  on: (side) => !side,
  greater_than: (side) => side > 0,
  less_than: (side) => side < 0,
  at_least: (side) => side >= 0,
  on_or_later: (side) => side >= 0,
  at_most: (side) => side <= 0,
  on_or_earlier: (side) => side <= 0,
};
const compare = (one, other) => (one < other ? -1 : +(one > other));
const ordered = (operator, wanted, field) => (seen) => SIDES[operator](compare(seen[field], wanted));

// One value, or a list where the operator wants one: every item must be readable.
const list = (operator, value, read, holds) => {
  const items = operator === 'one_of' ? value : [value];
  const wanted = Array.isArray(items) && items.map(read);
  return wanted && wanted.length && wanted.every(Boolean) && ((seen) => wanted.some((item) => holds(item, seen)));
};
const choice = (choices) => (operator, value, field) =>
  list(
    operator,
    value,
    (item) => choices.includes((item = fold(trim(item)))) && item,
    (item, seen) => seen[field] === item,
  );

const KINDS = {
  address: [
    'contains not_contains equals not_equals starts_with matches',
    (operator, value) => {
      value = trim(value);
      const holds = value && ADDRESS[operator](value);
      const form = scheme(value) ? 'whole' : 'part';
      return holds && ((seen) => holds(seen.address[form]));
    },
  ],
  count: [
    'equals not_equals greater_than less_than at_least at_most',
    (operator, value, field) => Number.isInteger(value) && value >= 0 && ordered(operator, value, field),
  ],
  language: [
    'equals not_equals one_of none_of',
    (operator, value, field) =>
      list(operator, value, tag, (wanted, seen) => `${seen[field]}-`.startsWith(`${wanted}-`)),
  ],
  browser: ['equals not_equals one_of none_of', choice(BROWSERS)],
  device: ['equals not_equals one_of none_of', choice(DEVICES)],
  version: [
    'equals not_equals greater_than less_than',
    (operator, value, field) => {
      value = trim(value);
      const wanted = /^\d+(\.\d+)*$/.test(value) && numbers(value);
      const side = (found) => wanted.reduce((side, part, index) => side || compare(found[index] ?? 0, part), 0);
      return wanted && ((seen) => seen[field] && SIDES[operator](side(seen[field])));
    },
  ],
  date: [
    'on on_or_later on_or_earlier',
    (operator, value, field, key, dates) => {
      value = date(value);
      if (value) dates.push(value);
      return value && ordered(operator, value, field);
    },
  ],
  custom: [
    'equals not_equals contains not_contains greater_than less_than is_set is_not_set',
    (operator, value, field, key) => {
      const wanted = attribute(value);
      const number = wanted?.number;
      if (!trim(key)) return;
      const asks = {
        is_set: () => true,
        contains: (found) => found.text.includes(wanted.text),
        equals: (found) =>
          number === undefined || found.number === undefined ? found.text === wanted.text : found.number === number,
      };
      const holds = asks[operator] ?? ((found) => SIDES[operator](found.number === undefined ? NaN : compare(found.number, number)));
      const finished = operator === 'is_set' || (asks[operator] ? wanted && (number !== undefined || trim(wanted.text)) : number !== undefined);
      return (
        finished &&
        ((seen) => {
          const found = seen.custom.get(key);
          return found && holds(found);
        })
      );
    },
  ],
  percent: [
    'greater_than at_least',
    (operator, value, field) =>
      typeof value === 'number' && value >= 0 && value <= 100 && ordered(operator, value, field),
  ],
  flag: ['equals', (operator, value, field) => value === true && ((seen) => seen[field])],
};

const FIELDS = {
  __proto__: null,
  current_page_url: 'address',
  page_views: 'count',
  visits: 'count',
  views: 'count',
  clicks: 'count',
  browser_language: 'language',
  browser: 'browser',
  browser_version: 'version',
  device_type: 'device',
  first_seen: 'date',
  last_seen: 'date',
  conversation_count: 'count',
  custom: 'custom',
  scroll_ratio: 'percent',
  exit_screen: 'flag',
};

// Reading

const typeOf = (value) => (Array.isArray(value) ? 'list' : typeof value);

// The value of a key; undefined when missing or null. One of another type makes the campaign malformed.
const take = (object, key, type) => {
  const value = object[key] ?? undefined;
  if (value !== undefined && typeOf(value) !== type) throw new TypeError(key);
  return value;
};
const texts = (object, keys) => keys.split(' ').map((key) => take(object, key, 'string'));
const objects = (object, key) => {
  const items = take(object, key, 'list') ?? [];
  if (items.some((item) => !item || typeOf(item) !== 'object')) throw new TypeError(key);
  return items;
};

const JOINED = {
  all: (parts) => (seen) => parts.every((part) => part(seen)),
  any: (parts) => (seen) => parts.some((part) => part(seen)),
  none: (parts) => (seen) => !parts.some((part) => part(seen)),
};
const join = (joiner, parts) => {
  parts = parts.filter(Boolean);
  return parts.length ? JOINED[joiner](parts) : undefined;
};
const joinersOf = (node) => Object.keys(JOINED).filter((joiner) => joiner in node);

const readCondition = (condition, dates) => {
  const [field, key, given] = texts(condition, 'field key operator');
  const operator = NEGATED[given] ?? given;
  const [operators, read] = KINDS[FIELDS[field]] ?? [''];
  if (take(condition, 'muted', 'boolean') || !given || !operators.split(' ').includes(given)) return;
  const holds = read(operator, condition.value, field, key, dates);
  return holds && (operator === given ? holds : (seen) => !holds(seen));
};

const readGroup = (group, dates, depth) => {
  const joiners = joinersOf(group);
  if (joiners[1] || depth > MAX_DEPTH || (!joiners[0] && 'field' in group)) throw new TypeError();
  const [joiner = 'all'] = joiners;
  const parts = objects(group, joiner).map((child) =>
    joinersOf(child)[0] ? readGroup(child, dates, depth + 1) : readCondition(child, dates),
  );
  return take(group, 'muted', 'boolean') ? undefined : join(joiner, parts);
};

// Everything that deciding needs of a campaign. `rule` is undefined when nothing takes part in it: then it holds for everybody.
// Throws when the campaign is malformed.
const readCampaign = (campaign, calendars) => {
  const dates = [];
  if (campaign.format !== 'beckon.campaign' || campaign.version !== 1) throw new TypeError();
  const [id = '', zone = 'UTC', launched] = texts(campaign, 'id time_zone launched_at name platform');
  const object = (outer, key) => take(outer, key, 'object') ?? {};
  const activity = object(campaign, 'activity');
  const [how] = texts(activity, 'join');
  const conditions = objects(activity, 'conditions').map((condition) => readCondition(condition, dates));
  const audience = readGroup(object(campaign, 'audience'), dates, 1);
  const content = object(campaign, 'content');
  const [type] = texts(content, 'type title subtitle image text user_say preview_reply');
  const button = object(content, 'button');
  const [message, link] = texts(object(button, 'action'), 'message link');
  if (typeof campaign.launcher_image?.image !== 'string') texts(campaign, 'launcher_image');
  texts(button, 'name');
  if (message !== undefined && link !== undefined) throw new TypeError();
  const schedule = object(campaign, 'schedule');
  const cycle = object(schedule, 'repeat_cycle');
  const [every = 0, [unit], delay = 0, priority = 1] = [
    take(cycle, 'every', 'number'),
    texts(cycle, 'unit'),
    take(schedule, 'message_delay', 'number'),
    take(schedule, 'priority', 'number'),
  ];
  if (!calendars.has(zone)) calendars.set(zone, new Calendar(zone));
  return {
    id,
    campaign,
    rule: join(how === 'or' ? 'any' : 'all', [audience, join('all', conditions)]),
    calendar: calendars.get(zone),
    // The last of the dates that it asks for; after it, days make no difference.
    lastDate: dates.sort().pop(),
    delay: Math.max(0, micros(delay * 1e3)),
    cycle: Math.max(0, micros(every * 1e3 * (SECONDS[unit] ?? 0))),
    opensChat: type !== 'rich' || link === undefined,
    rank: [Math.trunc(priority), INSTANT.test(launched) ? -Date.parse(launched) : Infinity, id],
  };
};

export function readCampaigns(file) {
  const calendars = new Map();
  if (file?.format !== 'beckon.live' || file.version !== 1 || !Array.isArray(file.campaigns)) return [];
  const readable = file.campaigns.flatMap((campaign) => {
    try {
      return [readCampaign(campaign, calendars)];
    } catch {
      return [];
    }
  });
  return readable.sort(({ rank: one }, { rank: other }) =>
    one.reduce((side, part, index) => side || compare(part, other[index]), 0),
  );
}

// Time

const micros = (ms) => Math.min(Math.round(ms * 1e3) || 0, FARTHEST);

// The dates of a zone; of UTC when there is no such zone. Each day is looked up once.
class Calendar {
  constructor(zone) {
    this.zone = zone;
    this.from = this.until = 0;
  }

  // The date at an instant as YYYY-MM-DD, and the instant at which the next one begins: that need not be midnight.
  at(wall) {
    if (!(wall >= this.from && wall < this.until)) {
      this.from = wall;
      this.day = this.look(wall);
      let same = Math.floor(wall / 1e6);
      let other = same + 2 * SECONDS.day;
      while (other - same > 1) {
        const middle = Math.floor((same + other) / 2);
        if (this.look(middle * 1e6) === this.day) same = middle;
        else other = middle;
      }
      this.until = other * 1e6;
    }
    return this;
  }

  look(wall) {
    const format = (timeZone) =>
      new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    if (!this.format) {
      try {
        this.format = format(/^[a-z]/i.test(this.zone) ? this.zone : 'UTC');
      } catch {
        this.format = format('UTC');
      }
    }
    return this.format.format(wall / 1e3).replace(/(..).(..).(.*)/, '$3-$1-$2');
  }
}

// Delivery

const count = (value) => (Number.isSafeInteger(value) && value > 0 ? value : 0);
const entries = (object) => Object.entries(object ?? {});

export class Delivery {
  constructor(campaigns, visitor, now) {
    this.clock = micros(now);
    this.now = 0;
    this.effects = [];
    this.chatOpen = !!visitor.chat_open;
    this.custom = new Map(entries(visitor.custom));
    const views = count(visitor.page_views);
    this.pages = new Map(views ? [[page(visitor.url), views]] : entries(visitor.pages));
    this.seen = look(visitor, this.custom);
    const past = new Map(entries(visitor.campaigns));
    this.past = new Map(past);
    this.line = campaigns.map((campaign) => {
      const { views, clicks, first_seen, last_shown } = past.get(campaign.id) ?? visitor;
      const stats = { views: count(views), clicks: count(clicks) };
      if (Number.isFinite(first_seen)) stats.first_seen = first_seen;
      if (Number.isFinite(last_shown)) stats.last_shown = Math.min(last_shown, this.clock);
      this.past.set(campaign.id, stats);
      return { ...campaign, stats };
    });
  }

  step(event, at) {
    const { seen } = this;
    this.pass(at);
    if (typeof event.open === 'string') this.open(event.open);
    else if (event.scroll > seen.scroll_ratio) seen.scroll_ratio = event.scroll;
    else if (event.exit) seen.exit_screen = this.pageOpen;
    else if (event.click) {
      if (this.visible) {
        this.visible.stats.clicks++;
        this.chatOpen = this.visible.opensChat;
        this.hide();
      }
    } else if (event.close) {
      if (this.visible) this.hide();
      else this.chatOpen = false;
    } else if (event.converse) seen.conversation_count++;
    else if (event.identify) this.tell(event.identify);
    return this.settle();
  }

  advance(at) {
    this.pass(at);
    return this.told();
  }

  setClock(by, at) {
    this.pass(at);
    this.clock += micros(by);
    for (const { stats } of this.line) stats.last_shown = stats.last_shown && Math.min(stats.last_shown, this.wall());
    return this.settle();
  }

  due() {
    const due = this.next();
    return due < Infinity ? due / 1e3 : undefined;
  }

  state() {
    const { visits, conversation_count } = this.seen;
    const seen = [...this.past].filter(([, stats]) => Object.values(stats).some(Boolean));
    return {
      visits,
      conversation_count,
      custom: Object.fromEntries(this.custom),
      pages: Object.fromEntries([...this.pages].slice(-PAGES_KEPT)),
      campaigns: Object.fromEntries(seen),
      chat_open: this.chatOpen,
    };
  }

  wall() {
    return this.clock + this.now;
  }

  told() {
    const { effects } = this;
    this.effects = [];
    return effects;
  }

  effect(effect, { id }) {
    this.effects.push({ at: this.now / 1e3, effect, campaign: id });
  }

  open(url) {
    const { pages, seen } = this;
    const identity = page(url);
    const views = count(pages.get(identity)) + 1;
    this.hide();
    // Put last, so that the pages that are forgotten first are those that were opened longest ago.
    pages.delete(identity);
    pages.set(identity, views);
    Object.assign(seen, {
      address: addressOf(url),
      page_views: views,
      visits: seen.visits + 1,
      scroll_ratio: 0,
      exit_screen: false,
    });
    this.pageOpen = true;
    for (const contender of this.line) contender.shownHere = contender.since = undefined;
  }

  tell(told) {
    for (const [key, value] of entries(told)) {
      if (value == null) this.custom.delete(key);
      else this.custom.set(key, value);
    }
    this.seen.custom = attributes(this.custom);
  }

  hide() {
    if (this.visible) this.effect('hide', this.visible);
    this.visible = undefined;
  }

  pass(at) {
    const to = micros(at);
    for (let due; (due = this.next()) <= to; this.settleNow()) this.now = due;
    this.now = Math.max(this.now, to);
  }

  settle() {
    this.settleNow();
    return this.told();
  }

  // Finds out who qualifies at this instant, and shows the candidate if its time has come.
  settleNow() {
    if (!this.pageOpen) return;
    const { now } = this;
    const wall = this.wall();
    for (const contender of this.line) {
      contender.holds = holds(contender, this.seen, wall);
      const qualifies = contender.holds && !contender.shownHere && !blockedUntil(contender, wall);
      contender.since = qualifies ? contender.since ?? now : undefined;
    }
    const candidate = this.candidate();
    if (candidate && candidate.since + candidate.delay <= now) {
      const { stats } = candidate;
      stats.views++;
      stats.last_shown = wall;
      stats.first_seen ??= wall;
      candidate.shownHere = true;
      candidate.since = undefined;
      this.visible = candidate;
      this.effect('show', candidate);
    }
  }

  // The best-ranked one that qualifies, while there is room for it.
  candidate() {
    return this.visible || this.chatOpen ? undefined : this.line.find(({ since }) => since !== undefined);
  }

  // The next instant at which something may change by the passing of time alone.
  next() {
    let due = Infinity;
    const soon = (at) => {
      if (at > this.now && at < due) due = at;
    };
    if (!this.pageOpen) return due;
    const wall = this.wall();
    const candidate = this.candidate();
    if (candidate) soon(candidate.since + candidate.delay);
    for (const contender of this.line) {
      if (contender.shownHere) continue;
      soon(blockedUntil(contender, wall) - this.clock);
      const { calendar, lastDate } = contender;
      if (lastDate && lastDate >= calendar.at(wall).day) soon(calendar.until - this.clock);
    }
    return due;
  }
}

// What every campaign sees alike of a visitor, ready to be compared.
export const look = (visitor, custom) => ({
  ...visitor,
  address: addressOf(visitor.url ?? ''),
  custom: attributes(custom),
  visits: count(visitor.visits),
  conversation_count: count(visitor.conversation_count),
  browser_language: tag(visitor.browser_language) || '',
  browser: fold(`${visitor.browser}`),
  browser_version: numbers(/^[\t\n\f\r ]*(\d.*)/s.exec(visitor.browser_version)?.[1]),
  device_type: fold(`${visitor.device_type}`),
});

// Whether a campaign's rule holds for what is seen of a visitor and what they have done with the campaign.
export const holds = (contender, seen, wall) => {
  const { rule, lastDate, calendar, stats } = contender;
  seen.views = stats.views;
  seen.clicks = stats.clicks;
  if (lastDate) {
    seen.last_seen = calendar.at(wall).day;
    seen.first_seen = stats.first_seen === undefined ? seen.last_seen : (contender.firstDay ??= calendar.look(stats.first_seen));
  }
  return !rule || rule(seen);
};

// Until when, on the clock on the wall, its repeat cycle blocks a campaign.
export const blockedUntil = ({ stats, cycle }, wall) => {
  const end = stats.last_shown + cycle;
  return end > wall ? end : undefined;
};
