// Who the visitor is: their browser, and what it keeps of them between pages. Storage that is denied, full or broken is as good as none: then
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

// What a browser says of itself, in the words of `src/campaign/choices.rs`. `brands` is its list of brands with full versions, if it has one.
export const describe = ({ userAgent, userAgentData, maxTouchPoints, language }, brands) => {
  brands ??= userAgentData?.brands;
  const named = brands?.length ? brands.map(({ brand, version }) => `${brand}/${version}`).join() : userAgent;
  const [browser, version] = Object.entries(BRANDS).find(([, sign]) => sign.test(named)) ?? ['other', /()/];
  const tablet = /iPad|Tablet|Android(?!.*Mobi)/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return {
    browser,
    browser_version: version.exec(named)[1],
    device_type: tablet ? 'tablet' : userAgentData?.mobile || /Mobi|iPhone|iPod/.test(userAgent) ? 'mobile' : 'desktop',
    browser_language: language,
  };
};

// Whether no person is behind it; nobody counts those.
export const isProgram = ({ userAgent, webdriver }) => webdriver || /bot[/;)]|crawl|spider|slurp/i.test(userAgent);

// The newest of an object's entries: what is kept has bounds.
export const newest = (object) => Object.fromEntries(Object.entries(object).slice(-250));

// One thing kept as JSON under a name: `storage` answers with localStorage or sessionStorage, or throws.
export const keep = (name, storage) => {
  // What this page wrote or read last, as text: anything else there is another tab's.
  let known;
  return {
    // What is kept, when it is not what this page knows already.
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
