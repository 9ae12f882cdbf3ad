// How far down the page a visitor has got, in percent of what scrolls the page: the document, or where that does not scroll, the largest element
// that does. It only reads the page.

import { atEnd, listen } from './life.js';

const room = ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight;
// Zoomed pages end a fraction of a pixel early.
const depth = (pane) => (room(pane) - pane.scrollTop <= 1 ? 100 : (100 * pane.scrollTop) / room(pane));
const scrolls = (pane) => room(pane) > 1 && /auto|scroll/.test(getComputedStyle(pane).overflowY);
const root = () => document.scrollingElement ?? document.documentElement;
const size = ({ clientWidth, clientHeight }) => clientWidth * clientHeight;

// All elements at a place half-way down, through open shadow roots.
const layers = (scope, x) =>
  scope.elementsFromPoint(x, innerHeight / 2).flatMap((one) => (one.shadowRoot && one.shadowRoot !== scope ? [one, ...layers(one.shadowRoot, x)] : one));

// In ms: how long a page keeps its size before its length counts as final, and before it counts as not scrolling at all; and how often
// a page that did not scroll is checked again.
const SETTLED = 400;
const WHOLE = 3000;
const AGAIN = 2000;

// `tell` is called with { scroll }, and with { scroll, reset } if a page that seemed to fit on the screen turns out to be longer.
// Returns a function to call when a page view has begun.
export const watchScroll = (tell) => {
  let pane;
  let frame;
  let timer;
  // Where the last page view ended.
  let rest = 0;
  // Whether nothing scrolled, so that the page counts as seen to its end.
  let whole;
  // In a page that scrolls itself, other things that scroll are not looked at.
  const moved = ({ target }) => {
    if (target === document || room(root()) <= 1) frame ||= requestAnimationFrame(() => measure());
  };
  const find = () => {
    const page = root();
    if (room(page) > 1) return page;
    const found = [0.2, 0.5, 0.8].flatMap((share) => layers(document, innerWidth * share));
    const [largest] = found.filter(scrolls).sort((one, other) => size(other) - size(one));
    // What scrolls in a shadow root is heard there alone.
    if (largest && largest !== pane) listen(largest, 'scroll', moved);
    pane = largest;
    return pane ?? page;
  };
  const measure = (settled) => {
    const place = find();
    const { scrollTop } = place;
    frame = 0;
    if (room(place) <= 1 || (scrollTop === rest && !settled)) return;
    // At its top a page that is being built seems to have no more than that.
    rest = 0;
    tell({ scroll: depth(place), reset: whole });
    whole = false;
  };
  // Pages grow while they load, and lists come late.
  const settle = (waited = SETTLED) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (document.readyState !== 'complete') return settle();
      if (room(find()) > 1) return measure(true);
      if (waited === SETTLED) return settle(WHOLE - SETTLED);
      if (!whole) tell({ scroll: 100 });
      whole = true;
      settle(AGAIN);
    }, waited);
  };
  listen(document, 'scroll', moved);
  const sizes = new ResizeObserver(() => settle());
  sizes.observe(document.documentElement);
  atEnd(() => {
    sizes.disconnect();
    clearTimeout(timer);
  });
  return () => {
    cancelAnimationFrame(frame);
    frame = 0;
    whole = false;
    rest = find().scrollTop;
    settle();
  };
};
