// Brings Beckon to a page: feeds the engine with what the visitor does, and shows what it decides.
//
//   <script async src="https://…/widget.js" data-brand="#4f46e5" data-corner="right" data-theme="auto" data-name="Chat"></script>
//   (window.beckon ||= []).push((beckon) => beckon.identify({ plan: 'trial' }));
//
// It must never throw onto the page, wait for the network to count a page, or leave a global but `beckon`.

import { Delivery, readCampaigns } from './engine.js';
import { fillTokens, presentable, safeLink } from './content.js';
import { describe, keep, newest } from './visitor.js';
import { complain, guard, listen, watch } from './watch.js';
import { createView, make } from './view.js';

const NOTHING = () => {};
const SLOTS = { __proto__: null, rich: ['title', 'subtitle', 'button'], text: ['text'], open_window: ['user_say'] };
// Of attributes what can be kept of them: short texts, numbers, yes and no.
const plainly = (key, value) => (key && Object(value) === value ? null : (value?.slice?.(0, 999) ?? value));
const kindOf = ({ content }) => (SLOTS[content.type] ? content.type : 'rich');

const start = async (script, waiting) => {
  const site = script.dataset;
  const base = new URL('.', script.src).href;
  // Where this page is, and what it stands for: a copy of a site says `data-site`, and `data-root` when it lies in a folder.
  const own = location.origin + (site.root ?? '/');
  const meant = site.site ?? own;
  const seconds = parseFloat(site.quiet);
  const quiet = seconds >= 0 ? seconds : undefined;
  const backlog = [];
  const handlers = { shown: [], clicked: [], closed: [], message: [] };
  const visitor = keep('beckon', () => localStorage);
  const tab = keep('beckon.chat', () => sessionStorage);
  let log = [];
  let delivery;
  let campaigns;
  // The visitor as they were before what the backlog holds.
  let past = {};
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
    const effects = [];
    const [what = 'scroll'] = Object.keys(event);
    if (news) delivery.merge(news);
    if (Math.abs(by) > 1000) {
      skew += by;
      effects.push(...delivery.setClock(by, at()));
    }
    effects.push(...delivery.step(event, at()));
    effects.forEach(tell);
    settle(calling);
    // What another tab told is not told back.
    if (effects[0] || what !== 'scroll') save();
  });
  const tell = ({ effect, campaign }) => effect === 'show' && report('shown', campaign);
  const save = () => {
    const { chat_open: open, ...state } = delivery?.state() ?? past;
    for (const part of ['pages', 'campaigns', 'custom']) state[part] = newest(state[part]);
    visitor.write(state);
    tab.write({ open, log, conversing });
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
      const said = campaign && fill(campaign.content.user_say);
      view.openChat(log, calling, campaign?.launcher_image, said);
      if (campaign) say(said, campaign.id);
    }
    inChat = next && kind === 'open_window';
    conversing &&= inChat;
  };
  const fill = (text) => presentable(fillTokens(`${text ?? ''}`, delivery.custom));

  // A fault of the site's own handlers is the site's to hear of.
  const emit = (event, detail) => {
    for (const handler of handlers[event]) queueMicrotask(() => handler(detail));
  };
  const report = guard((event, campaign) => {
    emit(event, { campaign });
    if (site.events !== 'off') navigator.sendBeacon?.(`${base}v1/events`, JSON.stringify({ events: [{ campaign, event }] }));
  });

  const write = (mine, text) => {
    log.push([mine, text]);
    if (log[50]) log.shift();
    view.say(mine, text);
    if (delivery) save();
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
    if (href) Object.assign(make('a'), { href, target, rel: 'noopener' }).click();
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
    touch: () => delivery?.visible && acts.click(),
    launcher() {
      if (inChat) acts.close();
      else if (delivery?.visible?.opensChat) acts.click();
      else openChat();
    },
  };

  const api = {
    // Tells attributes of the visitor: texts, numbers, yes and no; null removes one.
    identify: guard((attributes) => feed({ identify: JSON.parse(JSON.stringify(attributes, plainly)) })),
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
    close: guard(acts.close),
    // Calls back at once, as it did for what was pushed before the script came.
    push: (work) => queueMicrotask(() => work(api)),
  };

  const view = createView(site, base, guard((what, text) => acts[what](text)));
  window.beckon = Object.freeze(api);
  waiting.forEach(api.push);
  // A page that nobody has looked at yet has not been opened.
  do await new Promise((seen) => (document.hidden ? listen(document, 'visibilitychange', seen) : seen()));
  while (document.hidden);

  // The chat as this tab knows it by now.
  const recall = () => {
    const chat = tab.news();
    if (!chat) return;
    log = [].concat(chat.log).filter(Array.isArray);
    past.chat_open = chat.open;
    conversing = chat.conversing;
  };
  // What is over was seen without campaigns: other pages, and a chat.
  const deliver = guard((leaving) => {
    if (delivery) return;
    const last = leaving ? Infinity : backlog.findLastIndex(([{ open }]) => open);
    const told = { ...describe(navigator, brands), ...past, ...visitor.news() };
    const earlier = Delivery([], told, begun + skew);
    const rest = backlog
      .splice(0)
      .filter(([event, when], index) => (index >= last && !event.chat && !event.close) || !earlier.step(event, when));
    past = earlier.state();
    if (!leaving) {
      delivery = Delivery(campaigns ?? [], { ...told, ...past }, begun + skew, quiet);
      // What is over can no longer be seen, and what is hidden now cannot be seen yet.
      rest.unshift([{ away: true }, 0]);
      rest.push([{ away: document.hidden }, at()]);
      rest.flatMap(([event, when]) => delivery.step(event, when)).forEach(tell);
      settle();
    }
    save();
  });
  const load = async () => {
    // A backend that hangs is as good as none.
    setTimeout(deliver, 2e4);
    const [file, precise] = await Promise.all([
      fetch(`${base}v1/campaigns.json`).then((answer) => answer.ok && answer.json()).catch(NOTHING),
      navigator.userAgentData?.getHighEntropyValues(['fullVersionList']).catch(NOTHING),
    ]);
    brands = precise?.fullVersionList;
    if (file) campaigns = readCampaigns(file);
    deliver();
  };
  const opened = () => {
    feed({ open: location.href.replace(own, meant) });
    measureSoon();
  };
  begin();
  recall();
  const measureSoon = watch(opened, feed);
  opened();
  listen(window, 'storage', ({ key }) => key === 'beckon' && feed({}));
  listen(document, 'visibilitychange', () => delivery && feed({ away: document.hidden }));
  listen(window, 'pagehide', deliver);
  // A page that comes back from the browser's cache is opened once more.
  listen(window, 'pageshow', ({ persisted }) => {
    if (!persisted) return;
    past = delivery?.state() ?? past;
    // It is drawn anew: the chat went on elsewhere.
    drawn = null;
    delivery = inChat = undefined;
    recall();
    begin();
    opened();
    if (campaigns) deliver();
    else load();
  });
  await load();
};

const script = document.currentScript ?? document.querySelector('script[src*="widget.js"]');
const before = window.beckon;
if (script && !before?.identify) start(script, Array.isArray(before) ? before : []).catch((error) => complain(error));
