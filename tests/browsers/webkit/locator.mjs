// Elements by CSS, looked for in open shadow roots too, as Playwright does. It holds no test.

const PATIENCE = 15_000;

/** Waits until `ask` answers with something that is true; `what` names it. */
export async function poll(what, ask) {
  const since = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() - since > PATIENCE) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Runs in the page: the elements, in their order. */
function find(selector, root = document) {
  const found = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot) found.push(...find(selector, element.shadowRoot));
  }
  return found;
}

/** Runs in the page: whether an element has a box that is to be seen. */
function visible(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
}

/** Runs in the page: the middle of an element, when a pointer there would hit it. */
function target(element) {
  const box = () => element.getBoundingClientRect();
  if (box().top < 0 || box().bottom > innerHeight || box().left < 0 || box().right > innerWidth) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = box();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot?.elementFromPoint(x, y)) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (inner === hit) break;
    hit = inner;
  }
  for (let outer = hit; outer; outer = outer.parentNode ?? outer.host) if (outer === element) return [x, y];
  return null;
}

export class Locator {
  constructor(page, selector, index) {
    Object.assign(this, { page, selector, index });
  }

  nth(index) {
    return new Locator(this.page, this.selector, index);
  }

  first() {
    return this.nth(0);
  }

  /** Runs `work` on all elements. */
  evaluateAll(work, argument) {
    return this.page.evaluate(`(() => { const find = ${find}; const visible = ${visible}; return (${work})(find(${JSON.stringify(this.selector)}), ${JSON.stringify(argument)}); })()`);
  }

  count() {
    return this.evaluateAll((elements) => elements.length);
  }

  /** Runs `work` on the element once it is there; of several one has to be named. */
  async evaluate(work, argument) {
    const { selector, index } = this;
    const { value } = await poll(selector, () =>
      this.evaluateAll(`async (elements) => {
        if (${index === undefined} && elements.length > 1) throw new Error(elements.length + ' elements match ' + ${JSON.stringify(selector)});
        const element = elements[${index ?? 0}];
        return element && { value: await (${work})(element, ${JSON.stringify(argument)}) };
      }`));
    return value;
  }

  textContent() {
    return this.evaluate((element) => element.textContent);
  }

  innerText() {
    return this.evaluate((element) => element.innerText);
  }

  inputValue() {
    return this.evaluate((element) => element.value);
  }

  getAttribute(name) {
    return this.evaluate((element, name) => element.getAttribute(name), name);
  }

  allTextContents() {
    return this.evaluateAll((elements) => elements.map(({ textContent }) => textContent));
  }

  isVisible() {
    return this.evaluateAll(`(elements) => !!elements[${this.index ?? 0}] && visible(elements[${this.index ?? 0}])`);
  }

  async boundingBox() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  async waitFor({ state = 'visible' } = {}) {
    const index = this.index ?? 0;
    const there = state === 'attached' || state === 'detached';
    const wanted = state === 'attached' || state === 'visible';
    await poll(`${this.selector} to be ${state}`, async () =>
      (there ? (await this.count()) > index : await this.isVisible()) === wanted);
  }

  focus() {
    return this.evaluate((element) => element.focus());
  }

  scrollIntoViewIfNeeded() {
    return this.evaluate((element) => element.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
  }

  async place() {
    return poll(`a place to click on ${this.selector}`, () => this.evaluate(target));
  }

  async click(options) {
    await this.page.mouse.click(...(await this.place()), options);
  }

  async dblclick(options) {
    await this.page.mouse.dblclick(...(await this.place()), options);
  }

  async hover() {
    await this.page.mouse.move(...(await this.place()));
  }

  async press(chord) {
    await this.focus();
    await this.page.keyboard.press(chord);
  }

  fill(text) {
    return this.evaluate((element, text) => {
      element.focus();
      element.value = text;
      element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
    }, text);
  }
}
