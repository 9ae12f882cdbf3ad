// Watches what a visitor does on the page and tells it as the engine's events. It never touches what it watches, but for the two history
// functions, which do what they did before.

// The part of an address that makes a page view: a fragment counts only where it is a route (`#/…`, `#!…`).
export const viewOf = (url) => url.replace(/#(?![/!]).*/s, '');

// How far down the page reaches what is in view, in percent; 100 for a page that cannot scroll.
export const depth = () => {
  const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
  const room = scrollHeight - clientHeight;
  // Zoomed pages end a fraction of a pixel early.
  return room - scrollTop <= 1 ? 100 : Math.max(0, (100 * scrollTop) / room);
};

const SETTLED = 400;
const FLICK = { far: 60, fast: 0.5, near: 0.25 };

// `opened` is called when another page view begins; `tell` with { scroll } and { exit }. Returns a function to call when one has begun.
export const watch = (opened, tell) => {
  let view = viewOf(location.href);
  let frame;
  let timer;
  const on = (target, type, handler) => target.addEventListener(type, handler, { capture: true, passive: true });
  const measure = () => {
    frame = 0;
    tell({ scroll: depth() });
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
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name];
    history[name] = function (...given) {
      const result = original.apply(this, given);
      moved();
      return result;
    };
  }
  on(window, 'popstate', moved);
  on(window, 'hashchange', moved);
  on(document, 'scroll', () => (frame ||= requestAnimationFrame(measure)));
  if (window.ResizeObserver) new ResizeObserver(settle).observe(document.documentElement);

  // Through the top edge only: the sides have it off the page, the scrollbar beyond its width.
  on(document, 'mouseout', ({ relatedTarget, clientX, clientY, target }) => {
    const within = clientX >= 0 && clientX < document.documentElement.clientWidth;
    if (!relatedTarget && clientY <= 0 && within && !target.closest?.('a')) tell({ exit: true });
  });
  let from;
  on(document, 'touchstart', ({ touches, timeStamp }) => (from = { y: touches[0].clientY, at: timeStamp }));
  on(document, 'touchend', ({ changedTouches, timeStamp }) => {
    const to = changedTouches[0].clientY;
    const far = from.y - to;
    if (far > FLICK.far && far / (timeStamp - from.at) > FLICK.fast && to < innerHeight * FLICK.near) tell({ exit: true });
  });
  on(document, 'visibilitychange', () => {
    if (document.hidden && matchMedia('(hover: none)').matches) tell({ exit: true });
  });
  return settle;
};
