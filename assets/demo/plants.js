// The plants: a list and a page for each, moved between without a load, as single-page applications do.
import { PLANTS } from './catalogue.js';
import { addToCart, el, moved } from './shop.js';

const LIST = '/demo/plants';
const main = document.querySelector('main');
const picture = (plant) => el('div', { class: 'scene' }, el('img', { src: `/demo/pictures/${plant.id}.svg`, alt: plant.name, width: 180, height: 180 }));

function list() {
  const cards = PLANTS.map((plant) => el('li', {},
    el('a', { class: 'plant', href: `${LIST}/${plant.id}` }, picture(plant),
      el('div', { class: 'text' }, el('h3', {}, plant.name), el('p', { class: 'small' }, plant.line), el('p', { class: 'price' }, `€${plant.price}`)))));
  return [el('h1', {}, 'Plants that like it indoors'), el('p', { class: 'small' }, 'Opened without loading a page: the widget follows all the same.'), el('ul', { class: 'grid' }, ...cards)];
}

const CARE = [
  ['The first week', 'Let it stand where it will live and leave it alone. A plant that has travelled has enough to think about: no new pot, no fertiliser, no second spot by the window. A leaf or two may turn; that is the journey, not you.'],
  ['Light', 'Most of what goes wrong indoors is a question of light. A metre from the window there is half of it, behind a curtain half of that. Turn the pot a quarter each week, and it will grow straight.'],
  ['Water', 'Put a finger two knuckles deep into the soil. Dry: water until some runs out below, then empty the saucer. Damp: wait. More plants are drowned than ever went thirsty.'],
  ['Feeding and pots', 'From March to September half the dose on the bottle, every second watering. A new pot when roots come out below, one size up, in spring.'],
  ['When leaves turn', 'Yellow from below is too much water, brown tips are dry air, pale new leaves want more light. Take off what is gone, change one thing, and give it two weeks before you change the next.'],
];

function detail(plant) {
  const add = el('button', { type: 'button', class: 'button' }, 'Put it into the basket');
  add.addEventListener('click', () => {
    addToCart(plant.id);
    add.textContent = 'In the basket';
  });
  const fact = (name, value) => el('div', {}, el('span', {}, name), el('b', {}, value));
  return [el('div', { class: 'detail' }, picture(plant), el('div', {},
    el('p', { class: 'small' }, el('a', { href: LIST }, 'All plants')), el('h1', {}, plant.name), el('p', {}, plant.line),
    el('div', { class: 'facts' }, fact('Light', plant.light), fact('Water', plant.water), fact('Height', plant.size), fact('Price', `€${plant.price}`)),
    el('div', { class: 'row' }, add),
    el('div', { class: 'prose' }, ...CARE.flatMap(([title, text]) => [el('h2', {}, title), el('p', {}, text)]))))];
}

function show() {
  const id = location.pathname.slice(LIST.length + 1).replace(/\/$/, '');
  const plant = PLANTS.find((other) => other.id === id);
  document.title = `${plant ? plant.name : 'Plants'}, Leafhouse`;
  main.replaceChildren(...(plant ? detail(plant) : list()));
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!plain || !link || event.defaultPrevented || !(link.pathname === LIST || link.pathname.startsWith(`${LIST}/`)) || link.origin !== location.origin) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show();
  moved();
  window.scrollTo(0, 0);
});
window.addEventListener('popstate', () => {
  show();
  moved();
});
show();
