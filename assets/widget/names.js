// Says in the console's debug level what a site has misspelt, once each, with the nearest name that there is.

const said = new Set();

export const misspelt = (what, name, known) => {
  if (said.has(what + name)) return;
  said.add(what + name);
  // How many pairs of letters it has in common with a name.
  const likeness = (other) => [...name].filter((letter, at) => other.includes(letter + (name[at + 1] ?? ''))).length;
  const [nearest] = [...known].sort((one, other) => likeness(other) - likeness(one));
  console.debug(`beckon: no ${what} ${name}, but ${nearest}`);
};
