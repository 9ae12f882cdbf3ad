// Draws the pop-up, the launcher and the chat from `popup.html` and `popup.css`, in a closed shadow root beside the page's own content.
// Values become text, never markup; nothing here parses HTML but the template below. `TEMPLATE` and `STYLE` are put in by the joiner.

const WORDS = {
  en: ['Close', 'Chat', 'Your message', 'Send', 'Nobody is here to answer yet.'],
  tr: ['Kapat', 'Sohbet', 'Mesajınız', 'Gönder', 'Şu anda yanıt verecek kimse yok.'],
};

// The element that a template holds.
const build = (id) => {
  const [, inside] = TEMPLATE.split(`<template id="${id}">`);
  const open = [document.createDocumentFragment()];
  for (const [, closing, name, attributes] of inside.split('</template')[0].matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
    if (closing) open.shift();
    else {
      const space = name === 'svg' ? 'http://www.w3.org/2000/svg' : open[0].namespaceURI;
      const element = document.createElementNS(space ?? 'http://www.w3.org/1999/xhtml', name);
      for (const [, key, value] of attributes.matchAll(/(\S+)="(.*?)"/g)) element.setAttribute(key, value);
      open[0].append(element);
      if (!/img|path/.test(name)) open.unshift(element);
    }
  }
  return open[0].firstChild;
};
const make = (name, className) => Object.assign(document.createElement(name), { className });

// `site` holds the script's settings, `base` its folder. `act` is told what the visitor does: 'click', 'close', 'launcher', or 'say' with a text.
export const createView = (site, base, act) => {
  const host = make('div', '');
  const root = host.attachShadow({ mode: 'closed' });
  const box = make('div', 'bk');
  const told = make('div', 'told');
  const launcher = build('launcher');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const words = WORDS[(document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase()] ?? WORDS.en;
  const slot = (element, name) => element.querySelector(`[data-slot=${name}]`);
  let shown;
  let talk;
  let back;

  const paint = () => {
    const isDark = site.theme === 'dark' || (site.theme !== 'light' && dark.matches);
    box.classList.toggle('bk-dark', isDark);
    box.classList.toggle('bk-left', site.corner === 'left');
    brandColors(site.brand, isDark).forEach((color, index) => box.style.setProperty(['--brand', '--on-brand'][index], color));
  };
  const picture = (image, source) => {
    image.onerror = () => image.removeAttribute('src');
    const url = safePicture(source, base);
    if (url) image.src = url;
    else image.onerror();
  };
  const launcherImage = (image = 'current') => {
    box.classList.toggle('bk-bot', image === 'bot_profile');
    picture(slot(launcher, 'launcher'), image.image ?? (image === 'current' && site.launcher));
  };
  const put = (element) => {
    shown?.remove();
    shown = element;
    box.classList.toggle('bk-open', !!talk);
    launcher.setAttribute('aria-expanded', !!talk);
    if (!element) return;
    for (const close of element.querySelectorAll('.close')) close.setAttribute('aria-label', words[0]);
    box.prepend(element);
    box.classList.remove('bk-enter');
    void box.offsetWidth;
    box.classList.add('bk-enter');
  };
  const visitorIsHere = () => shown?.contains(root.activeElement);

  const view = {
    // The launcher stands there even with nothing open.
    resting: false,

    // Shows a campaign of a type; `texts` are those of its slots.
    show({ content, launcher_image }, type, texts) {
      talk = undefined;
      const element = build(type);
      for (const [name, text] of Object.entries(texts)) slot(element, name).textContent = text;
      if (type === 'rich') picture(slot(element, 'image'), content.image);
      const said = Object.values(texts).join(' ');
      box.dir = direction(said);
      element.setAttribute('aria-label', said);
      put(element);
      launcherImage(launcher_image);
      told.textContent = said;
      view.settle();
    },

    // Opens the chat with what was said in it; `calling`: the visitor asked for it, so the focus goes there.
    openChat(log, calling, launcher_image) {
      const byLauncher = root.activeElement === launcher;
      const element = build('open_window');
      slot(element, 'name').textContent = site.name ?? words[1];
      element.setAttribute('aria-label', site.name || words[1]);
      talk = element.querySelector('.talk');
      talk.replaceChildren();
      Object.assign(talk, { tabIndex: 0, role: 'log' });
      box.dir = direction(log.map(([, text]) => text).join(' '));
      const field = make('input', 'field');
      Object.assign(field, { type: 'text', autocomplete: 'off', enterKeyHint: 'send', maxLength: 2000, ariaLabel: words[2] });
      const send = make('button', 'send');
      send.append(...element.querySelector('.send').childNodes);
      Object.assign(send, { type: 'button', ariaLabel: words[3] });
      send.dataset.act = 'send';
      element.querySelector('.field').replaceWith(field);
      element.querySelector('.send').replaceWith(send);
      put(element);
      launcherImage(launcher_image);
      for (const [mine, text] of log) view.say(mine, text);
      if (calling) {
        if (byLauncher) back = launcher;
        field.focus();
      }
      view.settle();
    },

    say(mine, text) {
      if (!talk) return;
      const said = make('p', mine ? 'say mine' : 'say');
      said.textContent = text;
      said.dir = direction(text);
      talk.append(said);
      talk.scrollTop = talk.scrollHeight;
    },

    nobody: words[4],

    hide() {
      const here = visitorIsHere();
      talk = undefined;
      put();
      launcherImage();
      told.textContent = '';
      view.settle();
      if (here) (back?.isConnected ? back : launcher).focus();
      back = undefined;
    },

    // Whether the launcher is to be seen, and the element on the page at all.
    settle() {
      launcher.hidden = site.launcher === 'none' || !(shown || view.resting);
      if (!host.isConnected) document.documentElement.append(host);
    },
  };

  const send = () => {
    const field = shown.querySelector('.field');
    const text = field.value.trim();
    field.value = '';
    field.focus();
    if (text) act('say', text);
  };
  root.addEventListener('click', ({ target }) => {
    const what = target.closest('[data-act]')?.dataset.act;
    if (what === 'send') send();
    else if (what) act(what);
    else if (talk?.parentNode.contains(target)) act('touch');
  });
  root.addEventListener('focusin', ({ target, relatedTarget }) => {
    if (relatedTarget && !root.contains(relatedTarget)) back = relatedTarget;
    if (target.matches('.field')) act('touch');
  });
  for (const type of ['keydown', 'keyup', 'keypress']) {
    root.addEventListener(type, (event) => {
      // The page's own shortcuts are not meant by somebody who types here.
      if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation();
      if (type === 'keydown' && event.key === 'Enter' && event.target.matches('.field') && !event.isComposing) send();
    });
  }
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown && !event.defaultPrevented && !event.isComposing) act('close');
  });
  // A phone's keyboard lies over the page without making it smaller.
  visualViewport?.addEventListener('resize', () => {
    const keys = innerHeight - visualViewport.height;
    box.style.setProperty('--keys', `${keys}px`);
    box.classList.toggle('bk-typing', keys > 120);
  });
  dark.addEventListener('change', paint);

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  launcher.setAttribute('aria-label', words[1]);
  told.role = 'status';
  box.append(launcher, told);
  root.append(box);
  paint();
  return view;
};
