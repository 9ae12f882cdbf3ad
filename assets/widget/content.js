// A pop-up's content, made safe: colours, texts, links and pictures. It repeats `src/campaign/color.rs`, `look/style.rs` and `token.rs`, and `src/popup/text.rs`
// for a visitor's browser; tests compare the two. It does not touch the page: values come in, values go out.

const INK = '#101828';
const WHITE = '#ffffff';

// `#4f46e5`, `4f46e5`, `#45e` or `45e` as `#4f46e5`; undefined for anything else.
const hex = (text) => {
  const digits = /^\s*#*([\da-f]{3}|[\da-f]{6})\s*$/i.exec(text)?.[1].toLowerCase();
  return digits && '#' + (digits[3] ? digits : digits.replace(/./g, '$&$&'));
};

const luminance = (color) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, share, index) => {
    const c = parseInt(color.substr(1 + 2 * index, 2), 16) / 255;
    return sum + share * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  }, 0.05);
// WCAG 2 contrast ratio.
const contrast = (one, other) => {
  const ratio = luminance(one) / luminance(other);
  return Math.max(ratio, 1 / ratio);
};

// The colours of buttons and of the text on them, upon a card: the brand's and white or ink, whichever is readable on it; or the two
// swapped where a button could not be distinguished from the card.
const brandColors = (brand, card) => {
  const color = hex(brand) ?? '#4f46e5';
  const white = contrast(color, WHITE);
  const text = white >= 4.5 || white >= contrast(color, INK) ? WHITE : INK;
  return contrast(color, card) < 1.25 ? [text, color] : [color, text];
};

// How a pop-up of this look is painted where the system is dark, or light: whether it is dark, its colours of buttons and of the text on them,
// and of card and text where it has its own.
export const paints = ({ color, card, text, theme }, dark) => {
  const own = hex(card);
  const isDark = own ? contrast(own, '#f5f6f8') > contrast(own, INK) : theme === 'dark' || (theme !== 'light' && dark);
  const [button, onButton] = brandColors(color, own ?? (isDark ? '#1c1f26' : WHITE));
  return [isDark, button, onButton, own, hex(text)];
};

// A setting's number, 0 or more.
export const number = (text, otherwise, value = parseFloat(text)) => (value >= 0 ? value : otherwise);

// How a site's pop-ups look on a page: as its document says, but where the script's tag says otherwise, as that says.
export const lookOf = ({ brand, corner, theme, side, bottom, zIndex }, { color, position, offset: [x, y] = [20, 20], layer, ...look }) => ({
  ...look,
  ...(theme && { theme: theme.toLowerCase() }),
  color: hex(brand) ?? color,
  position: corner ? `bottom_${/left/i.test(corner) ? 'left' : 'right'}` : position,
  offset: [number(side, x), number(bottom, y)],
  layer: parseInt(zIndex) || layer,
});

// The text with every `{{key}}` and `{{key|fallback}}` replaced by the attribute (a Map's), else by the fallback, else by nothing.
// The innermost opening belongs to a closing; braces without a key between them are text.
export const fillTokens = (text, attributes) =>
  text.replace(/{{(?!{)((?:(?!{{|}})[^])*)}}/g, (token, inner) => {
    const [, name, fallback = ''] = /^([^|]*)\|?([^]*)$/.exec(inner);
    const key = name.trim();
    const value = attributes.get(key);
    return key ? (/string|number|boolean/.test(typeof value) ? `${value}` : fallback) : token;
  });

// The text as drawn: without control characters, with line breaks as spaces, and cut off far beyond every limit.
export const presentable = (text) =>
  text
    .slice(0, 9999)
    .replace(/[\n\r\t\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\ufff9-\ufffb]/gu, '')
    .trim();

// The direction of the first letter that has one.
export const direction = (text) =>
  /^\P{Alphabetic}*(?=\p{Alphabetic})[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text)
    ? 'rtl'
    : 'ltr';

// An address as the browser writes it; undefined when it is not one.
const href = (text, base) => {
  try {
    return new URL(text, base).href;
  } catch {}
};

// A link that may be opened: https, http, mailto or tel, and no user's name that passes for a host.
export const safeLink = (text) => {
  const link = href(text);
  return /^(https?:..[^/@]*\/|mailto:|tel:)/.test(link) ? link : undefined;
};

// A picture that may be shown: one next to the script, one by https, or a PNG in a data URL.
export const safePicture = (text, base) => {
  const picture = text && href(text, base);
  return picture && (picture.startsWith(base) || /^(https:|data:image\/png[;,])/.test(picture)) ? picture : undefined;
};
