// Draws every case of a folder in Chromium, and writes how it differs from what the preview drew; of those that differ, pictures as well.
// Usage: node compare.mjs FOLDER   (CHROMIUM names another browser than the system's)
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { launch } from '../browser.mjs';

const folder = path.resolve(process.argv[2]);
const cases = JSON.parse(fs.readFileSync(path.join(folder, 'cases.json'), 'utf8'));

/** Runs in the page: the boxes and lines that the preview also reports. */
function measure(names) {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const lines = (element) => {
    const found = [];
    let bottom = -Infinity;
    let top = Infinity;
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      for (const { index, segment } of graphemes.segment(node.data)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const rect = [...range.getClientRects()].at(-1);
        if (!rect) continue;
        const middle = (rect.top + rect.bottom) / 2;
        if (middle > bottom || middle < top) {
          found.push('');
          ({ top, bottom } = rect);
        }
        found[found.length - 1] += segment;
      }
    }
    return found.map((line) => line.replace(/[\u200b\u2060]/g, '').trim()).filter(Boolean);
  };
  return [...document.querySelectorAll(names)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const name = element.dataset.slot ?? element.getAttribute('class');
    return { name, rect: [x, y, width, height], lines: lines(element) };
  });
}
const MEASURED = '.bk > *, .bk [data-slot], .bk .close, .bk .body, .bk .head, .bk .talk, .bk .entry';

async function draw(page, client, test) {
  const wrapper = path.join(folder, 'frame.html');
  fs.writeFileSync(wrapper, `<!doctype html><meta charset="utf-8"><style>html,body{margin:0;overflow:hidden}iframe{border:0;`
    + `display:block;width:${test.width}px;height:${test.height}px}</style><iframe src="${encodeURIComponent(`${test.name}.html`)}"></iframe>`);
  await page.goto(pathToFileURL(wrapper).href);
  const frame = page.frames()[1];
  await frame.waitForLoadState();
  await frame.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
    await document.fonts.ready;
    await Promise.all([...document.images].filter((image) => image.src).map((image) => image.decode()));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  const boxes = await frame.evaluate(measure, MEASURED);
  const [left, top, width, height] = test.crop;
  // Even CSS pixels are whole physical ones at every scale.
  const even = (physical) => 2 * Math.floor(physical / test.scale / 2);
  const clip = { x: even(left), y: even(top), scale: 1 };
  clip.width = Math.min(test.width, even(left + width) + 2) - clip.x;
  clip.height = Math.min(test.height, even(top + height) + 2) - clip.y;
  const { data } = await client.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, clip });
  const shot = PNG.sync.read(Buffer.from(data, 'base64'));
  const [x, y] = [left - clip.x * test.scale, top - clip.y * test.scale];
  if (shot.width < x + width || shot.height < y + height) throw new Error(`${test.name}: the window is too small`);
  const picture = new PNG({ width, height });
  PNG.bitblt(shot, picture, x, y, width, height, 0, 0);
  return { boxes, picture };
}

function compareBoxes(ours, theirs) {
  const complaints = [];
  let shifted = 0;
  if (ours.length !== theirs.length) complaints.push(`${ours.length} boxes, not ${theirs.length}`);
  theirs.forEach((their, at) => {
    const our = ours[at];
    if (!our) return;
    if (our.name !== their.name) complaints.push(`box ${our.name}, not ${their.name}`);
    const [, , width, height] = their.rect;
    if (width === 0 && height === 0) return;
    const off = Math.max(...their.rect.map((value, side) => Math.abs(value - our.rect[side])));
    if (off > 0.5) complaints.push(`${their.name}: ${our.rect} not ${their.rect}`);
    shifted = Math.max(shifted, off);
    if (JSON.stringify(our.lines) !== JSON.stringify(their.lines)) {
      complaints.push(`${their.name}: ${JSON.stringify(our.lines)} not ${JSON.stringify(their.lines)}`);
    }
  });
  return { complaints, shifted };
}

/** Pictures for people who look into a difference: trying every filter for the smallest file would be most of this script's work. */
const QUICKLY = { filterType: 1, deflateLevel: 1 };

const outcomes = new Map();
for (const scale of new Set(cases.map((test) => test.scale))) {
  const browser = await launch({ scale });
  for (const theme of new Set(cases.map((test) => test.theme))) {
    const context = await browser.newContext({ viewport: null, offline: true, colorScheme: theme });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    for (const test of cases.filter((other) => other.scale === scale && other.theme === theme)) {
      const { boxes, picture } = await draw(page, client, test);
      const { width, height } = picture;
      const ours = new PNG({ width, height });
      ours.data = fs.readFileSync(path.join(folder, `${test.name}.rgba`));
      const diff = new PNG({ width, height });
      const differing = pixelmatch(picture.data, ours.data, diff.data, width, height, { threshold: 0.1, includeAA: false });
      const { complaints, shifted } = compareBoxes(test.boxes, boxes);
      if (differing || complaints.length) {
        for (const [kind, png] of Object.entries({ beckon: ours, chromium: picture, diff })) {
          fs.writeFileSync(path.join(folder, `${test.name}.${kind}.png`), PNG.sync.write(png, QUICKLY));
        }
      }
      outcomes.set(test.name, { name: test.name, differing: (100 * differing) / (width * height), shifted, complaints });
    }
    await context.close();
  }
  await browser.close();
}
fs.writeFileSync(path.join(folder, 'outcomes.json'), JSON.stringify(cases.map((test) => outcomes.get(test.name))));
