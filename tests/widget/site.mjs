// A little web server with the public layout of a backend, and a visitor's browser on it. It holds no test.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const ROOT = new URL('../../', import.meta.url);
const PICTURE = fs.readFileSync(new URL('tests/pixels/picture.png', ROOT));
const TYPES = { html: 'text/html', js: 'text/javascript', json: 'application/json', png: 'image/png', woff2: 'font/woff2', css: 'text/css', svg: 'image/svg+xml' };

/** What a site has to allow for the widget, and nothing besides. */
export const STRICT_POLICY = (origin) =>
  `default-src 'none'; script-src ${origin}/widget.js ${origin}/page.js; connect-src ${origin}; img-src ${origin}; font-src ${origin}; `
  + "require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";

/** A page as sites have them: long unless said otherwise. Its scripts are files, so that it needs no inline ones. */
export const page = ({ attributes = '', head = '', body = '', height = 4000, lang = 'en' } = {}) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Shop</title>${head}`
  + `<script async src="/widget.js" ${attributes}></script><body style="margin:0"><header><a id="link" href="#top" style="display:block;width:200px;height:40px">Home</a></header>`
  + `<button id="own">Own</button><input id="text">${body}<div style="height:${height}px"></div></body></html>`;

/** The widget as a file, with what it draws from next to it. */
export const read = (file) => ({ script: fs.readFileSync(file), parts: fs.readFileSync(path.join(path.dirname(file), 'popup.json')) });

/**
 * Starts a site with the widget that was read. `document` is what it says for all campaigns, `campaigns` is its list, or a function (request, response) that answers for it; `pages` maps a path to its HTML.
 * `country` answers (request, response) for the visitor's, and `countries` counts how often it was asked for.
 * `fonts` and `parts` count how often those were fetched; `without` says that there are no parts. `events` collects what was posted; `posted(event)` waits until such an event is among it.
 */
export async function serve({ script, parts }) {
  const site = { document: undefined, campaigns: [], pages: {}, policy: undefined, events: [], fonts: 0, parts: 0, without: false, country: undefined, countries: 0 };
  let waiting = [];
  const hear = () => (waiting = waiting.filter(([event, done]) => !site.events.some((posted) => posted.event === event) || done()));
  site.posted = (event) =>
    new Promise((done) => {
      waiting.push([event, done]);
      hear();
    });
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (body, type, status = 200) => {
      const headers = { 'Content-Type': `${TYPES[type]}; charset=utf-8`, 'Cache-Control': 'no-store' };
      if (site.policy && type === 'html') headers['Content-Security-Policy'] = site.policy;
      response.writeHead(status, headers).end(body);
    };
    if (pathname === '/widget.js') return send(script, 'js');
    if (pathname === '/popup.json') {
      site.parts += 1;
      return site.without ? send('', 'json', 404) : send(parts, 'json');
    }
    if (pathname === '/page.js') return send(site.script ?? '', 'js');
    if (pathname === '/v1/campaigns.json') {
      if (typeof site.campaigns === 'function') return site.campaigns(request, response);
      return send(JSON.stringify({ format: 'beckon.live', version: 1, site: site.document, campaigns: site.campaigns }), 'json');
    }
    if (pathname === '/v1/country.json') {
      site.countries += 1;
      return site.country ? site.country(request, response) : send('{"country":null}', 'json');
    }
    if (pathname === '/v1/events') {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        site.events.push(...JSON.parse(body).events);
        response.writeHead(202).end();
        hear();
      });
      return;
    }
    if (pathname.startsWith('/images/')) return send(PICTURE, 'png');
    if (pathname.startsWith('/fonts/')) {
      site.fonts += 1;
      return send(fs.readFileSync(new URL('assets/widget/fonts/inter.woff2', ROOT)), 'woff2');
    }
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    send(site.pages[pathname] ?? site.pages.any ?? page(), 'html');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  site.origin = `http://127.0.0.1:${server.address().port}`;
  site.close = () => server.close();
  return site;
}

/** A campaign for everybody, at once, with what is given in place. */
export const campaign = (id, given = {}) => ({
  format: 'beckon.campaign',
  version: 1,
  id,
  name: id,
  platform: 'web_messenger',
  time_zone: 'UTC',
  audience: { all: [] },
  activity: { join: 'and', conditions: [] },
  content: {
    type: 'rich',
    title: `Title of ${id}`,
    subtitle: 'Ask us anything about plans.',
    button: { name: 'Compare plans', action: { message: 'Compare plans' } },
    user_say: 'Compare plans',
  },
  schedule: { repeat_cycle: null, message_delay: 0, priority: 1 },
  launcher_image: 'current',
  ...given,
});

/** Keeps the fetching of what the widget draws from as `parts`, which ends when the widget has read it: the very promise that it waits for. */
export const NOTE_PARTS = () => {
  // Not counted among the globals that a page finds.
  Object.defineProperty(window, 'parts', { enumerable: false, writable: true, value: undefined });
  const get = window.fetch;
  const isRead = (answer) => answer.ok && new Promise((done) => {
    answer.json = () => {
      const read = Response.prototype.json.call(answer);
      done(read);
      return read;
    };
  });
  window.fetch = (what, ...given) => {
    const answer = get(what, ...given);
    if (/popup\.json/.test(what)) window.parts = answer.then(isRead).catch(() => {});
    return answer;
  };
};

/**
 * Makes closed shadow roots visible to the test, as `root()`; whether the widget asked for a closed one is kept in `modes`. Where a test sets
 * `staysClosed` before, they are as closed to the page as the widget has them. It is a person who drives, too: programs are not counted.
 */
export const LOOK_INSIDE = () => {
  const attach = Element.prototype.attachShadow;
  const hidden = (name, value) => Object.defineProperty(window, name, { enumerable: false, writable: true, value });
  // Not counted among the globals that a page finds.
  hidden('modes', []);
  hidden('root', () => undefined);
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, window.staysClosed ? options : { ...options, mode: 'open' });
    if (options.mode === 'closed') {
      window.modes.push(options.mode);
      window.root = () => root;
    }
    return root;
  };
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
};
