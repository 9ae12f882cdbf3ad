// The widget's place: its host element on any page, the visible part of the page, and whether a pop-up there would be visible at all.

import { atEnd, guard, listen } from './life.js';

export const make = (name, className = '') => Object.assign(document.createElement(name), { className });

// What covers the whole page: full screen, a modal dialog of the browser, or one made by the page itself.
export const covering = () =>
  document.fullscreenElement ??
  document.querySelector(':modal') ??
  document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[aria-modal=true]');

// Pages that throw out the host again and again may have it so.
const RETURNS = 50;

// `box` holds all that is drawn; `lowered` answers whether the page wants things of its own before it; `dead` answers whether the page has
// become another one; `returned` is called when the host was thrown out and is back.
export const createPlace = (host, box, lowered, dead, returned) => {
  const probe = make('div', 'probe');
  let returns = 0;

  // Hydration that begins later tolerates a foreign element at the end of the body, but not next to it.
  const attach = (where = document.body) => {
    // Before the host exists, so that the browser need not lay it out for that.
    fit();
    where.append(host);
    for (const node of [document, document.documentElement, document.body]) kept.observe(node, { childList: true });
  };
  const kept = new MutationObserver(
    guard(() => {
      if (host.isConnected || !document.body || dead() || returns++ > RETURNS) return;
      attach();
      returned();
    }),
  );
  atEnd(() => {
    kept.disconnect();
    host.remove();
  });

  // The box is the visible part of the page: less than its layout on a page wider than the screen, and above an on-screen keyboard. A visitor
  // who zooms in with two fingers looks at a part of it; the box then stays where it was.
  const fit = () => {
    const { width, height, offsetLeft, offsetTop, scale } = visualViewport;
    if (scale > 1.01) return;
    const place = { left: offsetLeft, top: offsetTop, width, height, '--tall': height };
    // If all of the layout is visible, its own edges show whether the page has moved them. In the top layer no page moves them, but WebKit
    // takes those of a transformed page for them.
    const whole = !host.popover && !offsetTop && height === innerHeight;
    for (const side in place) box.style.setProperty(side, whole && side !== '--tall' ? '' : `${place[side]}px`);
    box.classList.toggle('bk-low', height < 480 || innerHeight - height > 120);
  };
  listen(visualViewport, 'resize scroll', fit);

  // The topmost elements at two spots of the place for a pop-up.
  const hits = () => {
    fit();
    probe.style.visibility = 'visible';
    const { left, top, width, height } = probe.getBoundingClientRect();
    const found = [0.2, 0.8].map((share) => document.elementFromPoint(left + width / 2, top + height * share));
    probe.style.visibility = '';
    return found;
  };
  const free = () => hits().every((hit) => hit === host) && (host.checkVisibility?.({ opacityProperty: true }) ?? true);

  box.append(probe);
  return {
    attach,
    // Whether a pop-up could be seen now, on a page that is not enlarged. If it could not, the host goes to the end of the body, next to it, or to
    // the browser's top layer; but not over what the page has there.
    seen() {
      if (visualViewport.scale > 1.01 || covering()) return false;
      if (free()) return true;
      if (lowered() || hits().some((hit) => hit?.closest('[popover]'))) return false;
      for (const where of [document.body, document.documentElement]) {
        attach(where);
        if (free()) return true;
      }
      if (!host.showPopover) return false;
      host.popover = 'manual';
      // WebKit lays nothing out there that has not been laid out like that before.
      hits();
      host.showPopover();
      if (free()) return true;
      host.popover = null;
      return false;
    },
  };
};
