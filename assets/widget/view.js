// Draws the pop-up, the launcher and the chat from `popup.html` and `popup.css`, in a closed shadow root apart from the page's own content.
// Values become text, never markup, and nothing here parses HTML.

import { direction, paints, safePicture } from './content.js';
import { guard, listen, signal } from './life.js';
import { covering, createPlace, make } from './place.js';

// The element that a template describes.
const build = ([name, attributes, ...children]) => {
  const element = /svg|path/.test(name) ? document.createElementNS('http://www.w3.org/2000/svg', name) : make(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children.map(build));
  return element;
};
// The shortest time after which a second click is a separate one, in ms, and how far from the first one it may be, in CSS pixels.
const DOUBLE = 500;
const NEAR = 24;

// The templates, by id, and their style come from `popup.json`. `site` holds the script's settings, `base` its folder; `look` returns how the site's pop-ups look. `act` is called with what the visitor does: 'click' with the number of a reply, 'close', 'launcher', 'touch'
// (something in the chat), or 'say' with a text. `dead` returns whether the page has become another one.
export const createView = ({ template, style }, site, look, base, act, dead) => {
  const host = make('div');
  const root = host.attachShadow({ mode: 'closed' });
  const box = make('div', 'bk');
  const announcer = make('div', 'announcer');
  const launcher = build(template.launcher);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const [close, chat, write, send, nobody] = (site.words ?? 'Close|Chat|Your message|Send|Nobody is here to answer yet.').split('|');
  const label = (element, text) => element.setAttribute('aria-label', text);
  const slot = (element, name) => element.querySelector(`[data-slot=${name}]`);
  const part = (element, name) => element.querySelector(`.${name}`);
  let shown;
  let talk;
  // Where the talk is scrolled to, and what of ours has the focus: lost when a page throws out the host. Once it is back, WebKit may scroll `again`,
  // to where it was not.
  let scrolled;
  let again;
  let focused;
  // What has the focus when it leaves us.
  let back;

  // How what is shown looks, and the classes that come of it.
  let worn = look();
  let classes = [];
  const sheet = new CSSStyleSheet();
  const own = new CSSStyleSheet();
  const paint = () => {
    const [isDark, button, onButton, card, text] = paints(worn, dark.matches);
    const [side, bottom] = worn.offset ?? [];
    const measure = (number, unit = 'px') => (number >= 0 ? number + unit : '');
    const values = {
      brand: button,
      'on-brand': onButton,
      bg: card,
      fg: text,
      side: measure(side),
      bottom: measure(bottom),
      radius: measure(worn.radius),
      width: measure(worn.width),
      motion: measure(worn.motion_ms, 'ms'),
    };
    for (const name in values) box.style.setProperty(`--${name}`, values[name] ?? '');
    box.classList.remove(...classes);
    classes = Object.keys(worn).map((key) => `bk-${key}-${worn[key]}`.replace(/\s/g, ''));
    box.classList.add(...classes);
    box.classList.toggle('bk-dark', isDark);
    box.classList.toggle('bk-own', !!(card || text));
    own.replaceSync(worn.layer ? `:host{z-index:${worn.layer}!important}` : '');
  };
  const picture = (image, source) => {
    const url = safePicture(source, base);
    image.onerror = () => image.removeAttribute('src');
    if (url) image.src = url;
    else image.onerror();
  };
  // Replaces what is shown with an element.
  const put = (element, said, image = 'current') => {
    shown?.remove();
    shown = element;
    box.classList.toggle('bk-open', !!talk);
    box.classList.toggle('bk-bot', image === 'bot_profile');
    picture(slot(launcher, 'launcher'), image.image ?? (image === 'current' && site.launcher));
    launcher.setAttribute('aria-expanded', !!talk);
    announcer.textContent = '';
    if (element) {
      box.dir = direction(said);
      label(part(element, 'close'), close);
      box.prepend(element);
    }
    view.settle();
  };

  const view = {
    nobody,

    // Shows a campaign of a type; `texts` are [slot, text], `replies` texts to choose from.
    show({ content, launcher_image, look: chosen }, type, texts, replies) {
      const element = build(template[type]);
      worn = { ...look(), ...chosen };
      const reply = (text, index) => {
        const button = build(template.reply);
        button.value = index + 1;
        slot(element, 'replies').append(button);
        return (button.textContent = text);
      };
      const said = [...texts.map(([name, text]) => (slot(element, name).textContent = text)), ...replies.map(reply)].join(' ');
      if (type === 'rich' && worn.picture !== 'none') {
        picture(slot(element, 'image'), (devicePixelRatio >= 1.4 && content.image_dense) || content.image);
        slot(element, 'image').alt = content.image_alt ?? '';
      }
      if (worn.close === 'none') slot(element, 'close').textContent = close || 'Close';
      talk = undefined;
      if (content.language) element.lang = content.language;
      announcer.lang = content.language ?? '';
      label(element, said);
      put(element, said, launcher_image);
      announcer.textContent = said;
    },

    // Opens the chat with its messages; `calling`: the visitor asked for it, so it gets the focus. `said`: what to announce otherwise.
    openChat(log, calling, { launcher_image, look: chosen } = {}, said) {
      const element = build(template.open_window);
      worn = { ...look(), ...chosen };
      const title = site.name ?? chat;
      slot(element, 'name').textContent = title;
      label(element, title || chat);
      talk = part(element, 'talk');
      const field = part(element, 'field');
      label(field, write);
      label(part(element, 'send'), send);
      if (root.activeElement === launcher) back = launcher;
      put(element, '', launcher_image);
      for (const [mine, text] of log) view.say(mine, text);
      if (calling) field.focus();
      if (said) announcer.textContent = `${title} ${said}`;
    },

    say(mine, text) {
      if (!talk) return;
      const said = make('p', mine ? 'say mine' : 'say');
      said.textContent = text;
      // The first thing said decides for the window, as in the preview.
      if (!talk.firstChild) box.dir = direction(text);
      talk.append(said);
      talk.scrollTop = scrolled = talk.scrollHeight;
    },

    hide() {
      const here = shown?.contains(root.activeElement);
      talk = undefined;
      put();
      if (here) (back?.isConnected ? back : launcher).focus();
      back = undefined;
    },

    // The launcher is visible whenever something is open, and also at rest where there is somebody to talk to.
    settle(resting) {
      view.resting = resting ?? view.resting;
      if (!shown) worn = look();
      paint();
      launcher.hidden = site.launcher === 'none' || !(shown || view.resting);
    },
  };

  // The last thing clicked here.
  let clicked;
  listen(root, 'click', (event) => {
    const button = event.target.closest('[data-act]');
    if (button) clicked = event;
    if (button || talk) act(button?.dataset.act ?? 'touch', button?.value);
  });
  // The second half of a double click must not go through what its first half closed.
  listen(window, 'pointerdown mousedown mouseup click dblclick', (event) => {
    const near = Math.hypot(event.clientX - clicked?.clientX, event.clientY - clicked?.clientY) < NEAR;
    if (event.target === host || !near || event.timeStamp - clicked.timeStamp > DOUBLE) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  });
  listen(root, 'submit', (event) => {
    const [field] = event.target;
    const text = field.value.trim();
    event.preventDefault();
    field.value = '';
    field.focus();
    if (text) act('say', text);
  });
  listen(root, 'focusin', ({ target, relatedTarget }) => {
    focused = target;
    if (relatedTarget && !root.contains(relatedTarget)) back = relatedTarget;
    if (target.matches('.field')) act('touch');
  });
  listen(root, 'focusout', () => queueMicrotask(() => host.isConnected && (focused = root.activeElement)));
  listen(root, 'scroll', ({ target }) => {
    if (target !== talk) return;
    if (again >= 0) talk.scrollTop = again;
    again = undefined;
    scrolled = talk.scrollTop;
  });
  // Whether somebody who presses Escape outside of ours may mean something of the page's.
  const meantForPage = () => {
    const focus = document.activeElement;
    const within = focus?.closest('[contenteditable],[role=dialog],[role=menu],[aria-expanded=true]');
    // A browser without popovers has no selector for them.
    const over = host.popover === null && document.querySelector(':popover-open');
    return covering() || focus?.value || within || over || document.querySelector('dialog[open]');
  };
  // Typing here does not concern the page: it is stopped before the page sees it, except by earlier listeners at the window.
  const TYPING = 'keydown keypress keyup beforeinput input textInput paste cut copy drop compositionstart compositionupdate compositionend';
  let pages;
  listen(window, TYPING, (event) => {
    const escape = shown && event.key === 'Escape' && event.type === 'keydown' && !event.isComposing;
    const ours = event.target === host;
    if (ours) event.stopImmediatePropagation();
    if (ours && escape) act('close');
    pages = ours || !escape || meantForPage();
  });
  window.addEventListener('keydown', guard((event) => pages || event.defaultPrevented || act('close')), { signal });
  listen(dark, 'change', paint);

  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet, own];
  label(launcher, chat);
  announcer.setAttribute('role', 'status');
  box.append(launcher, announcer);
  root.append(box);
  paint();
  const place = createPlace(host, box, () => worn.layer < 2e9, dead, () => {
    if (talk && talk.scrollTop !== scrolled) talk.scrollTop = again = scrolled;
    focused?.focus({ preventScroll: true });
  });
  return Object.assign(view, place, {
    // Whether a pop-up could be seen now; one with a place of its own, there.
    seen(chosen) {
      if (!shown && chosen) {
        worn = { ...look(), ...chosen };
        paint();
      }
      const seen = place.seen();
      if (!shown && chosen) view.settle();
      return seen;
    },
  });
};
