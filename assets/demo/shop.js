// The demo shop: its frame, its basket, its forms. What it knows of a visitor it tells the widget, as any site would.
import { PLANTS } from './catalogue.js';

const ROOT = '/demo/';
const CART = 'leafhouse.cart';
const ORDERS = 'leafhouse.orders';
const tag = document.querySelector('script[data-site]');
const here = () => location.pathname.slice(ROOT.length).replace(/\/$/, '');
const find = (selector) => document.querySelector(selector);

/** An element with attributes and children; texts stay texts. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Tells the widget, now or as soon as it is there.
function identify(attributes) {
  (window.beckon ||= []).push((beckon) => beckon.identify(attributes));
}

function track(event) {
  (window.beckon ||= []).push((beckon) => beckon.track(event));
}

// What is kept, as far as the browser lets.

function kept(key) {
  try {
    const list = JSON.parse(localStorage.getItem(key));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function keep(key, list) {
  try {
    localStorage.setItem(key, JSON.stringify(list));
  } catch {
    // Private windows may refuse: then the basket lasts as long as the page.
  }
}

export function addToCart(id) {
  keep(CART, [...kept(CART), id]);
  track('add_to_cart');
  cartChanged();
}

function cartChanged() {
  const items = kept(CART).length;
  identify({ cart_items: items });
  const count = find('.count');
  if (count) Object.assign(count, { textContent: items, hidden: !items });
}

// The frame around every page

const NAVIGATION = [['plants', 'Plants'], ['journal', 'Journal'], ['winter-sale', 'Sale'], ['orders', 'Orders'], ['account', 'Account']];

function header() {
  const links = NAVIGATION.map(([path, name]) => {
    const current = here() === path || here().startsWith(`${path}/`);
    return el('a', { href: ROOT + path, ...(current ? { 'aria-current': 'page' } : {}) }, name);
  });
  return el('header', { class: 'top' },
    el('a', { class: 'mark', href: ROOT }, el('img', { src: `${ROOT}pictures/mark.svg`, alt: '' }), 'Leafhouse'),
    el('nav', { 'aria-label': 'Shop' }, ...links),
    el('nav', { class: 'side', 'aria-label': 'Basket' }, el('a', { href: `${ROOT}cart` }, 'Basket ', el('span', { class: 'count', hidden: '' }))));
}

/** The address that campaigns take this page for. */
const standsFor = () => (tag?.dataset.site ?? location.origin + ROOT) + location.href.slice(location.href.indexOf(ROOT) + ROOT.length);

function footer() {
  const again = el('button', { type: 'button' }, 'Start over as a new visitor');
  again.addEventListener('click', startOver);
  return el('footer', { class: 'stand-in' }, el('div', {},
    el('span', {}, 'A made-up shop. To campaigns this page is ', el('b', { id: 'stands-for' }, standsFor())), again));
}

function startOver() {
  const forget = () => {
    localStorage.clear();
    sessionStorage.clear();
  };
  // Whatever the page still writes on its way out is forgotten too.
  window.addEventListener('pagehide', forget);
  forget();
  location.reload();
}

/** What the address bar changed to without a load. */
export function moved() {
  find('.top').replaceWith(header());
  find('#stands-for').textContent = standsFor();
  cartChanged();
}

// Pages with something to do

function showCart(list) {
  const items = kept(CART).map((id) => PLANTS.find((plant) => plant.id === id)).filter(Boolean);
  const lines = items.map((plant, index) => {
    const remove = el('button', { type: 'button', class: 'button quiet', 'aria-label': `Remove ${plant.name}` }, 'Remove');
    remove.addEventListener('click', () => {
      keep(CART, kept(CART).filter((_, other) => other !== index));
      cartChanged();
      showCart(list);
    });
    return el('div', { class: 'line' }, el('img', { src: `${ROOT}pictures/${plant.id}.svg`, alt: '' }), plant.name, el('span', { class: 'price' }, `€${plant.price}`), remove);
  });
  const total = items.reduce((sum, plant) => sum + plant.price, 0);
  list.replaceChildren(...lines, items.length
    ? el('div', { class: 'row' }, el('a', { class: 'button', href: `${ROOT}checkout` }, `Check out, €${total}`))
    : el('p', {}, 'Nothing in it yet. ', el('a', { href: `${ROOT}plants` }, 'See the plants')));
}

function checkOut(form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (new FormData(form).has('fail')) {
      identify({ last_payment: 'failed' });
      find('.said').textContent = 'The bank said no. Nothing was charged; try again.';
      return;
    }
    keep(ORDERS, [...kept(ORDERS), { number: 1000 + kept(ORDERS).length, items: kept(CART).length }]);
    keep(CART, []);
    track('purchase');
    identify({ orders: kept(ORDERS).length, cart_items: 0, last_payment: 'paid' });
    location.assign(`${ROOT}orders`);
  });
}

function showOrders(list) {
  const orders = kept(ORDERS);
  identify({ orders: orders.length });
  if (orders.length) {
    list.replaceChildren(...orders.map(({ number, items }) => el('div', { class: 'line' }, `Order ${number}`, el('span', { class: 'price' }, `${items} in the box`))));
  }
}

function account(form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    const { key, value, ...known } = given;
    if (key) known[key] = { true: true, false: false }[value] ?? (value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value ?? '');
    identify(known);
    const names = Object.entries(known).map(([name, value]) => `${name} = ${value}`);
    find('.said').textContent = names.length ? `The widget knows: ${names.join(', ')}` : 'Fill in something first.';
  });
}

document.body.prepend(header());
document.body.append(footer());
cartChanged();
for (const [selector, fill] of [['#cart', showCart], ['#checkout', checkOut], ['#orders', showOrders], ['#account', account]]) {
  const element = find(selector);
  if (element) fill(element);
}
