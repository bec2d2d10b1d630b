import { version } from '../package.json';
import { UsageError } from './cli/arguments';
import type { Answer, Command } from './cli/command';
import { commands } from './cli/commands';
import { printable, printableWords } from './cli/terminal';
import { errorText } from './core/text/errorText';

/**
 * Returns the exit status: 0 done, 1 findings (`check`), 2 wrong usage or unreadable input, with one line on what to
 * do.
 */
async function main(argv: readonly string[]): Promise<number> {
  const asksHelp = argv[0] === 'help' || argv.some((word) => word === '--help' || word === '-h');
  const [name, ...rest] = asksHelp ? argv.filter((word) => word !== 'help' && !word.startsWith('-')) : argv;
  const command = commands.find((candidate) => candidate.name === name);
  const waiting = setTimeout(tellThatItWorks, patienceMs).unref();
  try {
    if (asksHelp && (command || name === undefined)) {
      process.stdout.write(command ? helpOn(command) : help());
      return 0;
    }
    if (name === '--version') {
      process.stdout.write(`${version}\n`);
      return 0;
    }
    if (!command) throw new UsageError(name === undefined ? 'no command given' : `no command is called "${name}"`);
    const answer = await command.run(rest);
    process.stdout.write(printable(typeof answer === 'string' ? answer : answer.text));
    return typeof answer === 'string' ? 0 : answer.status;
  } catch (error) {
    const reason = errorText(error);
    const hint = error instanceof UsageError ? `; see meridian ${command ? `${command.name} ` : ''}--help` : '';
    process.stderr.write(`meridian: ${printableWords(reason)}${hint}\n`);
    return 2;
  } finally {
    clearTimeout(waiting);
  }
}

/** How long a person watches an empty terminal before doubting that the command works. */
const patienceMs = 3_000;

function tellThatItWorks(): void {
  if (process.stderr.isTTY) process.stderr.write('meridian: still working; Ctrl+C stops it\n');
}

function help(): string {
  return `Decisions and runbooks next to the code.

${commands.map(helpOn).join('')}  meridian COMMAND --help, meridian --version

Exit status: 0 done, 1 check found something, 2 wrong usage or not readable.
`;
}

function helpOn({ usage, summary }: Command<string | Answer>): string {
  return `  ${usage}\n      ${summary}\n`;
}

// A reader that stops early (`meridian refs | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`meridian: the answer could not be written (${error.message})\n`);
  process.exitCode = 2;
});

void main(process.argv.slice(2)).then((status) => {
  process.exitCode ||= status;
});
