import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { cliName, manifest } from '../../../scripts/artefacts.mjs';
import { answerCheck } from '../../../src/cli/checkAnswer';
import { ruleCodes } from '../../../src/core/rules/sentences';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');

describe('the check of this repository', () => {
  it('finds nothing', async () => {
    const { text } = await answerCheck([root, '--no-git', '--fail-on', 'info'], Date.now());
    equal(text, '');
  });

  it('explains each rule in a section of its own, with its weight in the settings', () => {
    const document = read('docs/rules.md');
    deepEqual(
      [...document.matchAll(/^## (.+)$/gm)].map(([, name]) => name),
      ruleCodes,
    );
    deepEqual(Object.keys(manifest.contributes.configuration.properties['meridian.check.rules'].properties), ruleCodes);
  });

  it('runs its own version in a hook', () => {
    ok(read('.pre-commit-hooks.yaml').includes(`npx --yes ${cliName}@${manifest.version} check --base HEAD`));
  });

  it('gives the action a variable for each input', () => {
    const { inputs, runs } = parse(read('action.yml'));
    const script = read('scripts/action.mjs');
    const [{ env }] = runs.steps;
    for (const name of Object.keys(inputs)) {
      const variable = `MERIDIAN_${name.toUpperCase().replaceAll('-', '_')}`;
      equal(env[variable], `\${{ inputs.${name} }}`);
      ok(script.includes(`${variable}: `), variable);
    }
  });

  it('is read by the problem matcher of the editor', () => {
    const [{ pattern }] = manifest.contributes.problemMatchers;
    const line = 'src/a b.ts:12:3 warning retired-record ADR-0001 is superseded: ADR-0002 holds now.';
    const found = new RegExp(pattern.regexp).exec(line);
    const part = (name: string) => found?.[pattern[name]];
    deepEqual(['file', 'line', 'column', 'severity', 'code', 'message'].map(part), [
      'src/a b.ts',
      '12',
      '3',
      'warning',
      'retired-record',
      'ADR-0001 is superseded: ADR-0002 holds now.',
    ]);
  });
});
