// What the shop sells. It is all made up.
export const PLANTS = [
  {
    id: 'monstera', name: 'Monstera', price: 34, light: 'Bright, no direct sun', water: 'Once a week', size: '60 cm',
    line: 'The one with the windows in its leaves.',
  },
  {
    id: 'calathea', name: 'Calathea', price: 26, light: 'Half shade', water: 'Twice a week, soft water', size: '45 cm',
    line: 'Folds its leaves at dusk, opens them at dawn.',
  },
  {
    id: 'pothos', name: 'Golden pothos', price: 14, light: 'Nearly anything', water: 'When you remember', size: '30 cm, trailing',
    line: 'Forgives holidays, dark corners and beginners.',
  },
  {
    id: 'snake-plant', name: 'Snake plant', price: 19, light: 'Sun to shade', water: 'Every two weeks', size: '50 cm',
    line: 'Stands up straight and asks for nothing.',
  },
  {
    id: 'fern', name: 'Boston fern', price: 22, light: 'Half shade', water: 'Every other day, and a mist', size: '40 cm',
    line: 'A small forest for the bathroom.',
  },
  {
    id: 'string-of-pearls', name: 'String of pearls', price: 17, light: 'Bright', water: 'Every ten days', size: '20 cm, trailing',
    line: 'Peas on a thread. People will ask.',
  },
];
