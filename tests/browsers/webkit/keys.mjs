// Keys by the names that Playwright has for them, as WebDriver types them. It holds no test.

const NAMED = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C', Space: ' ', PageUp: '\uE00E',
  PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Insert: '\uE016',
  Delete: '\uE017', Meta: '\uE03D', ...Object.fromEntries([...Array(12)].map((_, index) => [`F${index + 1}`, String.fromCharCode(0xe031 + index)])),
};

/** What WebDriver calls a key. */
export function key(name) {
  const value = NAMED[name] ?? name;
  if ([...value].length !== 1) throw new Error(`no key is called ${name}`);
  return value;
}

const down = (name) => ({ type: 'keyDown', value: key(name) });
const up = (name) => ({ type: 'keyUp', value: key(name) });

/** A keyboard that acts through `act`, which takes WebDriver's actions of a device. */
export function keyboard(act) {
  const keys = (actions) => act({ type: 'key', id: 'keys', actions });
  return {
    down: (name) => keys([down(name)]),
    up: (name) => keys([up(name)]),
    // `Shift+Tab`: all but the last are held meanwhile.
    press: (chord) => {
      const names = chord === '+' ? ['+'] : chord.split('+');
      return keys([...names.map(down), ...names.reverse().map(up)]);
    },
    type: (text) => keys([...text].flatMap((letter) => [down(letter === '\n' ? 'Enter' : letter), up(letter === '\n' ? 'Enter' : letter)])),
  };
}

const BUTTONS = { left: 0, middle: 1, right: 2 };

/** A mouse that acts through `act`. Places are CSS pixels of the viewport. */
export function mouse(act) {
  const pointer = (actions) => act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const to = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' });
  const press = (type, { button = 'left' } = {}) => ({ type, button: BUTTONS[button] });
  const click = (x, y, { clickCount = 1, ...options } = {}) =>
    pointer([to(x, y), ...[...Array(clickCount)].flatMap(() => [press('pointerDown', options), press('pointerUp', options)])]);
  return {
    move: (x, y) => pointer([to(x, y)]),
    down: (options) => pointer([press('pointerDown', options)]),
    up: (options) => pointer([press('pointerUp', options)]),
    click,
    dblclick: (x, y, options) => click(x, y, { ...options, clickCount: 2 }),
  };
}
