import assert from 'node:assert/strict';
import { declaredNames } from '../../../src/core/links/declaredNames';
import { namedIdentifiers } from '../../../src/core/links/namedIdentifiers';
import { projectOf } from '../project/projectSupport';
import { countFloors } from '../support/floors';
import { memoryFiles } from '../support/memoryFiles';

const adr = (title: string, body: string) => `# ${title}\n\n## Status\n\nAccepted\n\n## Decision\n\n${body}\n`;
const twice = '`KafkaInboxReader` makes its own producer; `KafkaInboxReader()` closes it.';

/** Records that are tied to a file by a mention. */
async function named(files: Readonly<Record<string, string>>, file: string): Promise<readonly string[]> {
  const project = projectOf(memoryFiles(files));
  await project.load();
  return project.linksFor(file).flatMap(({ record, reason }) => (reason === 'mention' ? record.path : []));
}

const reader = { 'src/KafkaInboxReader.cs': 'namespace X;\npublic sealed class KafkaInboxReader {}\n' };
const path = 'docs/adr/0046-dead-letters.md';

describe('a record that names what a file declares', () => {
  const ties: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'in code spans': { [path]: adr('46. Dead letters', twice) },
    'in its title and in prose': { [path]: adr('46. Let KafkaInboxReader give up', 'KafkaInboxReader stops.') },
    'in a heading and in prose': {
      [path]: adr('46. X', '### Let the KafkaInboxReader give up\n\nThe KafkaInboxReader stops.'),
    },
    'with a qualifier and brackets': { [path]: adr('46. X', 'See `Inbox.KafkaInboxReader<T>`; a KafkaInboxReader.') },
    'beside one other record': {
      [path]: adr('46. X', twice),
      'docs/adr/0047-y.md': adr('47. Y', 'a KafkaInboxReader'),
    },
    'whatever a test declares': {
      [path]: adr('46. X', twice),
      'test/KafkaInboxReader.cs': 'class KafkaInboxReader {}',
    },
  };
  for (const [what, files] of Object.entries(ties)) {
    it(`is tied to it ${what}`, async () =>
      assert.deepEqual(await named({ ...reader, ...files }, 'src/KafkaInboxReader.cs'), [path]));
  }

  const none: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'that it names once': { [path]: adr('46. X', '`KafkaInboxReader` stops.') },
    'that it has in prose alone': { [path]: adr('46. X', 'KafkaInboxReader here, KafkaInboxReader there.') },
    'that it has in an example': {
      [path]: adr('46. X', '```cs\nvar a = new KafkaInboxReader();\n// `KafkaInboxReader`\n```'),
    },
    'that three records have': {
      [path]: adr('46. X', twice),
      'docs/adr/0047-y.md': adr('47. Y', twice),
      'docs/adr/0048-z.md': adr('48. Z', 'KafkaInboxReader'),
    },
    'that two files declare': { [path]: adr('46. X', twice), 'lib/Other.cs': 'class KafkaInboxReader {}' },
    'that a guide has': { 'docs/guides/kafka.md': `# Kafka\n\n${twice}\n` },
  };
  for (const [what, files] of Object.entries(none)) {
    it(`is not tied to one ${what}`, async () =>
      assert.deepEqual(await named({ ...reader, ...files }, 'src/KafkaInboxReader.cs'), []));
  }

  it('is tied once all files are read, and no longer when another declares the name', async () => {
    const files = memoryFiles({ ...reader, [path]: adr('46. X', twice) });
    const project = projectOf(files);
    const links = () => project.linksFor('src/KafkaInboxReader.cs').map(({ reason }) => reason);
    await project.loadRecords();
    await project.apply([{ path: 'src/KafkaInboxReader.cs', kind: 'changed' }]);
    assert.deepEqual([links(), project.mayBeNamed('src/KafkaInboxReader.cs')], [[], true]);
    await project.scanReferences();
    assert.deepEqual(links(), ['mention']);
    const { version } = project;
    files.set('lib/Other.cs', 'class KafkaInboxReader {}');
    await project.apply([{ path: 'lib/Other.cs', kind: 'changed' }]);
    assert.deepEqual(links(), []);
    assert.ok(project.version > version);
  });
});

describe('declaredNames', () => {
  const cases: Readonly<Record<string, readonly [path: string, text: string, names: readonly string[]]>> = {
    TypeScript: [
      'a.ts',
      'export class BalanceDrift {}\nexport const openBook = (a) => a;\n  helperOne() {}',
      ['BalanceDrift', 'openBook'],
    ],
    Python: [
      'a.py',
      'class BalanceDrift:\n    def close_book(self): pass\ndef open_book(): pass',
      ['BalanceDrift', 'open_book'],
    ],
    Go: [
      'a.go',
      'type BlockPool struct {}\nfunc (b *BlockPool) PopRequest() {}\nfunc NewPool() {}',
      ['BlockPool', 'NewPool'],
    ],
    Rust: [
      'a.rs',
      'pub(crate) struct BalanceDrift;\npub fn open_book() {}\nimpl BalanceDrift {}',
      ['BalanceDrift', 'open_book'],
    ],
    Java: ['BalanceDrift.java', 'public final class BalanceDrift {\n  void closeBook() {}', ['BalanceDrift']],
    'every beginning of a declaration': [
      'a.ts',
      'abstract class BalanceDrift {}\nasync function openBook() {}\nunion ClosedBook {}',
      ['BalanceDrift', 'ClosedBook', 'openBook'],
    ],
    'a file with a short name': ['toDo.ts', '', []],
    Elixir: ['a.ex', 'defmodule My.App.BalanceDrift do\n', ['BalanceDrift']],
    'a test': ['a.test.ts', 'class BalanceDrift {}', []],
    'vendored code': ['vendor/a.go', 'type BlockPool struct {}', []],
    'single words and constants': ['a.ts', 'class Reference {}\nexport const MAXIMUM = 1;\nclass App {}', []],
  };
  for (const [what, [file, text, names]] of Object.entries(cases)) {
    it(`of ${what}`, () => assert.deepEqual([...declaredNames(file, text)].sort(), [...names].sort()));
  }

  for (const part of ['class ', 'export ', 'public static ', 'export const aB = ', '`a.', 'aB', '`aB(', 'func ']) {
    it(`takes time in proportion to ${JSON.stringify(part)} repeated`, () => {
      const floors = countFloors();
      for (const joint of ['', '\n']) {
        const text = `${part}${joint}`.repeat(Math.floor(200_000 / (part.length + 1)));
        declaredNames('a.ts', text);
        namedIdentifiers(text, 'x');
      }
      assert.ok(floors() < 300);
    });
  }
});
