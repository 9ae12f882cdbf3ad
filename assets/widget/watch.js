// Watches what a visitor does on the page and tells it as the engine's events. It never touches what it watches, but for the two history
// functions, which do what they did before.

export const listen = (target, type, handler) => target.addEventListener(type, handler, true);

// The part of an address that makes a page view: a fragment counts only where it is a route (`#/…`, `#!…`).
export const viewOf = (url) => url.replace(/#(?![/!]).*/s, '');

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
  const measure = () => {
    frame = 0;
    tell({ scroll: depth(document.scrollingElement ?? page) });
  };
  // Pages grow while they load: only one that has kept its size for a moment is known not to scroll.
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (document.readyState === 'complete' ? measure() : settle()), SETTLED);
  };
  const moved = () => {
    const now = viewOf(location.href);
    if (now !== view) opened((view = now));
  };
  const leave = () => tell({ exit: true });
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name];
    history[name] = function (...given) {
      original.apply(this, given);
      moved();
    };
  }
  listen(window, 'popstate', moved);
  listen(window, 'hashchange', moved);
  listen(document, 'scroll', () => (frame ||= requestAnimationFrame(measure)));
  new ResizeObserver(settle).observe(page);

  // Through the top edge only: the sides have it off the page, the scrollbar beyond its width.
  listen(document, 'mouseout', ({ relatedTarget, clientX, clientY, target }) => {
    if (!relatedTarget && clientY <= 0 && clientX >= 0 && clientX < page.clientWidth && !target.closest?.('a')) leave();
  });
  listen(document, 'touchstart', (event) => (touched = event));
  listen(document, 'touchend', ({ changedTouches: [{ clientY }], timeStamp }) => {
    const far = touched.touches[0].clientY - clientY;
    if (far > FLICK && timeStamp - touched.timeStamp < FLICK_TIME && clientY < innerHeight / 4) leave();
  });
  listen(document, 'visibilitychange', () => {
    if (document.hidden && matchMedia('(hover: none)').matches) leave();
  });
  return settle;
};
