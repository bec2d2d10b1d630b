import { equal, ok } from 'node:assert/strict';
import { CheckedFile } from '../../../src/core/rules/checkedFile';
import { heldReferences } from '../../../src/core/rules/citing';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';
import { adr } from './support';

describe('the references that are to hold', () => {
  it('are worked out once for all rules, and each beside those of its line alone', async () => {
    const path = 'docs/notes.md';
    const text = 'See [ADR-0007](adr/0007-use-nats.md) and [0007-use-nats.md](adr/0007-use-nats.md).\n'.repeat(200);
    const project = projectOf(
      memoryFiles({ [path]: text, 'docs/adr/0007-use-nats.md': adr('7. Use NATS', 'Accepted') }),
    );
    await project.load();
    const references = project.referencesIn(path, text);
    let looks = 0;
    const counted = new Proxy(references, {
      get: (list, key) => {
        if (/^\d+$/.test(String(key))) looks++;
        return Reflect.get(list, key);
      },
    });
    const file = new CheckedFile(path, text, counted, []);
    const held = heldReferences(file);
    equal(heldReferences(file), held);
    ok(held.length >= 200);
    ok(looks <= 6 * references.length, `${looks} looks at ${references.length} references`);
  });
});
