// What the widget's engine says to a generated case. It runs in node and in a browser.
import { decide, instant, journeyVisitor, NEWCOMER, read, said, toMs, toSeconds } from './runner.mjs';

/** The visitor's browser with one widget after another in it: each page load makes a new one from what the last one stored. */
class Site {
  constructor(engine, campaigns, visitor, clock, { quiet, hours, rests }) {
    Object.assign(this, { engine, campaigns, browser: visitor, clock, quiet, hours, rests, loaded: 0, effects: [] });
    this.delivery = new engine.Delivery(campaigns, visitor, clock / 1e3, quiet, undefined, hours, rests);
  }

  tell(effects) {
    for (const { at, effect, campaign } of effects) {
      this.effects.push([toSeconds(at + this.loaded), effect, campaign]);
    }
  }

  // In milliseconds since the widget was loaded, to the microsecond.
  since(seconds) {
    return (Math.round(seconds * 1e6) - Math.round(this.loaded * 1e3)) / 1e3;
  }

  setClock({ at, by }) {
    this.tell(this.delivery.setClock(toMs(by), this.since(at)));
    this.clock += Math.round(by * 1e6);
  }

  step(event, loads) {
    this.away = event.away ?? this.away;
    this.covered = event.covered ?? this.covered;
    if (loads) this.load(event.at);
    this.tell(this.delivery.step(event, this.since(event.at)));
  }

  // What was visible goes with its page.
  load(at) {
    this.tell(this.delivery.advance(this.since(at)));
    const { visible } = this.delivery;
    if (visible) this.effects.push([toSeconds(toMs(at)), 'hide', visible.id]);
    const stored = JSON.parse(JSON.stringify(this.delivery.state()));
    this.loaded = toMs(at);
    const browser = Object.fromEntries(Object.keys(NEWCOMER).map((key) => [key, this.browser[key]]));
    const wall = this.clock + Math.round(at * 1e6);
    this.delivery = new this.engine.Delivery(this.campaigns, { ...stored, ...browser }, wall / 1e3, this.quiet, undefined, this.hours, this.rests);
    // What the widget finds out about its page, it finds out again.
    const { away, covered } = this;
    this.delivery.step({ away, covered }, 0);
  }
}

function journey(engine, { campaigns, start, visitor, quiet, hours, rests, clock, events, loads }) {
  const site = new Site(engine, read(engine, campaigns), journeyVisitor(visitor, quiet), instant(start), { quiet, hours, rests });
  const settings = [...clock];
  events.forEach((event, index) => {
    while (settings[0]?.at <= event.at) site.setClock(settings.shift());
    site.step(event, loads.includes(index));
  });
  return { line: site.delivery.line.map(({ id }) => id), effects: site.effects };
}

function probe(engine, { campaign, visitor, at }) {
  if (!read(engine, [campaign]).length) return { outcome: 'refused', until: null, shut: null, quiet: null };
  const { takesPart, holds, until, shut, quiet } = decide(engine, campaign, visitor, instant(at));
  return { outcome: !takesPart ? 'ignored' : holds ? 'holds' : 'fails', until: until === Infinity ? -1 : (until ?? null), shut: shut ? `${shut.state} ${shut.until ?? ''}` : null, quiet: quiet ?? null };
}

/** The answer to a case. */
export function answer(engine, given) {
  const speeches = given.speeches.map(({ live, visitor }) => {
    const { image_dense, ...content } = said(engine, live, visitor);
    // An empty name is none.
    return { ...content, ...(image_dense && { image_dense }) };
  });
  return { ...journey(engine, given), probes: given.probes.map((asked) => probe(engine, asked)), speeches };
}
