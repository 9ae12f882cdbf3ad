// The widget's engine in a browser: a page into which the tests' modules are loaded. It holds no test.
import fs from 'node:fs';
import http from 'node:http';
import { launch } from '../browser.mjs';

const ROOT = new URL('../../', import.meta.url);

/** A site of the repository's files, whose front page is empty. */
async function serve() {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
    if (pathname === '/') return send('text/html', '<!doctype html><title>Tests</title>');
    const file = new URL(`.${pathname}`, ROOT);
    return fs.existsSync(file) ? send('text/javascript', fs.readFileSync(file)) : response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

/**
 * A page that holds `engine` and the exports of the tests' modules in `window.tests`; `where` is the browser's name and version, `close` ends it.
 * `which` names the browser, `engineFile` another file of the repository as the engine.
 */
export async function open({ which, engineFile = 'assets/widget/engine.js' } = {}) {
  const [browser, server] = await Promise.all([launch({ which }), serve()]);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(async (file) => {
    const modules = ['runner.mjs', 'answer.mjs', 'zones.mjs'].map((name) => import(`/tests/engine-js/${name}`));
    window.tests = Object.assign({ engine: await import(`/${file}`) }, ...(await Promise.all(modules)));
  }, engineFile);
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
  return { page, where: `${which ?? 'chromium'} ${browser.version()}`, close };
}
