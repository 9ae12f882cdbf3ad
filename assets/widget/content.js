// A pop-up's content, made safe: colours, texts, links and pictures. It repeats `src/popup/color.rs`, `text.rs` and `src/campaign/token.rs`
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
export const brandColors = (brand, dark) => {
  const color = hex(brand) ?? '#4f46e5';
  const white = contrast(color, WHITE);
  const text = white >= 4.5 || white >= contrast(color, INK) ? WHITE : INK;
  return contrast(color, dark ? '#1c1f26' : WHITE) < 1.25 ? [text, color] : [color, text];
};

// A setting's number, 0 or more.
export const number = (text, otherwise, value = parseFloat(text)) => (value >= 0 ? value : otherwise);

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
