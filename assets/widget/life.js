// The basis of every part of the widget: its lifetime, which `destroy()` ends, and the rule that our faults never reach the page.

const life = new AbortController();
export const { signal } = life;
export const end = () => life.abort();
// Runs when the life ends.
export const atEnd = (work) => signal.addEventListener('abort', work);

export let complain = (error) => {
  console.debug('beckon:', error);
  complain = () => {};
};
// Runs something of ours on the page's time.
export const guard =
  (work) =>
  (...given) => {
    try {
      if (!signal.aborted) return work(...given);
    } catch (error) {
      complain(error);
    }
  };
// Does one thing after another, each in a task of its own: between them the browser does what the page and its visitor want.
export const inTurn = async (...works) => {
  for (const work of works) {
    await new Promise((go) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = go;
      port2.postMessage(0);
    });
    guard(work)();
  }
};
// Answers that this life is there, to another start of the script.
export const answer = () => listen(window, 'beckon', (event) => event.preventDefault());
export const listen = (target, types, handler) => {
  for (const type of types.split(' ')) target.addEventListener(type, guard(handler), { capture: true, signal });
};
