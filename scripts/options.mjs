// How a script is called. `--help` prints the comment at the head of the script, which says it. Options and operands
// that the script does not have are refused in one line, with status 2 and before anything is done.
import { readFileSync, writeSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';

/** The comment at the head of a script, without its signs. */
function headOf(script) {
  const lines = readFileSync(script, 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines.slice(0, end).map((line) => `${line.replace(/^\/\/ ?/, '')}\n`);
}

/** Ends the script, because it cannot be called like this. */
export function refuse(reason) {
  writeSync(2, `${relative('.', process.argv[1])}: ${reason}; --help says how it is called\n`);
  process.exit(2);
}

/**
 * The options that the script was called with, as `parseArgs` gives them, and its operands.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} O
 * @param {{ options?: O, most?: number }} known
 */
export function calledWith({ options = /** @type {O} */ ({}), most = 0 } = {}) {
  /** @type {ReturnType<typeof parseArgs<{ options: O, allowPositionals: true }>>} */
  let called;
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    writeSync(1, headOf(process.argv[1]).join(''));
    process.exit(0);
  }
  try {
    called = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    refuse(error.message.split('. ')[0]);
  }
  if (called.positionals.length > most) refuse(`"${called.positionals[most]}" is one operand too many`);
  return called;
}

/** Ends the script where one of the names is not known. */
export function onlyKnown(names, known, what) {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) refuse(`no ${what} is called ${unknown.join(', ')}; there are ${known.join(', ')}`);
}
