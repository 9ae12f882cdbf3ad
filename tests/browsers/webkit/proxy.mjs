// What stands between WebKit and every site: WebDriver has no words for scripts that run before a page's own, nor for looking at requests. So all
// requests go through here, and each document gets the scripts as its first. It holds no test.
import crypto from 'node:crypto';
import http from 'node:http';

/** The policy that allows one script more: the one whose text this is. */
export function allowing(policy, script) {
  const hash = `'sha256-${crypto.createHash('sha256').update(script).digest('base64')}'`;
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/)).filter(([name]) => name);
  const scripts = parts.find(([name]) => name === 'script-src');
  const others = parts.find(([name]) => name === 'default-src');
  if (scripts) scripts.push(hash);
  else if (others) parts.push(['script-src', ...others.slice(1).filter((source) => source !== "'none'"), hash]);
  return parts.map((part) => part.join(' ')).join('; ');
}

/** The document with a script before all of its own, in the same mode of layout. */
export const beginning = (html, script) => html.replace(/^\s*(<!doctype[^>]*>)?/i, (start) => `${start}<script>${script}</script>`);

/**
 * Starts a proxy. `script()` gives the text that a document begins with, or nothing; `happens(event, what)` hears of each 'request' and
 * 'response' in the shape that Playwright gives them, and of each 'framenavigated'; `own(address)` may give a document to answer with instead.
 */
export async function through({ script, happens, own }) {
  const server = http.createServer(async (asked, answer) => {
    const page = own(new URL(asked.url));
    if (page) return answer.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' }).end(page);
    const chunks = [];
    for await (const chunk of asked) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { 'accept-encoding': _, 'proxy-connection': __, ...headers } = asked.headers;
    const isDocument = /^(document|i?frame)$/.test(headers['sec-fetch-dest']);
    // A document is never an older one: what it begins with differs from visitor to visitor, and from minute to minute.
    if (isDocument) for (const name of ['if-none-match', 'if-modified-since']) delete headers[name];
    const request = { url: () => asked.url, method: () => asked.method, postData: () => (body.length ? `${body}` : null) };
    happens('request', request);
    if (isDocument) happens('framenavigated', { url: () => asked.url });
    const ahead = http.request(asked.url, { method: asked.method, headers }, async (given) => {
      try {
        const parts = [];
        const html = /^text\/html/.test(given.headers['content-type']);
        if (!html) {
          answer.writeHead(given.statusCode, given.headers);
          for await (const part of given) answer.write(part);
        } else {
          for await (const part of given) parts.push(part);
          const first = script();
          const { 'content-length': _, 'transfer-encoding': __, ...rest } = given.headers;
          rest['cache-control'] = 'no-store';
          const policy = rest['content-security-policy'];
          if (first && policy) rest['content-security-policy'] = allowing(policy, first);
          const text = `${Buffer.concat(parts)}`;
          answer.writeHead(given.statusCode, rest).write(first ? beginning(text, first) : text);
        }
        answer.end();
        happens('response', { url: () => asked.url, status: () => given.statusCode, request: () => request });
      } catch {
        answer.destroy();
      }
    });
    // Who hangs up here hangs up there, and the other way round.
    ahead.on('error', () => answer.destroy());
    answer.on('close', () => ahead.destroy());
    ahead.end(body);
  });
  // Nothing is fetched from where it would have to be encrypted.
  server.on('connect', (asked, socket) => socket.destroy());
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
