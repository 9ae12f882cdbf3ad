// Brings Beckon to a page: feeds the engine with what the visitor does, and shows what it decides.
//
//   <script async src="https://…/widget.js" data-brand="#4f46e5" data-corner="right" data-theme="auto" data-name="Chat"></script>
//   (window.beckon ||= []).push((beckon) => beckon.identify({ plan: 'trial' }));
//
// It must never throw onto the page, wait for the network to count a page, or leave a global but `beckon`.

import { Delivery, readCampaigns } from './engine.js';
import { direction, fillTokens, presentable, safeLink } from './content.js';
import { describe, keep } from './visitor.js';
import { watch } from './watch.js';
import { createView } from './view.js';

const NOTHING = () => {};

// What of a campaign stands in the template's slots, filled for this visitor.
const textsOf = ({ title, subtitle, button, text, user_say }, type, fill) => {
  const texts = { rich: { title, subtitle, button: button?.name }, text: { text }, open_window: { user_say } }[type];
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, fill(value)]));
};
const kindOf = ({ type }) => (['text', 'open_window'].includes(type) ? type : 'rich');

const start = async (script, waiting) => {
  const site = script.dataset;
  const base = new URL('.', script.src).href;
  // On a clock that never jumps, when this page view's delivery was made; and what the clock on the wall shows beyond it.
  let begun = 0;
  let skew = 0;
  let delivery;
  let campaigns = [];
  let drawn;
  let timer;
  let conversing;
  let font;
  let complained;
  const backlog = [];
  const handlers = { shown: [], clicked: [], closed: [], message: [] };
  const visitor = keep('beckon', () => localStorage);
  const tab = keep('beckon.chat', () => sessionStorage);
  const { open: chatWasOpen, log = [] } = tab.news() ?? {};

  // Runs something of ours on the page's time: a fault of ours is not the page's.
  const guard =
    (work) =>
    (...given) => {
      try {
        return work(...given);
      } catch (error) {
        complained ??= console.debug('beckon:', error) ?? true;
      }
    };
  const at = () => performance.now() - begun;

  // The address that campaigns see: the page's own, or that of the site which this page stands for.
  const own = () => location.origin + (site.root ?? '');
  const address = () =>
    site.site && location.href.startsWith(own()) ? site.site + location.href.slice(own().length) : location.href;

  // `calling`: the visitor asks for what comes of it.
  const feed = guard((event, calling) => {
    if (!delivery) return void backlog.push([event, at()]);
    const news = visitor.news();
    if (news) delivery.merge(news);
    const by = Date.now() - performance.now() - skew;
    if (Math.abs(by) > 1000) {
      skew += by;
      delivery.setClock(by, at()).forEach(tell);
    }
    delivery.step(event, at()).forEach(tell);
    settle(calling);
    if (event.scroll === undefined) save();
  });
  const tell = ({ effect, campaign }) => {
    if (effect === 'show') report('shown', campaign);
  };
  const save = () => {
    visitor.write(delivery.state());
    tab.write({ open: delivery.chatOpen, log: log.slice(-50) });
  };

  // Draws what is to be seen now, and wakes up when time alone may change it.
  const settle = (calling) => {
    draw(calling);
    clearTimeout(timer);
    const due = delivery.due();
    if (due === Infinity) return;
    loadFont();
    timer = setTimeout(() => feed({}), Math.min(Math.max(0, Math.ceil(due - at())), 6e4));
  };
  const draw = (calling) => {
    const campaign = delivery.visible?.campaign;
    const next = campaign ?? delivery.chatOpen;
    if (next === drawn) return;
    const inChat = drawn && (drawn === true || kindOf(drawn.content) === 'open_window');
    drawn = next;
    if (!next) return view.hide();
    loadFont();
    const type = campaign && kindOf(campaign.content);
    if (type && type !== 'open_window') {
      view.show(campaign, type, textsOf(campaign.content, type, fill));
    } else if (campaign || !inChat) {
      conversing = false;
      view.openChat(log, calling, campaign?.launcher_image);
      if (campaign) say(fill(campaign.content.user_say), campaign.id);
    }
  };
  const fill = (text = '') => presentable(fillTokens(text, delivery.custom));
  const loadFont = () => {
    if (font) return;
    font = new FontFace('Beckon', `url("${base}fonts/inter.woff2")`, { weight: '400 700', display: 'swap' });
    document.fonts.add(font);
    font.load().catch(NOTHING);
  };

  const emit = (event, detail) => {
    for (const handler of handlers[event]) {
      try {
        handler(detail);
      } catch (error) {
        // The site's own fault, and the site's to hear of.
        reportError(error);
      }
    }
  };
  const report = (event, campaign) => {
    emit(event, { campaign });
    if (site.events === 'off') return;
    const url = `${base}v1/events`;
    const body = JSON.stringify({ events: [{ campaign, event }] });
    if (!navigator.sendBeacon?.(url, body)) fetch(url, { method: 'POST', body, keepalive: true }).catch(NOTHING);
  };

  // The visitor's side says something, for the chatbot to answer.
  const say = (text, campaign) => {
    const write = (mine, text) => {
      log.push([mine, text]);
      view.say(mine, text);
      save();
    };
    write(1, text);
    emit('message', { text, campaign, reply: guard((answer) => write(0, String(answer).slice(0, 4000))) });
    if (!handlers.message.length) view.say(0, view.nobody);
  };
  const converse = (text, campaign) => {
    if (!text) return;
    if (!conversing) feed({ converse: true });
    conversing = true;
    say(text, campaign);
  };
  const openChat = () => feed({ chat: true }, true);
  const click = () => {
    const { campaign, opensChat } = delivery.visible;
    const { content } = campaign;
    const message = fill(content.user_say || content.button?.action?.message);
    feed({ click: true }, true);
    report('clicked', campaign.id);
    if (!opensChat) follow(fill(content.button.action.link));
    else if (kindOf(content) !== 'open_window') converse(message, campaign.id);
  };
  const follow = (text) => {
    let href = safeLink(text);
    if (!href) return;
    if (site.site && href.startsWith(`${site.site}/`)) href = own() + href.slice(site.site.length);
    const elsewhere = /^http/.test(href) && new URL(href).origin !== location.origin;
    Object.assign(document.createElement('a'), { href, rel: 'noopener', target: elsewhere ? '_blank' : '' }).click();
  };
  const close = () => {
    if (delivery.visible) report('closed', delivery.visible.campaign.id);
    feed({ close: true });
  };
  const acts = {
    click,
    close,
    say: (text) => (acts.touch(), converse(text)),
    // Something is done inside an open window that came by itself.
    touch: () => delivery.visible && click(),
    launcher() {
      if (!delivery.visible) delivery.chatOpen ? close() : openChat();
      else if (kindOf(delivery.visible.campaign.content) === 'open_window') close();
      else if (delivery.visible.opensChat) click();
      else openChat();
    },
  };

  const ready = [];
  const whenReady = (work) => guard((...given) => (delivery ? work(...given) : ready.push(() => work(...given))));
  const api = {
    // Tells attributes of the visitor; null removes one.
    identify: (attributes) =>
      feed({
        identify: Object.fromEntries(
          Object.entries(attributes ?? {}).filter(([, value]) => value === null || /^(str|num|boo)/.test(typeof value)),
        ),
      }),
    // Calls back for 'shown', 'clicked', 'closed' and 'message'; returns a function that ends it.
    on: (event, handler) => {
      handlers[event]?.push(handler);
      view.resting = handlers.message.length > 0;
      view.settle();
      return () => (handlers[event] = handlers[event]?.filter((other) => other !== handler));
    },
    // Opens the chat, and says something there in the visitor's name.
    open: whenReady((userSay) => (openChat(), converse(userSay && presentable(`${userSay}`)))),
    close: whenReady(close),
    // Calls back at once, as it did for what was pushed before the script came.
    push: (...works) => works.forEach((work) => work(api)),
  };

  const view = createView(site, base, guard((what, text) => acts[what](text)));
  window.beckon = Object.freeze(api);
  for (const work of waiting) {
    try {
      work(api);
    } catch (error) {
      reportError(error);
    }
  }

  // A page that nobody has looked at yet has not been opened.
  while (document.hidden) {
    await new Promise((seen) => document.addEventListener('visibilitychange', seen, { once: true }));
  }
  const begin = () => {
    begun = performance.now();
    skew = Date.now() - begun;
  };
  const deliver = (state) => {
    delivery = Delivery(campaigns, state, begun + skew);
    for (const [event, when] of backlog.splice(0)) delivery.step(event, when).forEach(tell);
    feed({});
    ready.splice(0).forEach((work) => work());
  };
  let precise;
  const deliverFirst = guard(() => delivery || deliver({ ...describe(navigator, precise), ...visitor.news(), chat_open: chatWasOpen }));
  const opened = () => {
    feed({ open: address() });
    measureSoon();
  };
  begin();
  const measureSoon = watch(opened, feed);
  opened();
  window.addEventListener('storage', ({ key }) => key === 'beckon' && feed({}));
  window.addEventListener('pagehide', () => {
    deliverFirst();
    clearTimeout(timer);
  });
  // A page that comes back from the browser's cache is opened once more.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    begin();
    deliver({ ...describe(navigator, precise), ...delivery.state() });
    opened();
  });

  const [file, brands] = await Promise.all([
    fetch(`${base}v1/campaigns.json`, { credentials: 'omit' })
      .then((answer) => answer.ok && answer.json())
      .catch(NOTHING),
    navigator.userAgentData?.getHighEntropyValues?.(['fullVersionList']).catch(NOTHING),
  ]);
  precise = brands?.fullVersionList;
  campaigns = readCampaigns(file);
  deliverFirst();
};

const script = document.currentScript ?? document.querySelector('script[src*="widget.js"]');
const before = window.beckon;
if (script && !before?.identify) start(script, Array.isArray(before) ? before : []).catch((error) => console.debug('beckon:', error));
