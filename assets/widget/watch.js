// Watches what a visitor does on the page and tells it as the engine's events. It never touches what it watches, but for the two history
// functions, which do what they did before.

import { address, pageOf, withoutAnchor } from './matching.js';

export const listen = (target, type, handler) => target.addEventListener(type, guard(handler), true);

// Runs something of ours on the page's time: a fault of ours is not the page's.
export let complain = (error) => {
  console.debug('beckon:', error);
  complain = () => {};
};
export const guard =
  (work) =>
  (...given) => {
    try {
      return work(...given);
    } catch (error) {
      complain(error);
    }
  };

// The part of an address that makes a page view: a fragment counts only where it is a route that leads somewhere.
export const viewOf = (url) => withoutAnchor(url).replace(/#[/!]*$/, '');

// How far down the page reaches what has been in view, in percent; 100 for a page that cannot scroll. Zoomed pages end a fraction of a pixel early.
export const depth = ({ scrollTop, scrollHeight, clientHeight }) => {
  const room = scrollHeight - clientHeight;
  return room - scrollTop <= 1 ? 100 : Math.max(0, (100 * scrollTop) / room);
};

// In ms and CSS pixels.
const SETTLED = 400;
const FLICK = 60;
const FLICK_TIME = 250;

// `opened` is called when another page view begins; `tell` with { scroll } and { exit }. Returns a function to call when one has begun.
export const watch = (opened, tell) => {
  const page = document.documentElement;
  let view = viewOf(location.href);
  let frame;
  let timer;
  let touched;
  let left;
  // Where the last page view ended.
  let rest = 0;
  const place = () => document.scrollingElement ?? page;
  const measure = (settled) => {
    const { scrollTop } = place();
    frame = 0;
    if (scrollTop === rest && !settled) return;
    // At its top a page that is being built seems to have no more than that.
    rest = 0;
    if (scrollTop || settled) tell({ scroll: depth(place()) });
  };
  // Pages grow while they load: only one that has kept its size for a moment is known not to scroll.
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (document.readyState === 'complete' ? measure(true) : settle()), SETTLED);
  };
  // To write the address of the same page otherwise makes no other page.
  const moved = (how) => {
    const [before, now] = [view, viewOf(location.href)];
    view = now;
    if (now !== before && (how !== 'replace' || pageOf(address(now)) !== pageOf(address(before)))) opened();
  };
  const leave = () => tell({ exit: true });
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name];
    history[name] = function (...given) {
      original.apply(this, given);
      moved(name.slice(0, -5));
    };
  }
  listen(window, 'popstate', moved);
  listen(window, 'hashchange', moved);
  if (window.navigation) listen(navigation, 'currententrychange', ({ navigationType }) => moved(navigationType));
  listen(document, 'scroll', ({ target }) => target === document && (frame ||= requestAnimationFrame(() => measure())));
  new ResizeObserver(settle).observe(page);

  // Through the top edge only: the sides have it off the page, the scrollbar beyond its width.
  listen(document, 'mouseout', ({ relatedTarget, clientX, clientY, target }) => {
    if (!relatedTarget && clientY <= 0 && clientX >= 0 && clientX < page.clientWidth && !target.closest?.('a')) leave();
  });
  // With one finger.
  listen(document, 'touchstart', (event) => (touched = event.touches.length === 1 && event));
  listen(document, 'touchend', ({ changedTouches: [{ clientY }], timeStamp }) => {
    if (touched && touched.touches[0].clientY - clientY > FLICK && timeStamp - touched.timeStamp < FLICK_TIME && clientY < innerHeight / 4) leave();
  });
  // A page that is left is hidden too, behind that.
  for (const type of ['pagehide', 'pageshow']) listen(window, type, () => (left = type === 'pagehide'));
  listen(document, 'visibilitychange', () => {
    if (!left && document.hidden && matchMedia('(hover: none)').matches) leave();
  });
  return () => {
    cancelAnimationFrame(frame);
    frame = 0;
    rest = place().scrollTop;
    settle();
  };
};
