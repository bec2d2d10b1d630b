import assert from 'node:assert/strict';
import { recordRow } from '../../../src/core/drafts/parts/decisions';
import { touchedRecords } from '../../../src/core/drafts/touchedRecords';
import { withCommittedParts } from '../../../src/core/tasks/committedParts';
import { withOpenRecords } from '../../../src/core/tasks/openRecords';
import { touchedFiles } from '../../../src/core/tasks/touchedFiles';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { GitFolderHistory } from '../../../src/git/activity/gitFolderHistory';
import { findRepository } from '../../../src/git/repository';
import { GitRunner } from '../../../src/git/runner';
import { interval, tell, today } from '../activity/realDay';
import { RepositoryDay } from '../activity/repositoryDay';
import { gitHost } from '../git/gitHost';
import { projectOf } from '../project/projectSupport';

const adr = (title: string, status: string) =>
  `# ${title}\n\n## Status\n\n${status}\n\n## Decision\n\nRows are kept for each region.\n`;

describe('records that a day changed on a branch', () => {
  let day: RepositoryDay;
  beforeEach(() => {
    day = RepositoryDay.begin();
    write('0001-rows', adr('1. Keep rows', 'Proposed'), '2026-11-10T10:00:00Z');
    day.push('main');
    day.checkout('-b', 'decide');
    write('0001-rows', adr('1. Keep rows', 'Accepted'), today(0));
    write('0002-queue', adr('2. Use a queue', 'Proposed'), today(1));
    day.push('decide');
  });
  afterEach(() => day.end());

  const write = (name: string, text: string, date: string) =>
    day.repository.write(`docs/adr/${name}.md`, text).commit({ date, message: `Write ${name}` });

  async function rows(): Promise<readonly string[]> {
    const { root } = day.repository;
    const place = await findRepository(root);
    assert.ok(place.ok);
    const project = projectOf(new DiskFiles(root, true));
    await project.load();
    const git = new GitFolderHistory(new GitRunner(gitHost()), place.repository, '', { priority: 'interactive' });
    const activity = await tell(day.repository);
    const roots = new Map([[activity.id, root]]);
    const files = touchedFiles(root, { interval, repositories: [activity], missing: [] }, roots);
    const known = touchedRecords(
      project,
      await withCommittedParts({ project, history: async () => git }, files),
      'note.md',
    );
    const found = await withOpenRecords({ project, history: async () => git }, known, files, 'note.md');
    return found.map((record) => recordRow(record)).sort();
  }

  it('are told as the branch has them, and that it is not merged, whatever is checked out', async () => {
    const accepted = '[ADR-0001 Keep rows](docs/adr/0001-rows.md) · accepted on `decide`, not merged · changed here';
    const proposed = 'ADR-0002 Use a queue · proposed on `decide`, not merged · added here';
    const link = '[ADR-0002 Use a queue](docs/adr/0002-queue.md) · proposed on `decide`, not merged · added here';
    assert.deepEqual(await rows(), [accepted, link]);
    day.checkout('main');
    assert.deepEqual(await rows(), [proposed, accepted]);
  });

  it('are told as they are where they landed, or are only not pushed', async () => {
    day.squash('decide', 'main', 'Decide (#7)', today(2));
    const landed = [
      '[ADR-0001 Keep rows](docs/adr/0001-rows.md) · accepted · changed here',
      '[ADR-0002 Use a queue](docs/adr/0002-queue.md) · proposed · added here',
    ];
    assert.deepEqual(await rows(), landed);
    write('0001-rows', adr('1. Keep rows', 'Deprecated'), today(3));
    assert.equal((await rows())[0], '[ADR-0001 Keep rows](docs/adr/0001-rows.md) · deprecated · changed here');
  });

  it('are told of a log that holds several, each that the branch edited, and none that it only has', async () => {
    const entry = (number: number, title: string, status: string) =>
      `## ${number}. ${title}\n\nStatus: ${status}\n\nWe do so.\n`;
    const log = (...entries: readonly string[]) => ['# Decisions\n', ...entries].join('\n');
    const [first, second] = [entry(1, 'Use rows', 'accepted'), entry(2, 'Use files', 'proposed')];
    day.checkout('main');
    day.repository.write('docs/decisions.md', log(first, second)).commit({ date: '2026-11-10T11:00:00Z' });
    day.push('main');
    day.checkout('-b', 'log', 'main');
    const accepted = log(first, second.replace('proposed', 'accepted'), entry(3, 'Use a bus', 'proposed'));
    day.repository.write('docs/decisions.md', accepted).commit({ date: today(3) });
    day.push('log');
    const ofLog = async () => (await rows()).filter((row) => /decisions|bus/i.test(row));
    const changed = 'ADR-2 Use files](docs/decisions.md#2-use-files) · accepted on `log`, not merged · changed here';
    const added = 'ADR-3 Use a bus](docs/decisions.md#3-use-a-bus) · proposed on `log`, not merged · added here';
    assert.deepEqual(await ofLog(), [`[${changed}`, `[${added}`]);
    day.checkout('main');
    assert.deepEqual(await ofLog(), [added.replace(/\]\S+/, ''), `[${changed}`]);
  });
});
