import { deepEqual, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadedWith } from '../../scripts/packs.mjs';
import { budgets, sizeOf, sizeOfScripts } from '../../scripts/sizes.mjs';
import { TemporaryRepository } from '../unit/support/temporaryRepository';
import { vsix } from './vsix';

/** Names in a zip archive, read from its central directory. */
function namesInZip(file: string): string[] {
  const bytes = readFileSync(file);
  const names: string[] = [];
  let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  while (at >= 0 && bytes.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

describe('the package', () => {
  it('holds what runs and nothing that it is made from', () => {
    const names = namesInZip(vsix);
    ok(names.includes('extension/dist/extension.js'), names.join('\n'));
    const strange = names.filter(
      (name) =>
        !/^(\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(dist|media|snippets|l10n)\/.+)$/.test(name) &&
        !/^extension\/(package(\.nls(\.\w\w)?)?\.json|readme\.md|changelog\.md|LICENSE(\.txt)?)$/i.test(name),
    );
    deepEqual(strange, []);
    deepEqual(
      names.filter((name) => /\.(ts|map)$/.test(name)),
      [],
    );
  });

  it('brings the licences of what is bundled', () => {
    const notices = readFileSync('dist/third-party-notices.txt', 'utf8');
    for (const name of ['markdown-it', 'yaml', 'gitleaks']) match(notices, new RegExp(`^${name}`, 'm'));
    ok(namesInZip(vsix).includes('extension/dist/third-party-notices.txt'));
    ok(!notices.includes('Copyright: its authors'), 'a package states neither licence text nor author');
  });

  it('stays within its budgets', async () => {
    const entry = await sizeOf(loadedWith(JSON.parse(readFileSync('out/meta.json', 'utf8')), 'dist/extension.js'));
    ok(entry <= budgets.entry, `the activation entry has ${entry} bytes, more than ${budgets.entry}`);
    const scripts = await sizeOfScripts();
    ok(scripts <= budgets.javascript, `the scripts have ${scripts} bytes, more than ${budgets.javascript}`);
    const files = namesInZip(vsix).length;
    ok(files <= budgets.vsixFiles, `the package has ${files} files, more than ${budgets.vsixFiles}`);
  });

  it('runs at the command line from any folder', () => {
    const cli = join(process.cwd(), 'dist/cli.js');
    const records = JSON.parse(
      execFileSync(process.execPath, [cli, 'records', 'test/fixtures/payments', '--json'], { encoding: 'utf8' }),
    );
    deepEqual(
      records.map((record: { id: string }) => record.id),
      ['0001', '0012'],
    );
  });

  it('drafts a pull request at the command line', () => {
    const repository = TemporaryRepository.create();
    try {
      repository.commit({ date: '2026-11-19T09:00:00Z', message: 'Begin' });
      repository.git('checkout', '--quiet', '-b', 'LED-42-split-ledger');
      repository.write('ledger.ts', '').commit({ date: '2026-11-20T09:00:00Z', message: 'Split the ledger' });
      const cli = join(process.cwd(), 'dist/cli.js');
      const draft = execFileSync(process.execPath, [cli, 'pr', repository.root], { encoding: 'utf8' });
      match(draft, /^## Why\n\nFor LED-42\n/);
    } finally {
      repository.dispose();
    }
  });

  it('drafts a handoff at the command line', () => {
    const repository = TemporaryRepository.create();
    try {
      repository.commit({ date: '2026-11-20T09:00:00Z', message: 'LED-42: split the ledger' });
      const day = ['--since', '2026-11-20', '--until', '2026-11-20', '--zone', 'Europe/London', '--author', 'Ann'];
      const cli = join(process.cwd(), 'dist/cli.js');
      const draft = execFileSync(process.execPath, [cli, 'handoff', repository.root, ...day], { encoding: 'utf8' });
      match(draft, /LED-42: split the ledger/);
    } finally {
      repository.dispose();
    }
  });
});
