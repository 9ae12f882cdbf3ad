// Who the visitor is: their browser, and what it keeps of them between pages. Storage that is denied, full or broken counts as none: then
// the visitor is remembered as long as the page lives.

const BRANDS = {
  edge: /(?:Microsoft Edge|Edg\w*)\/([\d.]+)/,
  opera: /(?:OPR|OPT|OPX|OPiOS|Opera[^/]*)\/([\d.]+)/,
  samsung_internet: /Samsung ?(?:Internet|Browser)\/([\d.]+)/,
  firefox: /(?:Firefox|FxiOS)\/([\d.]+)/,
  other: /(?:YaBrowser|Vivaldi|Brave|UCBrowser|Whale|DuckDuckGo|WebView)\/([\d.]+)/,
  chrome: /(?:Chrome|CriOS|Chromium)\/([\d.]+)/,
  safari: /Version\/([\d.]+).* Safari/,
};
const SYSTEMS = {
  android: /Android/,
  ios: /iP(hone|ad|od)/,
  windows: /Windows/,
  chromeos: /CrOS/,
  macos: /Mac/,
  linux: /Linux|X11/,
};
const named = (signs, text) => Object.entries(signs).find(([, sign]) => sign.test(text)) ?? ['other', /()/];

// What a browser says of itself, in the words of `src/campaign/choices.rs`. `brands` is its list of brands with full versions, if it has one.
export const describe = ({ userAgent, userAgentData, maxTouchPoints, language }, brands) => {
  brands ??= userAgentData?.brands;
  const names = brands?.length ? brands.map(({ brand, version }) => `${brand}/${version}`).join() : userAgent;
  const [browser, version] = named(BRANDS, names);
  const [system] = named(SYSTEMS, userAgent);
  // An iPad calls itself a Mac, and no Mac is touched.
  const disguised = system === 'macos' && maxTouchPoints > 1;
  const tablet = disguised || /iPad|Tablet|Android(?!.*Mobi)/.test(userAgent);
  return {
    browser,
    browser_version: version.exec(names)[1],
    device_type: tablet ? 'tablet' : userAgentData?.mobile || /Mobi|iPhone|iPod/.test(userAgent) ? 'mobile' : 'desktop',
    operating_system: disguised ? 'ios' : system,
    browser_language: language,
  };
};

// Whether no person is behind it; nobody counts those.
export const isProgram = ({ userAgent, webdriver }) => webdriver || /bot[/;)]|crawl|spider|slurp/i.test(userAgent);

// The newest of an object's entries, since what is kept has bounds.
export const newest = (object) => Object.fromEntries(Object.entries(object).slice(-250));

// One thing kept as JSON under a name: `storage` answers with localStorage or sessionStorage, or throws.
export const keep = (name, storage) => {
  // What this page wrote or read last, as text: anything else was written by another tab.
  let known;
  return {
    // What is kept, unless this page knows it already.
    news() {
      try {
        const text = storage().getItem(name);
        if (text !== known) return JSON.parse((known = text));
      } catch {}
    },
    write(value) {
      try {
        const text = JSON.stringify(value);
        if (text !== known) storage().setItem(name, text);
        known = text;
      } catch {}
    },
  };
};
