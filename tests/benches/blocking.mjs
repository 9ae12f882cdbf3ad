// How long a widget keeps a page from answering, from the load until the first thing is shown, on a processor four times as slow: Beckon with 100
// live campaigns, posthog-js with 100 surveys, rasa-webchat with its launcher, and the page without any.
// Usage: node tests/benches/blocking.mjs WIDGET.js... [--runs=7] [--alone] [--scaled] [--profile]
//   (`./run bench widget` makes WIDGET.js; `npm ci` in `tests` once). Several versions of it are measured in turns,
//   so that whatever else the machine does falls on all. `--alone` leaves the others out, `--scaled` takes four times the time of each task
//   instead of slowing the processor, which on a busy machine slows by more, `--profile` says where the last version's time goes.
//
// The others come from npm as they are published, into a folder of this bench; nothing else fetches them.
//
// Times are the main thread's processor time, as Chromium's trace has it for each task, so that other work on the machine does not count: of
// every task what is beyond 50 ms is blocking, as in the Long Tasks API, and all tasks together are the total. To open a page is a long task by itself:
// of both, what is beyond the bare page of the same round is the widget's.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { launch } from '../browser.mjs';
import { campaign } from '../engine-js/bench.mjs';
import { campaign as everybody, page as html, read, serve } from '../widget/site.mjs';

const SLOWER = 4;
const LONG = 50;
/** After something is shown, what it still has to do belongs to it. */
const REST = 1500;
const COUNT = 100;
const RIVALS = { 'posthog-js': '1.449.2', 'rasa-webchat': '1.0.1' };
const FOLDER = new URL('../rivals/web/node_modules/', import.meta.url);

const { positionals: scripts, values: { runs, alone, scaled, profile } } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' }, alone: { type: 'boolean' }, scaled: { type: 'boolean' }, profile: { type: 'boolean' } },
});

/** A package's files as published, without what it depends on: both come bundled. */
function fetched(name) {
  const place = new URL(`${name}/`, FOLDER);
  const there = new URL('package.json', place);
  if (fs.existsSync(there) && JSON.parse(fs.readFileSync(there)).version === RIVALS[name]) return place;
  fs.rmSync(place, { recursive: true, force: true });
  fs.mkdirSync(place, { recursive: true });
  const file = `${execFileSync('npm', ['pack', `${name}@${RIVALS[name]}`, '--silent'], { cwd: place })}`.trim();
  execFileSync('tar', ['xzf', file, '--strip-components=1'], { cwd: place });
  fs.rmSync(new URL(file, place));
  return place;
}

/** Beckon: as many campaigns as the others have, all of which are asked, and the last is for everybody. */
async function beckon(script) {
  const site = await serve(read(script));
  site.campaigns = [...Array.from({ length: COUNT - 1 }, (_, index) => campaign(index)), everybody('shown', { schedule: { message_delay: 0, priority: 9 } })];
  site.pages['/pricing'] = html();
  return { address: `${site.origin}/pricing`, bytes: [fs.readFileSync(script)], shown: "roots.some((root) => root.querySelector('.card'))", close: site.close };
}

