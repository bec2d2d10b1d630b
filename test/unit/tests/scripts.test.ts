import { deepEqual, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where scripts lie that people call. */
const folders = ['scripts', 'scripts/sample', 'test/bench', 'test/editor'];
/** What a script gives, not how it is called: the module of options, and what only a bench starts. */
const others = [join('scripts', 'options.mjs'), join('test', 'bench', 'readAll.mjs')];
/** The guard that asks whether a file is the one that was called reads no option. */
const readsArguments = /process\.argv(?!\[1\])/;

function call(file: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
}

describe('how scripts are called', () => {
  it('is read by one module', () => {
    const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
    const reading = files
      .filter((file) => /\.(?:mjs|ts)$/.test(file) && !others.includes(file))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
      .filter(({ text }) => readsArguments.test(text));
    const own = reading.filter(({ text }) => !text.includes('calledWith('));
    deepEqual(
      own.map(({ file }) => file),
      [],
    );
  });

  it('is refused in one line where an option is not there, before anything is done', () => {
    for (const name of ['bench', 'package', 'properties', 'secret-rules', 'start', 'test']) {
      const { status, stdout, stderr } = call(join('scripts', `${name}.mjs`), '--nonsense');
      equal(
        stderr.replaceAll('\\', '/'),
        `scripts/${name}.mjs: Unknown option '--nonsense'; --help says how it is called\n`,
      );
      equal(stdout, '');
      equal(status, 2);
    }
  });

  it('is said by --help, from the head of the script', () => {
    const { status, stdout } = call('scripts/bench.mjs', '--help');
    match(stdout, /^Builds, then measures: `npm run bench.*\n(?:.*\n)* {2}--only NAME/);
    equal(status, 0);
  });

  it('is refused where a value or a name is none', () => {
    match(call('scripts/properties.mjs', 'often').stderr, /: "often" is no count of rounds; /);
    match(call('scripts/bench.mjs', '--pairs', 'x').stderr, /: --pairs: "x" is no count; /);
    match(call('scripts/test.mjs', 'nothing').stderr, /: no stage is called nothing; there are build, /);
    match(call('scripts/shape.mjs', 'nowhere').stderr, /: there is no commit "nowhere"; /);
    match(call('scripts/start.mjs', '.', '.').stderr, /: "\." is one operand too many; /);
  });
});
