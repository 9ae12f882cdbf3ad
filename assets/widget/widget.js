// Brings Beckon to a page: feeds the engine with what the visitor does, and shows what it decides.
//
//   <script async src="https://…/widget.js" data-brand="#4f46e5" data-corner="right" data-theme="auto" data-name="Chat"></script>
//   (window.beckon ||= []).push((beckon) => beckon.identify({ plan: 'trial' }));
//
// It must never throw onto the page, wait for the network to count a page, or leave a global other than `beckon`. What pop-ups are drawn from is a
// file of its own, `popup.json`, fetched once the page has come to rest, if there may be something to draw; the joiner puts in `POPUP`, its name with the version that belongs to the script.

import { fillTokens, lookOf, number, presentable, safeLink } from './content.js';
import { Delivery, element, readCampaigns } from './engine.js';
import { answer, atEnd, complain, end, guard, inTurn, listen, signal } from './life.js';
import { misspelt } from './names.js';
import { make } from './place.js';
import { watchScroll } from './scroll.js';
import { createView } from './view.js';
import { describe, isProgram, keep, newest } from './visitor.js';
import { watchClicks, watchExit, watchPages } from './watch.js';

const NOTHING = () => {};
const SLOTS = { __proto__: null, rich: ['title', 'subtitle', 'button'], text: ['text'], open_window: ['user_say'] };
// The settings of the tag, as `dataset` spells them, and what the site may hear.
const SETTINGS = 'brand corner theme events quiet bottom side z-index name launcher words site root'.split(' ');
const EVENTS = 'shown clicked closed message opened launcher ready'.split(' ');
// In ms: for how long a list of campaigns is new enough, how long one is waited for or what was not there is left alone, and how often a place that is covered is looked at.
const FRESH = 3e5;
const PATIENCE = 2e4;
const LOOK = 500;
// What is due later than this is looked at again by then.
const SOON = 6e4;
// How often it is noted that the visitor does something.
const NOTED = 3e4;
// For how long a page may go on loading before the widget comes all the same.
const LOADING = 1e4;
// Of attributes what can be kept of them: short texts, numbers, yes and no.
const plainly = (key, value) => (key && Object(value) === value ? null : (value?.slice?.(0, 999) ?? value));
const kindOf = ({ content }) => (SLOTS[content.type] ? content.type : 'rich');
// Whether another life of this script listens on this page.
const alive = () => !dispatchEvent(new Event('beckon', { cancelable: true }));
// A timer treats an object as no delay.
const idle = (work) => (window.requestIdleCallback ?? setTimeout)(work, { timeout: LOOK });
const dashed = (name) => name.replace(/[A-Z]/g, '-$&').toLowerCase();

