// WebKitGTK behind as much of Playwright's API as the tests use: browser, context, page, locator, clock. What its driver cannot do is refused by
// name (`Lacking`), so that a case has to say so. It holds no test.
import { start } from './driver.mjs';
import { through } from './proxy.mjs';
import { preamble } from './inside.mjs';
import { Page } from './page.mjs';
import { refusing } from '../lacking.mjs';

const VIEWPORT = { width: 1280, height: 720 };
/** What a context is given that this browser heeds. */
const OPTIONS = ['viewport', 'locale', 'reducedMotion', 'colorScheme', 'userAgent'];
/** Where the proxy itself answers, with a page that forgets what its origin keeps. */
const FORGET = '/.beckon-tests/forget';

/** One process: it has one visitor after another, whose traces are removed in between. */
class Process {
  static async start(options) {
    const self = new Process();
    self.proxy = await through({
      script: () => self.context?.preamble(),
      happens: (event, what) => self.context?.emit(event, what),
      own: (address) => address.pathname === FORGET && '<!doctype html><script>localStorage.clear()</script>',
    });
    Object.assign(self, await start(self.proxy.port, options));
    self.turn = Promise.resolve();
    [self.home] = await self.ask('GET', '/window/handles');
    return self;
  }

  /** Runs `work` when whatever was asked before is done: the driver has one window at a time. */
  alone(work) {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  async use(handle) {
    if (this.used !== handle) await this.ask('POST', '/window', { handle });
    this.used = handle;
  }

  async close() {
    await this.stop();
    this.proxy.close();
  }
}

class Context {
  constructor(process, options) {
    Object.assign(this, { process, options, all: [], scripts: [], listeners: [], origins: new Set(), now: null });
    const { locale = 'en-US', userAgent } = options;
    this.scripts.push(pretend({ language: locale, languages: [locale], ...(userAgent && { userAgent }) }));
    this.clock = refusing('clock', {
      install: async ({ time }) => void (this.now = +new Date(time)),
      pauseAt: async (time) => void (this.now = +new Date(time)),
      setSystemTime: async (time) => {
        this.now = +new Date(time);
        await this.tick((clock, now) => clock.setSystemTime(now), this.now);
      },
      runFor: (ms) => this.pass((clock, ms) => clock.tickAsync(ms), ms),
      fastForward: (ms) => this.pass((clock, ms) => clock.jump(ms), ms),
    });
  }

  async pass(how, ms) {
    this.now += ms;
    await this.tick(how, ms);
  }

  /** Moves the clocks of every page, and of the frames within. */
  async tick(how, value) {
    for (const page of this.pages()) await page.evaluate(`(${everyClock})(${how}, ${value})`);
  }

  preamble() {
    return preamble(this.now, this.scripts);
  }

  /** Runs `script` before those of every page; the same one once. */
  addInitScript(script, argument) {
    const text = typeof script === 'function' ? `(${script})(${JSON.stringify(argument)})` : `${script}`;
    if (!this.scripts.includes(text)) this.scripts.push(text);
    return Promise.resolve();
  }

  on(event, listener) {
    this.listeners.push([event, listener]);
    return this;
  }

  off(event, listener) {
    this.listeners = this.listeners.filter(([name, other]) => name !== event || other !== listener);
    return this;
  }

  emit(event, what) {
    if (event === 'framenavigated') this.origins.add(new URL(what.url()).origin);
    for (const [name, listener] of [...this.listeners]) if (name === event) listener(what);
  }

  async newPage() {
    const { process, options } = this;
    const { width, height } = options.viewport ?? VIEWPORT;
    const handle = await process.alone(async () => {
      await process.use(process.home);
      // A window without bars can be as narrow as a phone; nobody's, so that no page knows of the others.
      const script = `window.open('about:blank', '_blank', 'popup,noopener,width=${width},height=${height}')`;
      await process.ask('POST', '/execute/sync', { script, args: [] });
      return this.another();
    });
    return this.hold(handle);
  }

  /** The next window that is not known yet, when it is there. */
  async another() {
    for (;;) {
      const handle = (await this.process.ask('GET', '/window/handles')).find((handle) => this.isNew(handle));
      if (handle) return handle;
    }
  }

  isNew(handle) {
    return handle !== this.process.home && !this.all.some((page) => page.handle === handle);
  }

  hold(handle) {
    const page = refusing('page', new Page(this, handle));
    this.all.push(page);
    this.emit('page', page);
    return page;
  }

  /** Notices windows that pages have opened. */
  async look() {
    const handles = await this.process.alone(() => this.process.ask('GET', '/window/handles'));
    for (const handle of handles) if (this.isNew(handle)) this.hold(handle);
  }

  async waitForEvent(event) {
    if (event !== 'page') throw new Error(`only a page can be waited for, not ${event}`);
    return new Promise((done) => {
      const listener = (page) => {
        this.off('page', listener);
        done(page);
      };
      this.on('page', listener);
    });
  }

  pages() {
    return this.all.filter((page) => !page.closed);
  }

  async close() {
    if (this.process.context !== this) return;
    for (const page of this.pages()) await page.close();
    const { process } = this;
    process.context = undefined;
    await process.alone(async () => {
      await process.use(process.home);
      for (const origin of this.origins) await process.ask('POST', '/url', { url: origin + FORGET });
      await process.ask('DELETE', '/cookie');
    });
  }
}

/** A script that has the browser say something else of itself. */
const pretend = (said) => `for (const [name, value] of Object.entries(${JSON.stringify(said)})) {
  Object.defineProperty(Navigator.prototype, name, { get: () => value, configurable: true, enumerable: true });
}`;

async function everyClock(how, value) {
  const within = (view) => {
    try {
      return [view[Symbol.for('beckon.driver')]?.clock, ...Array.from({ length: view.length }, (_, index) => view[index]).flatMap(within)];
    } catch (error) {
      // Another origin's frame keeps to itself.
      if (error.name !== 'SecurityError') throw error;
      return [];
    }
  };
  for (const clock of within(window)) if (clock) await how(clock, value);
}

class Browser {
  processes = new Map();

  async newContext(options = {}) {
    const odd = Object.keys(options).filter((name) => !OPTIONS.includes(name) && !['isMobile', 'hasTouch'].includes(name));
    if (odd.length) throw new Error(`no context is given ${odd}`);
    const { reducedMotion = 'no-preference', colorScheme = 'light' } = options;
    const process = await this.process({ reducedMotion, colorScheme });
    if (process.context) throw new Error('WebKitGTK has one visitor at a time: close the one before');
    process.context = refusing('context', new Context(process, options));
    return process.context;
  }

  /** GTK reads its settings once, so other options need another process. */
  async process(options) {
    const name = JSON.stringify(options);
    if (!this.processes.has(name)) this.processes.set(name, await Process.start(options));
    return this.processes.get(name);
  }

  async newPage(options) {
    return (await this.newContext(options)).newPage();
  }

  contexts() {
    return [...this.processes.values()].map(({ context }) => context).filter(Boolean);
  }

  version() {
    return [...this.processes.values()][0].version;
  }

  async close() {
    for (const process of this.processes.values()) await process.close();
  }
}

/** A browser whose first process runs already, for visitors who want less motion. */
export async function launch() {
  const browser = new Browser();
  await browser.process({ reducedMotion: 'reduce', colorScheme: 'light' });
  return refusing('browser', browser);
}
