// Says in the console's debug level what a site has misspelt, once each, with the names that there are.

const said = new Set();

export const misspelt = (what, name, known) => {
  if (!said.has(what + name)) console.debug(`beckon: no ${what} ${name} among ${known.join(', ')}`);
  said.add(what + name);
};
