// Brings Beckon to a page: feeds the engine with what the visitor does, and shows what it decides.
//
//   <script async src="https://…/widget.js" data-brand="#4f46e5" data-corner="right" data-theme="auto" data-name="Chat"></script>
//   (window.beckon ||= []).push((beckon) => beckon.identify({ plan: 'trial' }));
//
// It must never throw onto the page, wait for the network to count a page, or leave a global but `beckon`.

import { Delivery, readCampaigns } from './engine.js';
import { fillTokens, presentable, safeLink } from './content.js';
import { describe, keep, newest } from './visitor.js';
import { listen, watch } from './watch.js';
import { createView } from './view.js';

const NOTHING = () => {};
const SLOTS = { __proto__: null, rich: ['title', 'subtitle', 'button'], text: ['text'], open_window: ['user_say'] };
const kindOf = ({ content }) => (SLOTS[content.type] ? content.type : 'rich');

const start = async (script, waiting) => {
  const site = script.dataset;
  const base = new URL('.', script.src).href;
  // Where this page is, and what it stands for: a copy of a site says `data-site`, and `data-root` when it lies in a folder.
  const own = location.origin + (site.root ?? '/');
  const meant = site.site ?? own;
  const backlog = [];
  const handlers = { shown: [], clicked: [], closed: [], message: [] };
  const visitor = keep('beckon', () => localStorage);
  const tab = keep('beckon.chat', () => sessionStorage);
  const chat = tab.news();
  const log = [].concat(chat?.log).filter(Array.isArray);
  let delivery;
  let campaigns = [];
  // The campaign that is drawn, or true for the chat; and whether that is drawn as a chat.
  let drawn;
  let inChat;
  let conversing;
  let timer;
  let font;
  let brands;
  // When this delivery was made, by a clock that never jumps; and what the clock on the wall shows beyond it.
  let begun;
  let skew;

  // Runs something of ours on the page's time: a fault of ours is not the page's.
  let complain = (error) => {
    console.debug('beckon:', error);
    complain = NOTHING;
  };
  const guard =
    (work) =>
    (...given) => {
      try {
        return work(...given);
      } catch (error) {
        complain(error);
      }
    };
  const begin = () => {
    begun = performance.now();
    skew = Date.now() - begun;
  };
  const at = () => performance.now() - begun;

  // `calling`: the visitor asks for what comes of it.
  const feed = guard((event, calling) => {
    if (!delivery) return backlog.push([event, at()]);
    const news = visitor.news();
    const by = Date.now() - performance.now() - skew;
    if (news) delivery.merge(news);
    if (Math.abs(by) > 1000) {
      skew += by;
      delivery.setClock(by, at()).forEach(tell);
    }
    delivery.step(event, at()).forEach(tell);
    settle(calling);
    if (event.scroll === undefined) save();
  });
  const tell = ({ effect, campaign }) => effect === 'show' && report('shown', campaign);
  const save = () => {
    if (!delivery) return;
    const state = delivery.state();
    visitor.write({ ...state, pages: newest(state.pages), campaigns: newest(state.campaigns) });
    tab.write({ open: state.chat_open, log });
  };

  // Draws what is to be seen now, and wakes up when time alone may change it.
  const settle = (calling) => {
    const due = delivery.due() - at();
    draw(calling);
    clearTimeout(timer);
    if (due < Infinity) timer = setTimeout(feed, Math.min(Math.max(0, Math.ceil(due)), 6e4), {});
    if (!font && (drawn || due < Infinity)) {
      font = new FontFace('Beckon', `url("${base}fonts/inter.woff2")`, { weight: '400 700', display: 'swap' });
      document.fonts.add(font);
      font.load().catch(NOTHING);
    }
  };
  const draw = (calling) => {
    const campaign = delivery.visible?.campaign;
    const next = campaign ?? delivery.chatOpen;
    const kind = campaign ? kindOf(campaign) : 'open_window';
    if (next === drawn) return;
    drawn = next;
    if (!next) view.hide();
    else if (kind !== 'open_window') {
      const { content } = campaign;
      const texts = SLOTS[kind].map((slot) => [slot, fill(content[slot]?.name ?? content[slot])]);
      view.show(campaign, kind, texts);
    } else if (campaign || !inChat) {
      view.openChat(log, calling, campaign?.launcher_image);
      if (campaign) say(fill(campaign.content.user_say), campaign.id);
    }
    inChat = next && kind === 'open_window';
    conversing &&= inChat;
  };
  const fill = (text) => presentable(fillTokens(`${text ?? ''}`, delivery.custom));

  // A fault of the site's own handlers is the site's to hear of.
  const emit = (event, detail) => {
    for (const handler of handlers[event]) queueMicrotask(() => handler(detail));
  };
  const report = (event, campaign) => {
    emit(event, { campaign });
    if (site.events !== 'off') navigator.sendBeacon(`${base}v1/events`, JSON.stringify({ events: [{ campaign, event }] }));
  };

  const write = (mine, text) => {
    log.push([mine, text]);
    if (log[50]) log.shift();
    view.say(mine, text);
    save();
  };
  // The visitor's side says something, for the chatbot to answer.
  const say = (text, campaign) => {
    write(1, text);
    emit('message', { text, campaign, reply: guard((answer) => write(0, `${answer}`.slice(0, 9999))) });
    if (!handlers.message[0]) view.say(0, view.nobody);
  };
  // A conversation counts once a chat's opening, when the visitor says the first thing in it.
  const converse = (text, campaign) => {
    if (!conversing) feed({ converse: true });
    conversing = true;
    say(text, campaign);
  };
  const openChat = () => feed({ chat: true }, true);
  const follow = (text) => {
    const href = safeLink(text)?.replace(meant, own);
    const target = /^http/.test(href) && new URL(href).origin !== location.origin ? '_blank' : '';
    if (href) Object.assign(document.createElement('a'), { href, target, rel: 'noopener' }).click();
  };
  const acts = {
    click() {
      const { campaign, opensChat } = delivery.visible;
      const { user_say, button } = campaign.content;
      feed({ click: true }, true);
      report('clicked', campaign.id);
      if (!opensChat) follow(fill(button.action.link));
      else if (kindOf(campaign) !== 'open_window') converse(fill(user_say || button?.action?.message), campaign.id);
    },
    close() {
      if (delivery?.visible) report('closed', delivery.visible.id);
      feed({ close: true });
    },
    say(text) {
      acts.touch();
      converse(text);
    },
    // An open window that came by itself is answered by whatever is done in it.
    touch: () => delivery.visible && acts.click(),
    launcher() {
      if (inChat) acts.close();
      else if (delivery.visible?.opensChat) acts.click();
      else openChat();
    },
  };

  const api = {
    // Tells attributes of the visitor: texts, numbers, yes and no; null removes one.
    identify: guard((attributes) => feed({ identify: JSON.parse(JSON.stringify(attributes)) })),
    // Calls back for 'shown', 'clicked', 'closed' and 'message'.
    on: guard((event, handler) => {
      handlers[event].push(handler);
      view.settle(event === 'message' || undefined);
    }),
    // Opens the chat, and says something there in the visitor's name.
    open: guard((userSay) => {
      openChat();
      if (userSay) converse(presentable(`${userSay}`));
    }),
    close: guard(() => acts.close()),
    // Calls back at once, as it did for what was pushed before the script came.
    push: (work) => queueMicrotask(() => work(api)),
  };

  const view = createView(site, base, guard((what, text) => acts[what](text)));
  window.beckon = Object.freeze(api);
  waiting.forEach(api.push);
  // A page that nobody has looked at yet has not been opened.
  do await new Promise((seen) => (document.hidden ? listen(document, 'visibilitychange', seen) : seen()));
  while (document.hidden);

  const deliver = (state) => {
    delivery = Delivery(campaigns, { ...describe(navigator, brands), ...state }, begun + skew);
    for (const [event, when] of backlog.splice(0)) delivery.step(event, when).forEach(tell);
    feed({});
  };
  const deliverFirst = guard(() => delivery || deliver({ ...visitor.news(), chat_open: chat?.open }));
  const opened = () => {
    feed({ open: location.href.replace(own, meant) });
    measureSoon();
  };
  begin();
  const measureSoon = watch(opened, feed);
  opened();
  listen(window, 'storage', ({ key }) => key === 'beckon' && feed({}));
  listen(window, 'pagehide', deliverFirst);
  // A page that comes back from the browser's cache is opened once more.
  listen(window, 'pageshow', ({ persisted }) => {
    if (!persisted) return;
    begin();
    deliver(delivery.state());
    opened();
  });

  const [file, precise] = await Promise.all([
    fetch(`${base}v1/campaigns.json`).then((answer) => answer.ok && answer.json()).catch(NOTHING),
    navigator.userAgentData?.getHighEntropyValues(['fullVersionList']).catch(NOTHING),
  ]);
  brands = precise?.fullVersionList;
  campaigns = readCampaigns(file);
  deliverFirst();
};

const script = document.currentScript ?? document.querySelector('script[src*="widget.js"]');
const before = window.beckon;
if (script && !before?.identify) start(script, Array.isArray(before) ? before : []).catch((error) => console.debug('beckon:', error));
