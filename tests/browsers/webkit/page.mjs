// A page of WebKit, as Playwright would have it. It holds no test.
import { body, decode } from './inside.mjs';
import { keyboard, mouse } from './keys.mjs';
import { Locator, poll } from './locator.mjs';
import { Lacking, refusing } from '../lacking.mjs';

/** What a page tells of itself; what is asked for goes by the proxy, which knows no page. */
const OWN_EVENTS = ['console', 'pageerror'];
const SHARED_EVENTS = ['request', 'response', 'framenavigated'];
/** A dialog ends whatever was asked of the page, with an error: nobody can wait for one. */
const NEVER = ['dialog'];

export class Page {
  constructor(context, handle) {
    const act = (device) => this.act([device]);
    Object.assign(this, { held: context, handle, listeners: [], address: 'about:blank', closed: false, clock: context.clock });
    this.keyboard = refusing('page.keyboard', keyboard(act));
    this.mouse = refusing('page.mouse', mouse(act));
  }

  context() {
    return this.held;
  }

  /** Asks the driver something of this page. */
  ask(method, path, body) {
    const { process } = this.held;
    return process.alone(async () => {
      await process.use(this.handle);
      return process.ask(method, path, body);
    });
  }

  async act(actions) {
    await this.ask('POST', '/actions', { actions });
    await this.listen();
    await this.held.look();
  }

  on(event, listener) {
    if (SHARED_EVENTS.includes(event)) this.held.on(event, listener);
    else if (OWN_EVENTS.includes(event)) this.listeners.push([event, listener]);
    else if (!NEVER.includes(event)) throw new Lacking(`the driver of WebKitGTK has no event ${event} of a page`);
    return this;
  }

  /** Hears what the page has logged. */
  async listen() {
    await this.evaluate(() => {}).catch(() => {});
  }

  tell(log) {
    for (const [type, text, stack] of log) {
      const event = type === 'pageerror' ? 'pageerror' : 'console';
      const payload = type === 'pageerror' ? { message: text, stack, toString: () => text } : { type: () => (type === 'warn' ? 'warning' : type), text: () => text };
      for (const [name, listener] of this.listeners) if (name === event) listener(payload);
    }
  }

  async evaluate(work, argument) {
    const { value, error, log, url } = await this.ask('POST', '/execute/async', { script: body(work), args: [[argument]] });
    this.address = url;
    this.tell(log);
    if (error) {
      const [name, message, stack] = error;
      throw Object.assign(new Error(`page.evaluate: ${name}: ${message}\n${stack}`), { page: message });
    }
    return decode(value);
  }

  addInitScript(script, argument) {
    return this.held.addInitScript(script, argument);
  }

  async goto(url) {
    await this.listen();
    await this.ask('POST', '/url', { url });
    await this.listen();
  }

  async reload() {
    await this.listen();
    await this.ask('POST', '/refresh', {});
    await this.listen();
  }

  /** Back as a script goes: the driver's own passes over entries that no gesture made. */
  async goBack() {
    await this.listen();
    const before = this.address;
    await this.evaluate(() => history.back());
    await poll('another address', async () => {
      await this.listen();
      return this.address !== before;
    });
  }

  /** Where the page was when it was last asked something. */
  url() {
    return this.address;
  }

  title() {
    return this.ask('GET', '/title');
  }

  /** What `work` gives stays in the page: it may be something that cannot leave it. */
  waitForFunction(work, argument) {
    const holds = typeof work === 'function' ? `(${work})(${JSON.stringify(argument)})` : work;
    return poll(`${work}`, () => this.evaluate(`Promise.resolve(${holds}).then(Boolean)`).catch((error) => {
      // A page that is on its way to another one has no answer yet.
      if ('page' in error) throw error;
    }));
  }

  waitForURL(url) {
    return poll(`the address ${url}`, async () => (await this.ask('GET', '/url')) === `${url}`);
  }

  /** Waits for an answer that `wanted` agrees to; what has been answered before does not count. */
  waitForResponse(wanted) {
    return new Promise((done) => {
      const listener = (response) => {
        if (!wanted(response)) return;
        this.held.off('response', listener);
        done(response);
      };
      this.held.on('response', listener);
    });
  }

  viewportSize() {
    return this.held.options.viewport;
  }

  locator(selector) {
    return refusing('locator', new Locator(this, selector));
  }

  async close() {
    if (this.closed) return;
    await this.listen();
    await this.ask('DELETE', '/window');
    this.closed = true;
    this.held.process.used = undefined;
  }
}
