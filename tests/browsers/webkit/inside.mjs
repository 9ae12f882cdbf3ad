// What runs in a page that WebKit is driven on: the script that a document begins with, and how values come out of it. It holds no test.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const CLOCKS = fs.readFileSync(createRequire(import.meta.url).resolve('@sinonjs/fake-timers'), 'utf8');

/** The page's side: keeps what the console and the page complain of until the driver asks, and holds the clock. */
function attend(clocks, now) {
  const log = [];
  const place = { log, mark: Symbol.for('beckon.driver') };
  Object.defineProperty(window, place.mark, { value: place });
  for (const type of ['error', 'warn', 'info', 'log', 'debug']) {
    const original = console[type];
    console[type] = (...said) => {
      log.push([type, said.map((part) => `${part?.message ?? part}`).join(' ')]);
      original.apply(console, said);
    };
  }
  const complain = (error) => log.push(['pageerror', `${error}`, `${error?.stack ?? ''}`]);
  addEventListener('error', ({ error, message, target }) => target === window && complain(error ?? message));
  addEventListener('unhandledrejection', ({ reason }) => complain(reason));
  if (now === null) return;
  const exports = {};
  clocks((name) => ({ global: window }[name.endsWith('commons') ? 'that' : name] ?? { global: window }), exports);
  const toFake = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'requestAnimationFrame', 'cancelAnimationFrame',
    'requestIdleCallback', 'cancelIdleCallback', 'performance'];
  place.clock = exports.withGlobal(window).install({ now, toFake, ignoreMissingTimers: true, loopLimit: 100_000 });
  // Events happen by the same clock; before anything of the page hears of one, its time is noted.
  const stamps = new WeakMap();
  const note = (event) => stamps.set(event, performance.now());
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick', 'touchstart', 'touchend']) addEventListener(type, note, { capture: true, passive: true });
  const { get } = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp');
  Object.defineProperty(Event.prototype, 'timeStamp', { get() { return stamps.get(this) ?? get.call(this); }, configurable: true, enumerable: true });
}

/** The script that a document begins with: `now` is the time at which its clock stands, or null for the browser's own; `scripts` come after it. */
export function preamble(now, scripts) {
  const clocks = now === null ? 'null' : `(require, exports) => {${CLOCKS}\n}`;
  const text = [`(${attend})(${clocks}, ${now});`, ...scripts.map((script) => `{\n${script}\n}`), 'document.currentScript.remove();'].join('\n');
  // Inside a script element these would end it, or hide its end.
  return text.replace(/<(?=\/script|!--)/gi, '<\\');
}

/** Values as JSON that tells undefined from null; runs in the page too. */
function encode(value) {
  if (value === undefined) return { is: 'undefined' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { is: 'number', as: `${value}` };
  if (Array.isArray(value)) return value.map(encode);
  if (value && typeof value === 'object') {
    const plain = typeof value.toJSON === 'function' ? value.toJSON() : value;
    if (Object(plain) !== plain) return plain;
    return { is: 'object', as: Object.entries(plain).filter(([, part]) => typeof part !== 'function').map(([key, part]) => [key, encode(part)]) };
  }
  return typeof value === 'function' || typeof value === 'symbol' ? { is: 'undefined' } : value;
}

export function decode(value) {
  if (Array.isArray(value)) return value.map(decode);
  if (!value || typeof value !== 'object') return value;
  if (value.is === 'undefined') return undefined;
  if (value.is === 'number') return Number(value.as);
  return Object.fromEntries(value.as.map(([key, part]) => [key, decode(part)]));
}

/**
 * A body for WebDriver's `execute/async`: runs `work`, a function or text, and gives what comes of it, what was logged until then, and where
 * the page is.
 */
export function body(work) {
  const text = typeof work === 'function' ? `(${work})(...given)` : expression(work) ? `(${work}\n)` : `(() => {${work}\n})()`;
  return `
    const finish = arguments[arguments.length - 1];
    const given = arguments[0];
    const encode = ${encode};
    const logged = () => window[Symbol.for('beckon.driver')]?.log.splice(0) ?? [];
    (async () => ${text})().then(
      (value) => finish({ value: encode(value), log: logged(), url: location.href }),
      (error) => finish({ error: [error?.name, error?.message ?? String(error), error?.stack], log: logged(), url: location.href }),
    );`;
}

function expression(text) {
  try {
    return new Function(`return (${text}\n)`) && true;
  } catch {
    return false;
  }
}
