// Watches where a visitor goes and when they are about to leave, and reports it as the engine's events. It never changes what it watches, except
// the two history functions, which still do what they did before, and which it restores at its end.

import { atEnd, guard, inTurn, listen } from './life.js';
import { address, element, pageOf, withoutAnchor } from './matching.js';

// The part of an address that makes a page view: a fragment counts only where it is a route that leads somewhere.
const viewOf = (url) => withoutAnchor(url).replace(/#[/!]*$/, '');

// What shows a text, in code units, blanks included: what surrounds longer ones is not asked.
const LONGEST = 2000;

// In ms and CSS pixels.
const FLICK = 60;
const FLICK_TIME = 250;
// What leads away from the page, and for how long that may take.
const LINK = 'a[href]:not([target=_blank],[href^="#"])';
const LEAVING = 3000;

// `opened` is called when another page view begins.
export const watchPages = (opened) => {
  let view = viewOf(location.href);
  // To write the address of the same page otherwise makes no other page.
  const moved = guard((how) => {
    const [before, now] = [view, viewOf(location.href)];
    view = now;
    if (now !== before && (how !== 'replace' || pageOf(address(now)) !== pageOf(address(before)))) opened();
  });
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name];
    const own = (history[name] = function (...given) {
      original.apply(this, given);
      moved(name.slice(0, -5));
    });
    // Wrappers added since by others have to stay; ours does nothing any more.
    atEnd(() => history[name] === own && (history[name] = original));
  }
  listen(window, 'popstate hashchange', moved);
  if (window.navigation) listen(navigation, 'currententrychange', ({ navigationType }) => moved(navigationType));
};

export const watchExit = (leave) => {
  let touched;
  let left;
  // The last click on a link to another page.
  let followed;
  listen(window, 'click', (event) => (followed = event.target.closest?.(LINK) && event));
  const leaves = () => followed && !followed.defaultPrevented && performance.now() - followed.timeStamp < LEAVING;
  // Through the top edge only: at the sides it is off the page, on the scrollbar beyond its width. A select's list is outside the page.
  listen(document, 'mouseout', ({ relatedTarget, clientX, clientY, target }) => {
    const across = clientX >= 0 && clientX < document.documentElement.clientWidth;
    if (!relatedTarget && clientY <= 0 && across && !target.closest?.('select:focus') && !leaves()) leave();
  });
  // With one finger.
  listen(document, 'touchstart', (event) => (touched = event.touches.length === 1 && event));
  listen(document, 'touchend', ({ changedTouches: [{ clientY }], timeStamp }) => {
    if (touched && touched.touches[0].clientY - clientY > FLICK && timeStamp - touched.timeStamp < FLICK_TIME && clientY < innerHeight / 4) leave();
  });
  // A page that is left is hidden too, behind that.
  listen(window, 'pagehide pageshow', ({ type }) => (left = type === 'pagehide'));
  listen(document, 'visibilitychange', () => {
    if (!left && document.hidden && matchMedia('(hover: none)').matches) leave();
  });
};

// Calls `clicked` with each click: a function that tells which of some elements it has hit, and another that waits until the page has done what it
// does with the click, and ends with nothing where the visitor leaves.
export const watchClicks = (clicked) =>
  listen(window, 'click', (event) => {
    // From the innermost outwards, through open shadow roots. The fields of a form may have the names of its properties.
    const path = event.composedPath().filter((node) => node instanceof Element);
    const finds = (selector) => {
      try {
        return path.some((node) => Element.prototype.matches.call(node, selector));
      } catch {}
    };
    let texts;
    const read = () => {
      texts = new Set();
      for (const node of path) {
        const { localName, type, value, textContent } = node;
        const text = localName === 'input' && /^(button|submit|reset)$/.test(type) ? value : textContent;
        // To ask for more of it would lay out the page.
        if (!(text?.length <= LONGEST)) break;
        // As it stands in the page, and as people see it.
        for (const said of [text, node.innerText]) texts.add(element({ text: said }));
      }
      return texts;
    };
    const hit = (elements) => elements.filter((one) => (one.selector ? finds(element(one)) : (texts ?? read()).has(element(one))));
    const leaves = finds(LINK) && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    clicked(hit, (work) => inTurn(() => (leaves && !event.defaultPrevented) || work()));
  });
