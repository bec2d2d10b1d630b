import { deepEqual, equal, notDeepEqual } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { pins } from '../../scripts/fetched/pins.mjs';
import { stored, unpackPackage } from '../../scripts/fetched/store.mjs';
import type { Finding } from '../../src/core/rules/finding';
import { sarifOf } from '../../src/core/rules/sarif';
import { ruleCodes } from '../../src/core/rules/sentences';
import { adr, findingsIn } from '../unit/rules/support';

const file = 'lib/schemas/sarif-2.1.0-rtm.5.json';

/** SARIF's own schema, of the fourth draft; what it uses of that is the same in the seventh but for the name of its id. */
async function schemaOfSarif(): Promise<ValidateFunction> {
  const folder = await stored(pins.sarif, (into) => unpackPackage(pins.sarif, into, [file]), console.log);
  const { $schema: _, id: __, ...schema } = JSON.parse(await readFile(join(folder, file), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const files = {
  'docs/adr/0001-a b.md': adr('1. A', 'Superseded by [ADR-0002](0002-b.md)'),
  'docs/adr/0002-b.md': adr('2. B', 'Accepted', 'Supersedes ADR-0003.', '', '[x](gone.md)'),
  'docs/adr/0003-c.md': adr('3. C', 'Accepted'),
  'src/ä #1.ts': '// of ADR-0001\n// of ADR-0009, ADR-0009\n',
};

describe('the SARIF of a check', () => {
  let validate: ValidateFunction;

  before(async () => {
    validate = await schemaOfSarif();
  });

  const errorsOf = (text: string) => {
    validate(JSON.parse(text));
    return validate.errors ?? [];
  };

  it('is valid, with and without findings', async () => {
    deepEqual(errorsOf(sarifOf([])), []);
    const found = await findingsIn(files);
    deepEqual([...new Set(found.map(({ code }) => code))].sort(), [
      'broken-link',
      'missing-record',
      'one-sided-supersession',
      'retired-record',
    ]);
    deepEqual(errorsOf(sarifOf(found)), []);
    notDeepEqual(errorsOf(sarifOf(found).replaceAll('"level": "warning"', '"level": "severe"')), []);
  });

  it('stays within what GitHub takes, and keeps what is heavy', async () => {
    const [one] = await findingsIn(files);
    const many = Array.from(
      { length: 6_000 },
      (_, at): Finding => ({ ...(one as Finding), about: String(at), severity: at < 5_990 ? 'info' : 'error' }),
    );
    const [run] = JSON.parse(sarifOf(many)).runs;
    equal(run.results.length, 5_000);
    equal(run.results.filter(({ level }: { level: string }) => level === 'error').length, 10);
    deepEqual(
      run.tool.driver.rules.map(({ id }: { id: string }) => id),
      ruleCodes,
    );
  });

  it('knows a finding by the same print after its line moved, and each of two that are alike by its own', async () => {
    const prints = async (text: string) =>
      JSON.parse(sarifOf(await findingsIn({ ...files, 'src/ä #1.ts': text }))).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) => Object.values(partialFingerprints)[0],
      );
    const before = await prints('// of ADR-0001\n// of ADR-0009, ADR-0009\n');
    deepEqual(await prints('\n\n// of ADR-0001, really\n\n// of ADR-0009, ADR-0009\n'), before);
    equal(new Set(before).size, before.length);
  });
});