const start = async (site, source, waiting) => {
  const base = new URL('.', source).href;
  // Where this page is, and which one it represents: a copy of a site has `data-site`, and `data-root` if it is in a folder.
  const own = location.origin + (site.root ?? '/');
  const meant = site.site ?? own;
  const handlers = { __proto__: null };
  for (const event of EVENTS) handlers[event] = [];
  const visitor = keep('beckon', () => localStorage);
  const tab = keep('beckon.chat', () => sessionStorage);
  let log = [];
  let view;
  // The fetching of what the view is drawn from, and whether the visitor has asked for it meanwhile.
  let parts;
  let called;
  // Whether the page has come to rest, so that something may be put on it.
  let rested;
  let delivery;
  let campaigns = [];
  // When the campaigns were last asked for, and what came first.
  let asked = -Infinity;
  let listed;
  // Until the campaigns have come, what has happened on this page, and the visitor as they were before.
  let backlog;
  let before;
  // The campaign that is drawn, or true for the chat; and whether that is drawn as a chat.
  let drawn;
  let inChat;
  let conversing;
  // Whether it has still to be said that nobody hears what was said last on this page.
  let unanswered;
  let covered;
  let busy;
  let handler;
  let timer;
  let font;
  let brands;
  // Where the visitor is, as far as the backend knows; asked once on this page, if a campaign asks.
  let country;
  // How long this page has been there, by a clock that never jumps; and what the clock on the wall shows beyond that.
  const begun = performance.now();
  const at = () => performance.now() - begun;
  let skew = Date.now();
  // When the visitor last did something that has not been told yet.
  let touched;

  const renew = (list, state) => {
    delivery = Delivery(list, { ...describe(navigator, brands), country, ...state }, skew, number(site.quiet), listed?.site?.addresses, listed?.site?.hours, listed?.site?.rests);
    delivery.step({ away: document.hidden }, 0);
  };
  // `calling`: the visitor asked for the result.
  const feed = guard((event, calling) => {
    const news = visitor.news();
    const by = Date.now() - at() - skew;
    const [what = 'scroll'] = Object.keys(event);
    if (news) delivery.merge(news);
    const effects = [];
    // Visibility is checked only when a pop-up might be shown. If covered, that holds as of the last step; if free again, from now on.
    if (room()) {
      covered = busy || !view?.seen(delivery.line.find(({ since }) => since >= 0)?.campaign.look);
      if (covered) delivery.step({ covered }, 0);
    }
    if (Math.abs(by) > 1000) {
      skew += by;
      effects.push(...delivery.setClock(by, at()));
    }
    if (touched) {
      const input = [{ input: true }, touched];
      touched = undefined;
      backlog?.push(input);
      effects.push(...delivery.step(...input));
    }
    if (backlog) {
      if (event.open) [before, backlog] = [structuredClone(delivery.state()), []];
      backlog.push([event, at()]);
    }
    effects.push(...delivery.step({ covered, ...event }, at()));
    effects.forEach(tell);
    settle(calling);
    // What another tab reported is not reported back.
    if (effects[0] || what !== 'scroll') save();
  });
  // What campaigns want to be clicked and has not been, each once.
  const sought = () => {
    const all = delivery.line.flatMap(({ elements }) => elements);
    return [...new Map(all.map((one) => [element(one), one])).values()].filter((one) => !delivery.seen.clicked.has(element(one)));
  };
  // Whether a pop-up might be shown, if nothing covers its place.
  const room = () => delivery.line[0] && !delivery.visible && !delivery.chatOpen && !delivery.elsewhere;
  const tell = ({ effect, campaign }) => effect === 'show' && report('shown', campaign);
  const save = () => {
    const { chat_open: open, ...state } = delivery.state();
    for (const part of ['pages', 'campaigns', 'custom', 'event']) state[part] = newest(state[part]);
    visitor.write(state);
    tab.write({ open, log, conversing });
  };

  // Draws what is visible now, and wakes up when time alone may change it.
  const settle = (calling) => {
    draw(calling);
    if (rested && wanted()) mount();
    const due = Math.min(delivery.due() - at(), covered && room() && view && !busy ? LOOK : Infinity);
    clearTimeout(timer);
    if (due < Infinity) timer = setTimeout(feed, Math.min(Math.ceil(due), SOON), {});
    if (!font && (drawn || due < SOON)) {
      font = new FontFace('Beckon', `url("${base}fonts/inter.woff2")`, { weight: '400 700', display: 'swap' });
      document.fonts.add(font);
      font.load().catch(NOTHING);
    }
  };
  const draw = (calling) => {
    const campaign = busy ? undefined : delivery.visible?.campaign;
    const next = campaign ?? (!busy && delivery.chatOpen);
    const kind = campaign ? kindOf(campaign) : 'open_window';
    if (next === drawn) return;
    if (handler && next && kind === 'open_window') {
      // Another window opens in place of the chat: nobody has closed anything.
      feed({ chat: true, close: true });
      return campaign && pass(fill(campaign.content.user_say), campaign);
    }
    if (calling && next && !view) {
      called = true;
      mount();
    }
    if (!view) return;
    drawn = next;
    if (!next) view.hide();
    else if (kind !== 'open_window') {
      const { content } = campaign;
      const texts = SLOTS[kind].map((slot) => [slot, fill(content[slot]?.name ?? content[slot])]);
      view.show(campaign, kind, texts, (content.replies ?? []).map(({ name }) => fill(name)));
    } else if (campaign || !inChat) {
      const said = campaign && fill(campaign.content.user_say);
      view.openChat(log, calling, campaign, said);
      emit('opened', { campaign: campaign?.id });
      if (campaign) say(said, campaign);
      else unanswered &&= view.say(0, view.nobody);
    }
    inChat = next && kind === 'open_window';
    conversing &&= inChat;
  };
  const fill = (text) => presentable(fillTokens(`${text ?? ''}`, delivery.custom));
  // Whether there may be something to draw. Who is about to leave does not wait for it, so it is there before anybody qualifies.
  const wanted = () => !view && (handlers.message[0] || delivery.chatOpen || room());
  // The host comes to the page when there is something to draw, and the page has come to rest or the visitor asks for it.
  const mount = () => {
    if (parts || document.readyState === 'loading') return;
    parts = fetch(base + POPUP)
      .then((answer) => answer.ok && answer.json())
      .catch(NOTHING)
      .then(
        guard((found) => {
          if (!found) return setTimeout(() => (parts = undefined), PATIENCE);
          view = createView(found, site, () => lookOf(site, listed?.site?.look ?? {}), base, guard((what, text) => acts[what](text)), () => !alive() && (end(), true));
          view.attach();
          view.settle(handlers.message[0]);
          // Laid out before it is asked whether it can be seen: each in a task of its own.
          if (called) feed({}, called);
          else inTurn(() => view.seen(), () => feed({}));
        }),
      );
  };

  // A fault of the site's own handlers is the site's to hear of.
  const emit = (event, detail) => {
    for (const work of handlers[event]) queueMicrotask(() => work(detail));
  };
  const report = guard((event, campaign, reply) => {
    emit(event, { campaign, reply });
    if (site.events === 'off' || isProgram(navigator)) return;
    navigator.sendBeacon(`${base}v1/events`, JSON.stringify({ events: [{ campaign, event, reply }] }));
  });

  const write = (mine, text) => {
    log.push([mine, text]);
    if (log[50]) log.shift();
    view?.say(mine, text);
    save();
  };
  // The visitor's side says something, for the chatbot to answer.
  const say = (text, campaign) => {
    write(1, text);
    emit('message', { text, campaign: campaign?.id, reply: guard((answer) => write(0, `${answer}`.slice(0, 9999))) });
    unanswered = !handlers.message[0];
    if (view) unanswered &&= view.say(0, view.nobody);
  };
  // A conversation counts once per opening of the chat, when the visitor sends the first message.
  const converse = (text, campaign, clicked) => {
    if (!conversing) feed({ converse: true });
    conversing = true;
    if (handler) pass(text, campaign, clicked);
    else say(text, campaign);
  };
  // Another chat window takes it over; if it cannot, ours opens.
  const pass = (text, campaign, clicked) => {
    const other = handler;
    new Promise((done) => done(other({ text, campaign: campaign?.id, name: campaign?.name, clicked }))).catch(
      guard((error) => {
        complain(error);
        handler = undefined;
        openChat();
        if (text) say(text, campaign);
        handler = other;
      }),
    );
  };
  const openChat = () => feed({ chat: true }, true);
  // The launcher is there as soon as somebody hears.
  const attend = () => {
    view?.settle(true);
    if (rested && wanted()) mount();
  };
  const follow = (text) => {
    const href = safeLink(text)?.replace(meant, own);
    const target = /^http/.test(href) && new URL(href).origin !== location.origin ? '_blank' : '';
    if (href) Object.assign(make('a'), { href, target, rel: 'noopener' }).click();
  };
  const acts = {
    // `number`: of the reply, if it is one.
    click(number) {
      const reply = +number || undefined;
      const { campaign, opensChat } = delivery.visible;
      const { user_say, button, replies, text } = campaign.content;
      const pressed = reply ? replies[reply - 1] : button;
      const opens = opensChat[reply ?? 0];
      report('clicked', campaign.id, reply);
      feed({ click: { reply }, close: handler && opens }, true);
      if (!opens) follow(fill(pressed.action.link));
      else if (kindOf(campaign) !== 'open_window')
        converse((!reply && fill(user_say)) || fill(pressed?.action?.message) || fill(reply && pressed.name), campaign, pressed?.name ?? text);
    },
    close() {
      if (delivery.visible) report('closed', delivery.visible.id);
      feed({ close: true });
    },
    say(text) {
      acts.touch();
      converse(text);
    },
    // Any action in a window that opened automatically counts as an answer to it.
    touch: () => delivery.visible && acts.click(),
    launcher() {
      emit('launcher', {});
      if (inChat) acts.close();
      else if (delivery.visible?.opensChat[0] && !delivery.visible.campaign.content.replies) acts.click();
      else methods.open();
    },
  };

  const known = (event) => handlers[event] ?? misspelt('event', `${event}`, EVENTS);
  const methods = {
    // Sets attributes of the visitor: texts, numbers and booleans; null removes one.
    identify: (attributes) => feed({ identify: JSON.parse(JSON.stringify(attributes, plainly)) }),
    // Tells that something has happened, such as `add_to_cart`.
    track: (event) => feed({ track: `${event}`.slice(0, 999) }),
    // Calls back for what `EVENTS` names.
    on(event, work) {
      known(event)?.push(work);
      if (event === 'message') attend();
      if (event === 'ready' && !backlog) queueMicrotask(() => work({}));
    },
    off(event, work) {
      const list = known(event);
      if (list) handlers[event] = list.filter((other) => other !== work);
    },
    // Opens the chat, and says something there in the visitor's name.
    open(userSay) {
      if (!handler) openChat();
      else if (!userSay) pass();
      if (userSay) converse(presentable(`${userSay}`));
    },
    close: acts.close,
    // While the site is busy nothing is shown; what was shown comes back afterwards.
    busy(now) {
      busy = now ?? true;
      feed({});
    },
    // Hands every message to another chat window instead of our own.
    handOver(work) {
      handler = work ?? undefined;
      attend();
    },
    // A conversation has begun elsewhere.
    converse: () => feed({ converse: true }),
  };
  // Begins without campaigns: pages are counted and the chat opens whatever the backend does.
  const restart = () => {
    const chat = tab.news();
    before = structuredClone({ ...(delivery?.state() ?? visitor.news()) });
    if (chat) {
      log = [].concat(chat.log).filter(Array.isArray);
      before.chat_open = chat.open;
      conversing = chat.conversing;
    }
    backlog = [];
    renew([], before);
  };
  // Calls made before the visitor is known wait along with those pushed before the script loaded.
  const later = (work) => (delivery ? queueMicrotask(() => work(beckon)) : waiting.push(work));
  for (const name in methods) {
    const work = guard(methods[name]);
    methods[name] = (...given) => (delivery ? work(...given) : waiting.push(() => work(...given)));
  }
  methods.push = later;
  methods.destroy = end;
  const beckon = new Proxy(Object.freeze(methods), {
    // A promise asks every object whether it is one.
    get: (object, name) => object[name] ?? (typeof name === 'symbol' || name === 'then' ? undefined : () => misspelt('function', name, Object.keys(methods))),
  });
  for (const name in site) if (!SETTINGS.includes(dashed(name))) misspelt('attribute', dashed(name), SETTINGS);
  window.beckon = beckon;
  answer();
  atEnd(() => {
    clearTimeout(timer);
    if (font) document.fonts.delete(font);
    if (window.beckon === beckon) delete window.beckon;
  });
  await inTurn(() => (restart(), waiting.forEach(later)));
  // A page that nobody has looked at yet has not been opened.
  while (document.hidden) await new Promise((seen) => listen(document, 'visibilitychange', seen));

  // Once campaigns are there, this page view is replayed; but what is over can no longer be seen.
  const deliver = guard(() => {
    if (!backlog) return;
    const [rest, heard] = [backlog, delivery.state()];
    backlog = undefined;
    renew(campaigns, before);
    for (const [event, when] of rest) {
      const events = typeof event === 'function' ? event(sought()).map((press) => ({ press })) : [event];
      for (const one of events) delivery.step({ ...one, away: true }, when);
    }
    delivery.merge(heard);
    view?.settle();
    inTurn(() => feed({ away: document.hidden }));
    emit('ready', {});
  });
  const load = async () => {
    asked = at();
    // A backend that hangs counts as none.
    setTimeout(deliver, PATIENCE);
    await inTurn(NOTHING);
    const [file, precise] = await Promise.all([
      fetch(`${base}v1/campaigns.json`, { cache: listed ? 'no-cache' : 'default' })
        .then((answer) => answer.ok && answer.json())
        .catch(NOTHING),
      navigator.userAgentData?.getHighEntropyValues(['fullVersionList']).catch(NOTHING),
    ]);
    brands = precise?.fullVersionList;
    if (file) {
      listed = file;
      const list = [];
      const calendars = {};
      // Twenty of them in one go.
      for (let from = 0; from < file.campaigns?.length; from += 20)
        await inTurn(() => list.push(...readCampaigns(file, calendars, from, from + 20, navigator.languages)));
      campaigns = list;
    }
    inTurn(deliver);
    // Others do not wait for it. Unanswered, nobody knows.
    if (country === undefined && campaigns.some(({ asksCountry }) => asksCountry)) {
      country = '';
      fetch(`${base}v1/country.json`)
        .then((answer) => answer.ok && answer.json())
        .then(
          guard((found) => {
            country = delivery.seen.country = `${found?.country ?? ''}`.toLowerCase();
            feed({});
          }),
        )
        .catch(NOTHING);
    }
  };
  // `again`: the page comes back from the browser's cache, and is opened once more.
  const opened = (again) => {
    const stale = at() - asked > FRESH;
    if (stale || again) restart();
    // A page that the script itself saw change was led to by nothing else.
    feed({ open: location.href.replace(own, meant), referrer: asked < 0 && document.referrer });
    if (stale || (again && !listed)) load();
    else if (again) deliver();
    scrolled();
  };
  const scrolled = watchScroll(feed);
  watchExit(() => feed({ exit: true }));
  watchClicks((hit, afterwards) => {
    // Nobody knows yet what campaigns will ask for; what is clicked may have another text by then.
    if (backlog) return hit([{ text: ' ' }]), backlog.push([hit, at()]);
    const presses = hit(sought());
    if (presses[0]) afterwards(() => presses.forEach((press) => feed({ press })));
  });
  await inTurn(() => {
    watchPages(() => opened());
    opened();
  });
  let noted = 0;
  // What they do is told with what comes next, so that moving a pointer costs nothing.
  listen(window, 'pointermove pointerdown keydown scroll', () => {
    touched = at();
    if (touched - noted > NOTED) feed({ input: (noted = touched) });
  });
  listen(window, 'storage', ({ key }) => key === 'beckon' && feed({}));
  listen(document, 'visibilitychange', () => feed({ away: document.hidden }));
  listen(window, 'pageshow', ({ persisted }) => {
    if (!persisted) return;
    // It is drawn again: the chat continued elsewhere.
    drawn = null;
    inChat = undefined;
    opened(true);
  });
  const rest = () => idle(() => ((rested = true), feed({})));
  if (document.readyState === 'complete') rest();
  setTimeout(rest, LOADING);
  listen(window, 'load', rest);
};

// The outermost window, when it is another one, of the same site, and has the widget: it shows and counts for all of them.
const outermost = (source) => {
  try {
    if (top !== window && (top.beckon?.identify || [...top.document.scripts].some(({ src }) => src === source))) return top;
  } catch {}
};
// Here that window's is the only one, even before its script has come.
const share = (outer, waiting) => {
  Object.defineProperty(window, 'beckon', { configurable: true, get: () => (outer.beckon ||= []), set: NOTHING });
  answer();
  waiting.forEach((work) => window.beckon.push(work));
};

// A module does not know its own tag, but it knows where an error would come from.
const source = document.currentScript?.src || /(https?:\/\/\S+?)(:\d+)*\)?$/m.exec(new Error().stack)?.[1];
const script = document.currentScript ?? [...document.scripts].find(({ src }) => src === source);
const found = window.beckon;
if (source && !(found?.identify && alive())) {
  // A life that nothing listens to any more, since `document.write` replaced the page.
  if (found?.identify) found.destroy();
  const waiting = Array.isArray(found) ? found : [];
  const around = outermost(source);
  if (around) share(around, waiting);
  else start({ ...script?.dataset }, source, waiting).catch(complain);
}
