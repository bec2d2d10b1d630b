import { deepEqual, equal, ok } from 'node:assert/strict';
import { SecretMask } from '../../../../src/core/secrets/maskSecrets';
import { maskedLines } from '../../../../src/editor/questions/model/maskedLines';

const mask = new SecretMask();
const password = ['s3cr3t', 'W0rd', '9x'].join('');

describe('lines that are shown to others', () => {
  it('have no secret, and say where one was', () => {
    const lines = ['const a = 1;', `const url = 'postgres://ann:${password}@db/ledger';`, 'const b = 2;'];
    const { text, masked } = maskedLines(mask, lines, { first: 2, last: 3 });
    ok(!text.includes(password), text);
    equal(text.split('\n').length, 2);
    deepEqual(masked, [{ rule: 'password in an address', line: 2 }]);
  });

  it('have none of one that begins above them', () => {
    const body = Array.from({ length: 20 }, (_, at) => `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${at}k9`);
    const lines = ['-----BEGIN PRIVATE KEY-----', ...body, '-----END PRIVATE KEY-----'];
    const { text, masked } = maskedLines(mask, lines, { first: 5, last: 8 });
    ok(!text.includes('MIIEvQ'), text);
    deepEqual(masked, [{ rule: 'private key', line: 5 }]);
  });

  it('say nothing of a secret beside them', () => {
    const lines = [`const url = 'postgres://ann:${password}@db/ledger';`, 'const b = 2;'];
    deepEqual(maskedLines(mask, lines, { first: 2, last: 2 }), { text: 'const b = 2;', masked: [] });
  });
});
