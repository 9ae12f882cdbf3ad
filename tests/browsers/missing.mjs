// What is said when a browser is not there. It holds no test.

/** Ends the process with what to do about a program that is missing: Debian's package, or the variable that names another one. */
export function missing(program, name, variable) {
  console.error(`${program} is missing: run \`./run test\`, which installs it (on Debian the package ${name})${variable ? `, or name yours in ${variable}` : ''}`);
  process.exit(1);
}