/** A site that answers as the rival's own backend does. */
async function rival(body, shown, files, answers) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    const file = Object.keys(files).find((name) => pathname.endsWith(name));
    const answer = Object.keys(answers).find((name) => pathname.startsWith(name));
    if (file) send('text/javascript', files[file]);
    else if (answer) send(answer.endsWith('.js') ? 'text/javascript' : 'application/json', answers[answer]);
    else if (pathname === '/pricing') send('text/html; charset=utf-8', body);
    else send('application/json', '{}');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}/pricing`, bytes: Object.values(files), shown, close: () => server.close() };
}

/** The page of Beckon's tests, with other scripts in its place. */
const withScripts = (scripts) => html({ head: scripts }).replace(/<script async src="\/widget.js" ><\/script>/, '');

function posthog() {
  const dist = new URL('dist/', fetched('posthog-js'));
  const survey = (index, url) => ({
    id: `survey-${index}`, name: `Survey ${index}`, type: 'popover', start_date: '2025-01-01T00:00:00Z', end_date: null, schedule: 'once',
    questions: [{ id: `question-${index}`, type: 'open', question: 'Title of shown', description: 'Ask us anything about plans.' }],
    conditions: { url, urlMatchType: 'icontains' }, appearance: { surveyPopupDelaySeconds: 0, whiteLabel: true },
  });
  const surveys = Array.from({ length: COUNT }, (_, index) => survey(index, index === COUNT - 1 ? '/pricing' : `/elsewhere/${index}`));
  const config = { token: 'phc_test', surveys: true, supportedCompression: [], featureFlags: {}, hasFeatureFlags: false, sessionRecording: false };
  const scripts = `<script>window.posthog = Object.assign([], { __SV: 1, _i: [['phc_test', { api_host: location.origin, autocapture: false,
    capture_pageview: false, disable_session_recording: true, opt_out_useragent_filter: true }, 'posthog']] });</script><script async src="/static/array.js"></script>`;
  const file = (name) => fs.readFileSync(new URL(name, dist));
  return rival(
    withScripts(scripts),
    "roots.some((root) => root.querySelector('form, .survey-form, .survey-box'))",
    { 'array.js': file('array.js'), 'surveys.js': file('surveys.js') },
    { '/array/phc_test/config.js': `window._POSTHOG_REMOTE_CONFIG = { phc_test: { config: ${JSON.stringify(config)}, siteApps: [] } };`,
      '/array/phc_test/config': JSON.stringify(config), '/flags': JSON.stringify(config), '/api/surveys': JSON.stringify({ surveys }) },
  );
}

function rasa() {
  const file = fs.readFileSync(new URL('lib/index.js', fetched('rasa-webchat')));
  const start = "WebChat.default({ socketUrl: location.origin, connectOn: 'open', hideWhenNotConnected: false, title: 'Chat' }, null)";
  return rival(withScripts(`<script async src="/rasa.js" onload="${start}"></script>`), "!!document.querySelector('.rw-launcher')", { 'rasa.js': file }, {});
}

const nothing = () => rival(withScripts(''), 'document.readyState === "complete"', {}, {});

/**
 * Runs in the page: closed roots stay closed to the page, and the moment at which `shown` holds is noted. It is asked when something has changed and
 * not in every frame, as that would count against those who leave the page more frames.
 */
function attend(shown) {
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
  const roots = [];
  const holds = new Function('roots', `return ${shown}`);
  const changes = new MutationObserver(() => {
    if (!holds(roots)) return;
    window.shownAfter = performance.now();
    changes.disconnect();
  });
  const look = (root) => changes.observe(root, { childList: true, subtree: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    look(root);
    return root;
  };
  look(document);
  addEventListener('load', () => document.documentElement.append(document.createComment('')));
}

/** The tasks of the page's main thread, in ms of its processor time, and what they consisted of. */
function tasksOf(trace, address) {
  const events = trace.traceEvents;
  const page = events.find(({ name, args }) => name === 'NavigationStart' && args.data?.documentLoaderURL === address)
    ?? events.find(({ name, args }) => name === 'ResourceSendRequest' && args.data?.url === address);
  const { tid } = events.find(({ name, pid, args }) => name === 'thread_name' && pid === page.pid && args.name === 'CrRendererMain');
  const own = events.filter((event) => event.pid === page.pid && event.tid === tid && event.ts >= page.ts && event.ph === 'X');
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask' || name === 'RunTask');
  const ms = ({ tdur = 0 }) => (tdur / 1000) * (scaled ? SLOWER : 1);
  return { tasks: tasks.map(ms), events: own.map((event) => ({ ...event, ms: ms(event) })) };
}

const browser = await launch();
async function measure({ address, shown }, sampled = false) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(attend, shown);
  const session = await context.newCDPSession(page);
  if (sampled) {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
    await session.send('Profiler.start');
  }
  if (!scaled) await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'blink.user_timing', 'v8', 'loading'] });
  await page.goto(address);
  await page.waitForFunction(() => window.shownAfter);
  await page.waitForTimeout(REST);
  const trace = JSON.parse(await browser.stopTracing());
  const after = await page.evaluate(() => window.shownAfter);
  const samples = sampled && (await session.send('Profiler.stop')).profile;
  await context.close();
  const { tasks, events } = tasksOf(trace, address);
  return {
    blocking: tasks.reduce((sum, ms) => sum + Math.max(0, ms - LONG), 0), total: tasks.reduce((sum, ms) => sum + ms, 0), longest: Math.max(...tasks), after, events, samples,
  };
}

/** The functions of a profile by the time that passed in each itself, in ms. */
function costly({ nodes, samples, timeDeltas }) {
  const own = new Map(nodes.map((node) => [node.id, 0]));
  samples.forEach((id, index) => own.set(id, own.get(id) + timeDeltas[index] / 1000));
  const sums = new Map();
  for (const { id, callFrame: { functionName, url, lineNumber, columnNumber } } of nodes) {
    const name = `${functionName || '(nameless)'} ${url ? `${url.split('/').at(-1)}:${lineNumber + 1}:${columnNumber + 1}` : ''}`;
    sums.set(name, (sums.get(name) ?? 0) + own.get(id));
  }
  return [...sums].filter(([name]) => !/^\((idle|program|root)\)/.test(name)).sort(([, one], [, other]) => other - one);
}

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];
const versions = await Promise.all(scripts.map(async (script, index) => [scripts[1] ? `Beckon ${index + 1}` : 'Beckon', await beckon(script)]));
const sites = { nothing: await nothing(), ...Object.fromEntries(versions), ...(!alone && { 'posthog-js': await posthog(), 'rasa-webchat': await rasa() }) };
const results = Object.fromEntries(Object.keys(sites).map((name) => [name, []]));
for (let run = 0; run < Number(runs); run += 1) {
  for (const [name, site] of Object.entries(sites)) results[name].push(await measure(site));
}
console.log(`Chromium ${browser.version()}, ${scaled ? 'times of tasks taken' : 'slowed'} ${SLOWER} times, medians of ${runs}; milliseconds of the main thread's processor time, and of the clock until shown`);
console.log('                  gzip kB   blocking (beyond bare)   longest     total (beyond bare)   shown after');
for (const [name, all] of Object.entries(results)) {
  const of = (what) => median(all.map((one) => one[what]));
  const size = sites[name].bytes.reduce((sum, bytes) => sum + zlib.gzipSync(bytes, { level: 9 }).length, 0) / 1000;
  const beyond = (what) => median(all.map((one, round) => one[what] - results.nothing[round][what]));
  const cells = [size, of('blocking'), beyond('blocking'), of('longest'), of('total'), beyond('total'), of('after')];
  console.log(name.padEnd(14) + cells.map((cell, index) => cell.toFixed(1).padStart([11, 11, 14, 10, 10, 14, 14][index])).join(''));
}

if (profile) {
  // The run in the middle.
  const [last, site] = versions.at(-1);
  const { events } = results[last].toSorted((one, other) => one.total - other.total)[Number(runs) >> 1];
  console.log("\nBeckon's longest tasks, and what was in them (some of it within others)");
  const tasks = events.filter(({ name }) => name.endsWith('RunTask')).sort((one, other) => other.ms - one.ms).slice(0, 8);
  for (const task of tasks) {
    const inside = events.filter(({ name, ts, ms }) => ts > task.ts && ts < task.ts + task.dur && ms > 0.5 && !name.endsWith('RunTask'));
    console.log(`${task.ms.toFixed(1)} ms: ${inside.map(({ name, ms }) => `${name} ${ms.toFixed(1)}`).join(', ')}`);
  }
  console.log('\nits functions by the time in each itself, of one more run; by the clock, so other work on the machine counts');
  for (const [name, ms] of costly((await measure(site, true)).samples).slice(0, 25)) console.log(`${ms.toFixed(1).padStart(7)} ms  ${name}`);
}
await browser.close();
for (const { close } of Object.values(sites)) close();
process.exit(0);
