// How long the widget's engine takes on a page with many live campaigns. It runs in node and in a browser.

const condition = (field, operator, value, key) => ({ field, operator, value, ...(key && { key }) });
const ZONES = ['Europe/Istanbul', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'UTC'];

// Ten conditions that all hold for the visitor below, and an eleventh, a scroll ratio, that differs: all of them have to be asked.
export const campaign = (index) => ({
  format: 'beckon.campaign',
  version: 1,
  id: `campaign-${index}`,
  time_zone: ZONES[index % ZONES.length],
  audience: {
    all: [
      condition('current_page_url', 'contains', '/pricing'),
      condition('page_views', 'at_least', 1),
      condition('views', 'less_than', 30),
      condition('clicks', 'equals', 0),
      condition('browser_language', 'one_of', ['tr', 'en']),
      condition('browser', 'equals', 'chrome'),
      condition('device_type', 'not_equals', 'mobile'),
      condition('last_seen', 'on_or_earlier', '2031-12-31'),
      { any: [condition('conversation_count', 'at_least', 5), condition('custom', 'equals', 'trial', 'plan')] },
      condition('browser_version', 'greater_than', '100'),
    ],
  },
  activity: { join: 'and', conditions: [condition('scroll_ratio', 'at_least', 100 - (index % 7))] },
  content: { type: 'text', text: 'Hello', user_say: 'Hello' },
  schedule: { repeat_cycle: { every: 1, unit: 'day' }, message_delay: index % 3, priority: index % 5 },
});
const BROWSER = { browser: 'chrome', browser_version: '131.0.6778', browser_language: 'tr-TR', device_type: 'desktop', custom: { plan: 'trial' } };
const START = 1_795_341_600_000;

const EVENTS = {
  open: (turn) => ({ open: `https://www.example.com/products/pricing?visit=${turn}` }),
  scroll: (turn) => ({ scroll: (turn % 90) + turn / 1e6 }),
  exit: () => ({ exit: true }),
  identify: (turn) => ({ identify: { plan: 'trial', seen: turn } }),
  nothing: () => ({}),
  'a showing': () => ({ scroll: 100 }),
};
const ROUNDS = 40;
const TURNS = 50;

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

/** Milliseconds: of the first read and the first page, each but once, and medians of each kind of event with the widget's question when to wake. */
export function bench({ readCampaigns, Delivery }, count = 100) {
  const file = { format: 'beckon.live', version: 1, campaigns: Array.from({ length: count }, (_, index) => campaign(index)) };
  const timed = (work) => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  let campaigns;
  let delivery;
  const result = {};
  result['first: campaigns read'] = timed(() => (campaigns = readCampaigns(file)));
  result['first: page opened'] = timed(() => {
    delivery = new Delivery(campaigns, BROWSER, START);
    delivery.step({ open: 'https://www.example.com/pricing' }, 0);
    delivery.due();
  });
  if (campaigns.length !== count || delivery.visible) throw new Error('the campaigns are not what is to be measured');
  for (const [name, event] of Object.entries(EVENTS)) {
    const rounds = Array.from({ length: ROUNDS }, (_, round) => {
      // Clocks in browsers are coarse: many events are timed together.
      const fresh = Array.from({ length: TURNS }, () => new Delivery(campaigns, BROWSER, START));
      for (const one of fresh) one.step({ open: 'https://www.example.com/pricing' }, 0);
      const time = timed(() => {
        fresh.forEach((one, turn) => {
          one.step(event(round * TURNS + turn), 10_000);
          one.due();
        });
      });
      return time / TURNS;
    });
    result[name] = median(rounds);
  }
  return result;
}
