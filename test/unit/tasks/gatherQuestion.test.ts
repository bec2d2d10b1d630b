import assert from 'node:assert/strict';
import { SecretMask } from '../../../src/core/secrets/maskSecrets';
import { gatherQuestion, noPlaceFacts, type QuestionRequest } from '../../../src/core/tasks/gatherQuestion';
import { unknownWriter } from '../../../src/core/tasks/writer';
import { projectOf } from '../project/projectSupport';
import { MemoryFiles, memoryFiles } from '../support/memoryFiles';
import { folder, secret } from './support';

const code = {
  text: `const token = '${secret}';\nsend(token);\n`,
  language: 'typescript',
  lines: { first: 1, last: 2 },
  cut: 0,
  symbol: null,
  problems: [{ line: 2, severity: 'error' as const, message: `'${secret}' is refused`, source: 'ts' }],
};

function request(changes: Partial<QuestionRequest> = {}): QuestionRequest {
  const files = new MemoryFiles();
  files.set('.python-version', '3.12.1\n');
  return {
    writer: unknownWriter(null, 'Europe/London'),
    folder: folder('ledger', { files }),
    path: 'src/send.py',
    isFile: true,
    code,
    git: async () => noPlaceFacts,
    ownership: async () => null,
    mask: new SecretMask(),
    ...changes,
  };
}

describe('gathering a question', () => {
  it('masks the code and what problems quote of it, and keeps the originals beside', async () => {
    const { code: shown, hidden } = await gatherQuestion(request());
    assert.ok(!JSON.stringify(shown).includes(secret));
    assert.deepEqual(
      hidden.map(({ line }) => line),
      [1, 2],
    );
    assert.ok(hidden.every(({ lines }) => lines.some(({ original }) => original.includes(secret))));
  });

  it('masks the subject of the commit that touched the lines last', async () => {
    const touch = { name: 'Ann', address: 'ann@x.example', commit: 'a'.repeat(40), instant: 0, lines: 2 };
    const people = [{ ...touch, subject: `Use ${secret} for now` }];
    const { code: shown } = await gatherQuestion(request({ git: async () => ({ ...noPlaceFacts, people }) }));
    assert.ok(!JSON.stringify(shown).includes(secret));
    assert.match(shown?.people[0]?.subject ?? '', /^Use .* for now$/);
  });

  it('reads the versions of the folder, and asks git with the text as it is in front', async () => {
    const asked: unknown[] = [];
    const { versions } = await gatherQuestion(
      request({
        git: async (selected) => {
          asked.push(selected?.text);
          return noPlaceFacts;
        },
      }),
    );
    assert.deepEqual([versions, asked], [[{ name: 'python', version: '3.12.1' }], [code.text]]);
  });

  it('reads the versions of the nearest file that gives one', async () => {
    const files = memoryFiles({
      'package.json': '{"engines":{"node":">=20"}}',
      'web/package.json': '{"private":true}',
    });
    const { versions } = await gatherQuestion(request({ folder: folder('ledger', { files }), path: 'web/send.ts' }));
    assert.deepEqual(versions, [{ name: 'node as required:', version: '>=20' }]);
  });

  it('names a retired record that the file cites, with what replaced it', async () => {
    const files = memoryFiles({
      'docs/adr/0007-events.md': '# 7. Events\n\n## Status\n\nSuperseded by ADR-0012\n\n## Decision\n\nWe do.\n',
      'docs/adr/0012-rows.md': '# 12. Rows\n\n## Status\n\nAccepted\n\n## Decision\n\nWe do.\n',
      'src/send.py': '# left over from ADR-0007\n',
    });
    const project = projectOf(files);
    await project.load();
    const found = await gatherQuestion(request({ folder: folder('ledger', { files, project }) }));
    assert.deepEqual(
      found.recordsFor('q.md').map(({ label, how, replacedBy }) => [label, how, replacedBy]),
      [['ADR-0007', 'cites', ['ADR-0012']]],
    );
  });

  it('needs neither a folder nor code', async () => {
    const found = await gatherQuestion(request({ folder: null, code: null, isFile: false, path: '' }));
    assert.deepEqual([found.code, found.versions, found.recordsFor('q.md')], [null, [], []]);
  });
});
