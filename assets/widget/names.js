// Says in the console's debug level what a site has misspelt, once each, with the nearest name that there is.

const said = new Set();

export const misspelt = (what, name, known) => {
  // How many pairs of letters it has in common with a name.
  const likeness = (other) => [...name].filter((letter, at) => other.includes(letter + name[at + 1])).length;
  if (!said.has(what + name)) console.debug('beckon:', what, `${name}?`, known.sort((one, other) => likeness(other) - likeness(one))[0]);
  said.add(what + name);
};
