import assert from 'node:assert/strict';
import type { FileStore, Shelf } from '../../../src/core/ports';
import type { Project } from '../../../src/core/project';
import { memoryFiles } from '../support/memoryFiles';
import { memoryShelf } from '../support/memoryShelf';
import { projectOf } from './projectSupport';

/** Records in chains of supersessions, by number and by address, each cited by a source file. */
function repository(count: number): FileStore {
  const disk = memoryFiles();
  const name = (at: number) => `${String(at).padStart(5, '0')}-choose-part-${at}`;
  for (let at = 1; at <= count; at++) {
    const older = at > 10 && at % 5 === 0 ? `\nSuperseded by [ADR-${at - 5}](${name(at - 5)}.md)` : '\nAccepted';
    const text = `# ${at}. Choose part ${at}\n\n## Status\n${older}\n\n## Decision\n\nSee ADR-${at >> 1} and \`src/part${at}.ts\`.\n`;
    disk.set(`packages/p${at % 8}/docs/adr/${name(at)}.md`, text);
    disk.set(`packages/p${at % 8}/src/part${at}.ts`, `// ADR-${at}\nexport class PartOf${at} {}\n`);
  }
  return disk;
}

/** How often each thing was asked for while a project answered; the same on any machine. */
interface Work {
  readonly [what: string]: number;
}

async function workOf(
  files: FileStore,
  shelf: Shelf | undefined,
  then?: (project: Project, forget: () => void) => Promise<void>,
): Promise<Work> {
  const counts = { list: 0, read: 0, stamp: 0, turns: 0 };
  const counted: FileStore = {
    list(path) {
      counts.list++;
      return files.list(path);
    },
    read(path, most) {
      counts.read++;
      return files.read(path, most);
    },
    async stamp(path) {
      counts.stamp++;
      return (await files.stamp?.(path)) ?? null;
    },
  };
  // Every loop over files or records breathes in each of its turns (docs/adr/0017).
  const pacer = {
    breathe() {
      counts.turns++;
      return Promise.resolve();
    },
  };
  const project = projectOf(counted, { pacer, ...(shelf && { shelf }) });
  await project.load();
  await project.keep();
  assert.ok(project.linksFor('packages/p1/src/part1.ts').length > 0);
  await then?.(project, () => {
    Object.assign(counts, { list: 0, read: 0, stamp: 0, turns: 0 });
  });
  return counts;
}

describe('the work of reading a folder', () => {
  const runs = async (count: number) => {
    const [files, shelf] = [repository(count), memoryShelf()];
    return [await workOf(files, shelf), await workOf(files, shelf)] as const;
  };

  it('grows with the number of files, and no faster', async () => {
    const [small, large] = [await runs(100), await runs(1_000)];
    for (const [run, counts] of large.entries()) {
      for (const [what, count] of Object.entries(counts)) {
        const before = small[run]?.[what] ?? 0;
        assert.ok(count <= before * 10, `${what} in run ${run}: ${before} of 100 records, ${count} of 1,000`);
      }
    }
  });

  it('is one look at each file, and one reading of those that are not known', async () => {
    const [cold, warm] = await runs(100);
    // Beside the files themselves: what git ignores here, and the address of the repository.
    assert.deepEqual([cold.stamp, cold.read], [200, 200 + 2]);
    assert.deepEqual([warm.stamp, warm.read], [200, 2]);
    assert.equal(cold.list, warm.list);
  });

  it('is one reading of each record that a switch of branches touches, and nothing of the others', async () => {
    const switched = (count: number) =>
      workOf(repository(count), undefined, async (project, forget) => {
        const paths = project.records().map(({ path }) => path);
        forget();
        const before = project.version;
        await project.apply(paths.map((path) => ({ path, kind: 'changed' })));
        assert.equal(project.version, before + 1);
      });
    const [small, large] = [await switched(100), await switched(1_000)];
    assert.deepEqual([large.list, large.read], [0, 1_000]);
    // The first ten records supersede none.
    assert.ok((large.turns ?? 0) <= (small.turns ?? 0) * 10.1, `${small.turns} turns, ${large.turns}`);
  });
});
