// Compares what visitors saw with what the preview draws of it. Usage: node compare.mjs FOLDER
// For each NAME of FOLDER/outcome.json: NAME.live.png and NAME.beckon.png; writes FOLDER/pixels.json and NAME.diff.png.
import fs from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const folder = path.resolve(process.argv[2]);
const picture = (name) => PNG.sync.read(fs.readFileSync(path.join(folder, name)));
const { photographs } = JSON.parse(fs.readFileSync(path.join(folder, 'outcome.json'), 'utf8'));
const outcomes = photographs.map(({ name }) => {
  const [live, ours] = [picture(`${name}.live.png`), picture(`${name}.beckon.png`)];
  const { width, height } = live;
  if (ours.width !== width || ours.height !== height) {
    return { name, differing: 100, size: `${width}×${height} in the browser, ${ours.width}×${ours.height} in the preview` };
  }
  const diff = new PNG({ width, height });
  const differing = pixelmatch(live.data, ours.data, diff.data, width, height, { threshold: 0.1, includeAA: false });
  fs.writeFileSync(path.join(folder, `${name}.diff.png`), PNG.sync.write(diff));
  return { name, differing: (100 * differing) / (width * height) };
});
fs.writeFileSync(path.join(folder, 'pixels.json'), JSON.stringify(outcomes));
