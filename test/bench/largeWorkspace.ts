import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TemporaryRepository } from '../unit/support/temporaryRepository';
import { makeRepository } from './repository';

/** What the suite in the editor opens. Lines and references of the long file: as many as are looked at in one. */
export const large = { records: 10_000, lines: 5_000, references: 200, path: 'long.ts' } as const;

/** A file whose every 25th line cites a record. */
function longFile(): string {
  const every = large.lines / large.references;
  const line = (at: number) =>
    at % every === 0 ? `// See ADR-${String(at / every + 1).padStart(5, '0')}.` : `export const value${at} = ${at};`;
  return Array.from({ length: large.lines }, (_, at) => line(at)).join('\n');
}

/** Records and sources in a repository with two branches; the other one has another title in each record. */
export async function makeLargeWorkspace(root: string): Promise<string> {
  await mkdir(root);
  const count = Number(process.env.MERIDIAN_BENCH_RECORDS ?? large.records);
  const files = await makeRepository(root, count);
  await writeFile(join(root, large.path), longFile());
  const repository = TemporaryRepository.create(root);
  repository.git('add', '--all');
  repository.commit({ date: '2024-01-01T12:00:00Z' });
  repository.git('checkout', '--quiet', '-b', 'other');
  for (const file of files.filter((path) => path.endsWith('.md'))) {
    await writeFile(join(root, file), `# ADR-${/\d{5}/.exec(file)?.[0]}: Other\n\n## Status\n\nAccepted\n`);
  }
  repository.git('add', '--all');
  repository.commit({ date: '2024-01-02T12:00:00Z' });
  repository.git('checkout', '--quiet', 'main');
  return root;
}

export const emptyExtension = 'bench.empty';

/** An extension that does nothing, among those that are installed, and is activated by what activates Meridian. */
export async function makeEmptyExtension(extensions: string): Promise<void> {
  const folder = join(extensions, `${emptyExtension}-1.0.0`);
  const { activationEvents } = JSON.parse(await readFile('package.json', 'utf8'));
  const [publisher, name] = emptyExtension.split('.');
  const manifest = { publisher, name, version: '1.0.0', engines: { vscode: '^1.90.0' }, main: './index.js' };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents }));
  await writeFile(join(folder, 'index.js'), 'exports.activate = () => undefined;');
}
