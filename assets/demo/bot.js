// The shop's chatbot: a script of answers, standing for a real one. It hears what visitors say through the widget, and replies there.

// The first rule whose words occur in what was said gives the answer.
const SCRIPT = [
  [/checkout|payment|ödeme|pay\b|card/i, 'Payments fail now and then: check the card’s number and date, or pay by bank transfer. Your basket is kept, nothing was charged.'],
  [/basket|cart|sepet/i, 'Your basket is kept for a week. Shall I take you to it? It is at the top right of every page.'],
  [/indirim|kampanya/i, 'Kış indirimi: seçili bitkilerde yüzde 30. “Winter sale” sayfasında hepsi var.'],
  [/水|育て|コツ/, '土が乾いたら、鉢の底から水が出るまでたっぷりとあげてください。冬は回数を半分に。'],
  [/water|tip|leaf|leaves|yellow/i, 'Feel two knuckles deep into the soil: if it is dry, water until some runs out below; if it is damp, wait. Which plant is it?'],
  [/goes well|match|pair/i, 'A Boston fern keeps nearly everything good company: it likes the same half shade, and its green is a different one.'],
  [/find|plant|help me|recommend/i, 'Gladly. Is the spot bright or dark? For a dark one take a pothos or a snake plant; for a bright one a monstera.'],
  [/order|deliver|parcel|ship/i, 'Orders leave us the same day when they come in before two, and are with you within three days, in a box with holes.'],
  [/sale|offer|discount|price/i, 'The winter sale runs now: thirty percent off pots, and off every plant that is still looking for a home.'],
  [/thank|teşekkür|bye/i, 'With pleasure. May it grow.'],
  [/hello|hi\b|hey|merhaba|selam/i, 'Hello! I know this shop’s plants by heart. What may I tell you?'],
];
const OTHERWISE = 'I am a small bot with few answers: ask me about plants, watering, orders, the basket or the sale.';

(window.beckon ||= []).push((beckon) => {
  beckon.on('message', ({ text, reply }) => {
    const [, answer] = SCRIPT.find(([words]) => words.test(text)) ?? [];
    reply(answer ?? OTHERWISE);
  });
});
