// Draws the pop-up, the launcher and the chat from `popup.html` and `popup.css`, in a closed shadow root beside the page's own content.
// Values become text, never markup; nothing here parses HTML but the template below. The joiner puts in `TEMPLATE` and `STYLE`.

// The element that a template holds.
const build = (id) => {
  const open = [document.createDocumentFragment()];
  const inside = TEMPLATE.split(`<template id="${id}">`)[1].split('</template')[0];
  for (const [, closing, name, attributes] of inside.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
    if (closing) open.shift();
    else {
      const space = name === 'svg' ? 'http://www.w3.org/2000/svg' : open[0].namespaceURI;
      const element = document.createElementNS(space ?? 'http://www.w3.org/1999/xhtml', name);
      for (const [, key, value] of attributes.matchAll(/(\S+)="(.*?)"/g)) element.setAttribute(key, value);
      open[0].append(element);
      if (!/img|path|input/.test(name)) open.unshift(element);
    }
  }
  return open[0].firstChild;
};
export const make = (name, className = '') => Object.assign(document.createElement(name), { className });

// `site` holds the script's settings, `base` its folder. `act` is told what the visitor does: 'click', 'close', 'launcher', 'touch' (something in
// the chat), or 'say' with a text.
export const createView = (site, base, act) => {
  const host = make('div');
  const root = host.attachShadow({ mode: 'closed' });
  const box = make('div', 'bk');
  const told = make('div', 'told');
  const launcher = build('launcher');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const [close, chat, write, send, nobody] = (site.words ?? 'Close|Chat|Your message|Send|Nobody is here to answer yet.').split('|');
  const label = (element, text) => element.setAttribute('aria-label', text);
  const slot = (element, name) => element.querySelector(`[data-slot=${name}]`);
  const part = (element, name) => element.querySelector(`.${name}`);
  let shown;
  let talk;
  // What has the focus when it leaves us.
  let back;

  const paint = () => {
    const isDark = site.theme === 'dark' || (site.theme !== 'light' && dark.matches);
    box.classList.toggle('bk-dark', isDark);
    box.classList.toggle('bk-left', site.corner === 'left');
    const [brand, text] = brandColors(site.brand, isDark);
    box.style.setProperty('--brand', brand);
    box.style.setProperty('--on-brand', text);
  };
  const picture = (image, source) => {
    const url = safePicture(source, base);
    image.onerror = () => image.removeAttribute('src');
    if (url) image.src = url;
    else image.onerror();
  };
  // Puts an element in the place of what is shown.
  const put = (element, said, image = 'current') => {
    shown?.remove();
    shown = element;
    box.classList.toggle('bk-open', !!talk);
    box.classList.toggle('bk-bot', image === 'bot_profile');
    picture(slot(launcher, 'launcher'), image.image ?? (image === 'current' && site.launcher));
    launcher.setAttribute('aria-expanded', !!talk);
    told.textContent = '';
    if (element) {
      box.dir = direction(said);
      label(part(element, 'close'), close);
      box.classList.remove('bk-enter');
      box.prepend(element);
      // Styles are looked at, so that the entrance begins anew.
      void box.offsetWidth;
      box.classList.add('bk-enter');
    }
    view.settle();
  };

  const view = {
    nobody,

    // Shows a campaign of a type; `texts` are [slot, text].
    show({ content, launcher_image }, type, texts) {
      const element = build(type);
      const said = texts.map(([name, text]) => (slot(element, name).textContent = text)).join(' ');
      if (type === 'rich') picture(slot(element, 'image'), content.image);
      talk = undefined;
      label(element, said);
      put(element, said, launcher_image);
      told.textContent = said;
    },

    // Opens the chat with what was said in it; `calling`: the visitor asked for it, so the focus goes there. `said`: with what it comes by itself.
    openChat(log, calling, image, said) {
      const element = build('open_window');
      const entry = build('entry');
      const title = site.name ?? chat;
      slot(element, 'name').textContent = title;
      label(element, title || chat);
      talk = part(element, 'talk');
      talk.tabIndex = 0;
      talk.setAttribute('role', 'log');
      label(entry[0], write);
      label(entry[1], send);
      entry[1].append(part(element, 'send').firstChild);
      part(element, 'entry').replaceWith(entry);
      if (root.activeElement === launcher) back = launcher;
      put(element, '', image);
      for (const [mine, text] of log) view.say(mine, text);
      if (calling) entry[0].focus();
      if (said) told.textContent = `${title} ${said}`;
    },

    say(mine, text) {
      if (!talk) return;
      const said = make('p', mine ? 'say mine' : 'say');
      said.textContent = text;
      // The first thing said decides for the window, as in the preview.
      if (!talk.firstChild) box.dir = direction(text);
      talk.append(said);
      talk.scrollTop = talk.scrollHeight;
    },

    hide() {
      const here = shown?.contains(root.activeElement);
      talk = undefined;
      put();
      if (here) (back?.isConnected ? back : launcher).focus();
      back = undefined;
    },

    // The launcher stands there whenever something is open, and at rest where there is somebody to talk to.
    settle(resting) {
      view.resting = resting ?? view.resting;
      launcher.hidden = site.launcher === 'none' || !(shown || view.resting);
      // Last of all, for those who come by keyboard; some pages throw out what they do not know.
      if (document.documentElement.lastElementChild !== host) document.documentElement.append(host);
    },
  };

  listen(root, 'click', ({ target }) => {
    const what = target.closest('[data-act]')?.dataset.act ?? (talk && 'touch');
    if (what) act(what);
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
    if (relatedTarget && !root.contains(relatedTarget)) back = relatedTarget;
    if (target.matches('.field')) act('touch');
  });
  // The page's own shortcuts are not meant by somebody who types here.
  root.addEventListener('keydown', (event) => event.key === 'Escape' || event.stopPropagation());
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown && !event.defaultPrevented && !event.isComposing) act('close');
  });
  // A phone's keyboard lies over the page without making it smaller.
  listen(visualViewport, 'resize', ({ target: { height, scale } }) => {
    const keys = innerHeight - height * scale;
    box.style.setProperty('--keys', `${keys}px`);
    box.classList.toggle('bk-typing', keys > 120);
  });
  listen(dark, 'change', paint);

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  label(launcher, chat);
  told.setAttribute('role', 'status');
  box.append(launcher, told);
  root.append(box);
  paint();
  return view;
};
