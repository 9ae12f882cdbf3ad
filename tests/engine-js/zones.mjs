// When time zones change their offsets, as this browser's or node's own data say. It touches neither.
const DAY = 86_400_000;

/** Minutes east of Greenwich at an instant; undefined for a zone that is not known. */
function clock(zone) {
  let format;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
  return (ms) => {
    const { value } = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName');
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(value);
    return sign ? Number(`${sign}1`) * (hours * 60 + Number(minutes)) : 0;
  };
}

/**
 * For each zone the list of [instant, offset]: the first at `from`, then each that a look once a day finds, to the second. Instants in seconds
 * since 1970, offsets in minutes; null for a zone that is not known.
 */
export function changes({ zones, from, until }) {
  return zones.map((zone) => {
    const offset = clock(zone);
    if (!offset) return null;
    const found = [[from, offset(from * 1e3)]];
    for (let day = from * 1e3; day < until * 1e3; day += DAY) {
      const [before, after] = [offset(day), offset(day + DAY)];
      if (before === after) continue;
      let [low, high] = [day, day + DAY];
      while (high - low > 1e3) {
        const middle = low + Math.floor((high - low) / 2e3) * 1e3;
        if (offset(middle) === before) low = middle;
        else high = middle;
      }
      found.push([high / 1e3, after]);
    }
    return found;
  });
}
