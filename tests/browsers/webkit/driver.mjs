// WebKitGTK's own MiniBrowser on a display of its own, commanded by WebKitWebDriver in the words of the W3C's WebDriver. It holds no test.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { missing } from '../missing.mjs';

/** What is looked for, and whose package it is on Debian. */
const DRIVERS = [process.env.WEBKIT_DRIVER, '/usr/bin/WebKitWebDriver'];
const DISPLAYS = ['/usr/bin/Xvfb', '/usr/bin/X11/Xvfb'];
const SCREEN = '1600x1400x24';
const PATIENCE = 60_000;

const freePort = () =>
  new Promise((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Whatever was started last is stopped first. */
function keeper() {
  const open = [];
  const stop = async () => {
    for (const close of open.splice(0).reverse()) await close();
  };
  const program = (file, args, options) => {
    const child = spawn(file, args, options);
    const ended = new Promise((done) => child.once('exit', done));
    const kill = () => child.kill();
    // However this process ends, what it started ends with it; a browser goes when its display does.
    process.once('exit', kill);
    open.push(async () => {
      process.off('exit', kill);
      kill();
      await ended;
    });
    return child;
  };
  return { open, stop, program };
}

/** Asks the driver and takes whatever time that takes: `fetch` gives up after five minutes. */
function command(where, body) {
  return new Promise((done, failed) => {
    const request = http.request({ host: '127.0.0.1', agent: false, ...where }, async (answer) => {
      const parts = [];
      try {
        for await (const part of answer) parts.push(part);
        done({ ok: answer.statusCode === 200, ...JSON.parse(Buffer.concat(parts)) });
      } catch (error) {
        failed(error);
      }
    });
    request.on('error', failed);
    request.end(body && JSON.stringify(body));
  });
}

/** Starts a display and tells its number: the server takes the first that is free. */
function display(program) {
  const file = DISPLAYS.find((file) => fs.existsSync(file));
  if (!file) missing('Xvfb', 'xvfb');
  const server = program(file, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((done, failed) => {
    server.stdio[3].once('data', (number) => done(`:${`${number}`.trim()}`));
    server.once('exit', () => failed(new Error('Xvfb ended before it had a display')));
  });
}

/** Settings that GTK reads from a file, as there is no desktop to give them: still pictures, or a dark theme. */
function settings(folder, { reducedMotion, colorScheme }) {
  const wanted = {
    'gtk-enable-animations': reducedMotion === 'reduce' ? 0 : 1,
    'gtk-theme-name': colorScheme === 'dark' ? 'Adwaita-dark' : 'Adwaita',
    'gtk-application-prefer-dark-theme': colorScheme === 'dark' ? 1 : 0,
    'gtk-cursor-blink': 0,
  };
  const file = path.join(folder, 'gtk-3.0', 'settings.ini');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, `[Settings]\n${Object.entries(wanted).map((pair) => pair.join('=')).join('\n')}\n`);
}

/**
 * Starts a browser whose requests all go through the proxy at `port`.
 * `ask(method, path, body)` gives an answer's value or throws an error with the driver's name for it in `code`; `stop` ends everything.
 */
export async function start(port, options) {
  const file = DRIVERS.find((file) => file && fs.existsSync(file));
  if (!file) missing('WebKitWebDriver', 'webkit2gtk-driver', 'WEBKIT_DRIVER');
  const { open, stop, program } = keeper();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beckon-webkit-'));
  open.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  settings(folder, options);
  const at = await freePort();
  program(file, [`--port=${at}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: await display(program),
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: folder,
      XDG_CACHE_HOME: folder,
      XDG_DATA_HOME: folder,
      // No desktop answers here, neither for accessibility nor for settings.
      NO_AT_BRIDGE: '1',
      GSETTINGS_BACKEND: 'memory',
      // The pages are the tests' own, and who tests may be root, for whom the sandbox does not start.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const ask = async (method, path, body) => {
    const { ok, value } = await command({ port: at, method, path }, body);
    if (!ok) throw Object.assign(new Error(value.message || value.error), { code: value.error });
    return value;
  };
  const since = Date.now();
  for (;;) {
    const status = await ask('GET', '/status').catch(() => {});
    if (status?.ready) break;
    if (Date.now() - since > PATIENCE) throw new Error('WebKitWebDriver does not answer');
    await new Promise((done) => setTimeout(done, 20));
  }
  const proxy = { proxyType: 'manual', httpProxy: `127.0.0.1:${port}`, sslProxy: `127.0.0.1:${port}` };
  // A script may take as long as it does: for a limit WebKit would set a timer in the page, whose clock the tests move.
  const timeouts = { script: null };
  const args = ['--automation', '--javascript-can-open-windows-automatically=true'];
  const { sessionId, capabilities } = await ask('POST', '/session', {
    capabilities: { alwaysMatch: { proxy, timeouts, 'webkitgtk:browserOptions': { binary: miniBrowser(), args } } },
  });
  open.push(() => ask('DELETE', `/session/${sessionId}`).catch(() => {}));
  return { version: capabilities.browserVersion, ask: (method, path, body) => ask(method, `/session/${sessionId}${path}`, body), stop };
}

/** The browser that comes with WebKitGTK lies in a folder of the machine's architecture and the library's version. */
function miniBrowser() {
  const named = process.env.WEBKIT_BROWSER;
  if (named && fs.existsSync(named)) return named;
  for (const folder of ['/usr/lib', ...fs.readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`), '/usr/libexec']) {
    for (const library of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
      const file = path.join(folder, library, 'MiniBrowser');
      if (fs.existsSync(file)) return file;
    }
  }
  return missing('MiniBrowser', 'webkit2gtk-driver', 'WEBKIT_BROWSER');
}
