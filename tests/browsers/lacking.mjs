// How a browser says that its driver cannot do something. It holds no test.

/** What a driver cannot do. A case that needs it names the browser in its `lacks`. */
export class Lacking extends Error {
  name = 'Lacking';
}

/** The same object, which refuses by name whatever it does not have, where plain objects would say "not a function". */
export const refusing = (what, object) =>
  new Proxy(object, {
    get(target, name, receiver) {
      // `then`: whoever awaits it asks.
      if (name in target || typeof name === 'symbol' || ['then', 'toJSON'].includes(name)) return Reflect.get(target, name, receiver);
      throw new Lacking(`the driver of WebKitGTK has no ${what}.${name}: do it otherwise, or name the browser in the case's \`lacks\``);
    },
  });
