import { deepEqual, equal, ok } from 'node:assert/strict';
import { maskedLines, withOriginals } from '../../../src/core/questions/maskedLines';
import { SecretMask } from '../../../src/core/secrets/maskSecrets';

const mask = new SecretMask();
const password = ['s3cr3t', 'W0rd', '9x'].join('');

describe('lines that are shown to others', () => {
  it('have no secret, and say where one was', () => {
    const lines = ['const a = 1;', `const url = 'postgres://ann:${password}@db/ledger';`, 'const b = 2;'];
    const { text, hidden } = maskedLines(mask, lines, { first: 2, last: 3 });
    ok(!text.includes(password), text);
    equal(text.split('\n').length, 2);
    deepEqual(
      hidden.map(({ rule, line }) => ({ rule, line })),
      [{ rule: 'password in an address', line: 2 }],
    );
  });

  it('have none of one that begins above them', () => {
    const body = Array.from({ length: 20 }, (_, at) => `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${at}k9`);
    const lines = ['-----BEGIN PRIVATE KEY-----', ...body, '-----END PRIVATE KEY-----'];
    const { text, hidden } = maskedLines(mask, lines, { first: 5, last: 8 });
    ok(!text.includes('MIIEvQ'), text);
    deepEqual(
      hidden.map(({ rule, line, lines: own }) => ({ rule, line, own: own.length })),
      [{ rule: 'private key', line: 5, own: 4 }],
    );
  });

  it('say nothing of a secret beside them', () => {
    const lines = [`const url = 'postgres://ann:${password}@db/ledger';`, 'const b = 2;'];
    deepEqual(maskedLines(mask, lines, { first: 2, last: 2 }), { text: 'const b = 2;', hidden: [] });
  });

  it('are shown again where the person says that they hide nothing, and the note goes with the last', () => {
    const lines = [`  const url = 'postgres://ann:${password}@db/ledger';`, `  password: '${password}$&',`];
    const { text, hidden } = maskedLines(mask, lines, { first: 1, last: 2 });
    const question = `x\n\n${text.replaceAll('\n  ', '\n').trim()}\n\n> Not pushed.\n>\n> **Masked** two.\n\ny\n`;
    const [first, second] = hidden;
    ok(first && second);
    const once = withOriginals(question, [first], { start: '**Masked**', left: '**Masked** one.' });
    ok(
      once.includes(lines[0]?.trim() ?? '') &&
        !once.includes(lines[1]?.trim() ?? '') &&
        once.includes('> **Masked** one.'),
      once,
    );
    const all = withOriginals(once, [second], { start: '**Masked**', left: null });
    ok(all.includes(lines[1]?.trim() ?? ''), all);
    ok(all.endsWith('> Not pushed.\n\ny\n'), all);
  });
});
