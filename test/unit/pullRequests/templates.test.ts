import assert from 'node:assert/strict';
import {
  findTemplates,
  type TemplateHost,
  templateNamed,
  usualTemplate,
} from '../../../src/core/pullRequests/templates';
import { memoryFiles } from '../support/memoryFiles';

const find = (
  files: Readonly<Record<string, string>>,
  host: TemplateHost | null = null,
  base: string | null = 'main',
) => findTemplates(memoryFiles(files), host, base);
const paths = async (...given: Parameters<typeof find>) => (await find(...given)).map(({ path }) => path);

describe('templates for pull requests', () => {
  for (const path of [
    'PULL_REQUEST_TEMPLATE.md',
    'pull_request_template.txt',
    'pull-request-template.md',
    'Pull_Request_Template',
    'docs/pull_request_template.md',
    '.github/PULL_REQUEST_TEMPLATE.md',
    '.GitHub/pull_request_template.md',
    '.gitlab/merge_request_templates/default.MD',
    '.azuredevops/pull_request_template.md',
    '.vsts/pull_request_template.txt',
    '.gitea/pull_request_template.md',
  ]) {
    it(`are found where a host applies them by itself: ${path}`, async () => {
      const templates = await find({ [path]: 'Why?', 'README.md': 'x', '.github/ISSUE_TEMPLATE/bug.md': 'x' });
      assert.deepEqual(
        templates.map((template) => [template.path, template.use]),
        [[path, 'default']],
      );
    });
  }

  it('are offered by name where there are several', async () => {
    const templates = await find({
      '.github/PULL_REQUEST_TEMPLATE/feature.md': '---\nname: A new feature\nabout: x\n---\n\nWhy?\n',
      '.github/PULL_REQUEST_TEMPLATE/bug_fix.md': 'What?',
      '.github/PULL_REQUEST_TEMPLATE/picture.png': 'x',
    });
    assert.deepEqual(
      templates.map(({ name, text, use }) => [name, text, use]),
      [
        ['bug_fix', 'What?\n', 'choice'],
        ['A new feature', 'Why?\n', 'choice'],
      ],
    );
    assert.equal(usualTemplate(templates), null);
    assert.equal(templateNamed(templates, 'a new FEATURE')?.text, 'Why?\n');
    assert.equal(templateNamed(templates, 'feature.md')?.text, 'Why?\n');
    assert.equal(templateNamed(templates, 'other'), null);
  });

  it('are told apart by path where their names are the same', async () => {
    const names = (await find({ 'pull_request_template.md': 'a', 'docs/pull_request_template.md': 'b' })).map(
      ({ name }) => name,
    );
    assert.deepEqual(names, ['pull_request_template.md', 'docs/pull_request_template.md']);
  });

  it('are the one that there is, even if its host only offers it', async () => {
    assert.equal(usualTemplate(await find({ 'docs/pull_request_template/one.md': 'a' }))?.name, 'one');
  });

  it('are those of the host first, where it is known', async () => {
    const files = { '.github/pull_request_template.md': 'a', '.gitlab/merge_request_templates/Default.md': 'b' };
    assert.equal((await paths(files))[0], '.github/pull_request_template.md');
    assert.equal((await paths(files, 'gitlab'))[0], '.gitlab/merge_request_templates/Default.md');
  });

  for (const [base, wanted] of [
    ['main', '.azuredevops/pull_request_template.md'],
    ['release/7', '.azuredevops/pull_request_template/branches/release%7.md'],
    ['release/8', '.azuredevops/pull_request_template/branches/release.md'],
    ['Release', '.azuredevops/pull_request_template/branches/release.md'],
    [null, '.azuredevops/pull_request_template.md'],
  ] as const) {
    it(`are those of the base at Azure DevOps: ${base}`, async () => {
      const files = {
        '.azuredevops/pull_request_template.md': 'a',
        '.azuredevops/pull_request_template/branches/release.md': 'b',
        '.azuredevops/pull_request_template/branches/release%7.md': 'c',
      };
      assert.equal((await paths(files, 'azure', base))[0], wanted);
    });
  }

  it('have variables only in the default one of GitLab', async () => {
    const files = {
      '.gitlab/merge_request_templates/Default.md': 'a',
      '.gitlab/merge_request_templates/Other.md': 'b',
    };
    assert.deepEqual(
      (await find(files)).map(({ hasVariables }) => hasVariables),
      [true, false],
    );
  });

  for (const [name, written, text, own = 'pull_request_template'] of [
    ['a byte order mark and CRLF', '\uFEFF## Why\r\n\r\n## What\r\n', '## Why\n\n## What\n'],
    ['front matter behind a mark', '\uFEFF---\r\nname: Deploy\r\n---\r\n## Why\r\n', '## Why\n', 'Deploy'],
    ['a name of two lines', '---\nname: |\n  Deploy\n  it\n---\n## Why\n', '## Why\n', 'Deploy it'],
    ['rules and no front matter', '---\n\n## Why\n\n---\n', '---\n\n## Why\n\n---\n'],
    ['front matter without an end', '---\nname: x\n## Why\n', '---\nname: x\n## Why\n'],
  ] as const) {
    it(`are read with ${name}`, async () => {
      const [found] = await find({ '.github/pull_request_template.md': written });
      assert.deepEqual([found?.text, found?.name], [text, own]);
    });
  }

  it('are not read through links, and not where they are empty', async () => {
    const files = memoryFiles({ '.github/x': '', 'docs/pull_request_template.md': '\n<!---->'.slice(0, 1) });
    files.setOther('.github/pull_request_template.md');
    files.setOther('.gitlab');
    assert.deepEqual(await findTemplates(files, null, 'main'), []);
  });
});
