import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));

for (const { name, text } of files) {
  const workflow: Workflow = parse(text);

  describe(`the workflow ${name}`, () => {
    it('takes each action at a full hash, with its version beside it', () => {
      const loose = [...text.matchAll(/^.*\buses: (.*)$/gm)].filter(
        ([, action]) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''),
      );
      deepEqual(
        loose.map(([line]) => line),
        [],
      );
    });

    it('has no permission but those that a job asks for itself, and no secret', () => {
      deepEqual(workflow.permissions, {});
      ok(Object.values(workflow.jobs).every(({ permissions }) => permissions !== undefined));
      ok(!text.includes('secrets.'), 'a token that lasts is in a workflow');
    });

    it('does not write what others typed into a command', () => {
      const commands = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run));
      deepEqual(
        commands.filter((run) => run.includes('${{')),
        [],
      );
    });
  });
}

describe('the release', () => {
  const { jobs }: Workflow = parse(readFileSync(`${folder}/release.yml`, 'utf8'));
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run));
  const manual = readFileSync('docs/runbooks/release.md', 'utf8');

  it('gives the identity that publishes to one job, which a second person lets through and which builds nothing', () => {
    const withIdentity = Object.values(jobs).filter(({ permissions }) => permissions?.['id-token'] === 'write');
    deepEqual(withIdentity, [jobs.publish]);
    equal(jobs.publish?.environment, 'release');
    ok(jobs.publish?.steps.every(({ run = '' }) => !/npm (?:ci|install|test|run)/.test(run)));
  });

  it('does what the dry run of npm test tries', () => {
    for (const step of ['make', 'publish']) {
      ok(runs.includes(`node scripts/release.mjs ${step} --tag "$GITHUB_REF_NAME"`), step);
    }
  });

  it('has a manual that knows its jobs, its environment and its places', () => {
    const words = [...Object.keys(jobs).map((job) => `\`${job}\``), '`release`', 'Marketplace', 'Open VSX', 'npm'];
    deepEqual(
      words.filter((word) => !manual.includes(word)),
      [],
    );
  });
});
