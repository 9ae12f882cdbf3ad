// Reports names that a site has misspelt to the console's debug level, once each, with the nearest existing name.

const said = new Set();

export const misspelt = (what, name, known) => {
  // How many pairs of letters it has in common with a name.
  const likeness = (other) => [...name].filter((letter, at) => other.includes(letter + name[at + 1])).length;
  if (!said.has(what + name)) console.debug('beckon:', what, `${name}?`, known.sort((one, other) => likeness(other) - likeness(one))[0]);
  said.add(what + name);
};
