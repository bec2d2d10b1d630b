import assert from 'node:assert/strict';
import { draftCatchUp } from '../../../src/core/drafts/catchUp';
import { gatherCatchUp } from '../../../src/core/tasks/gatherCatchUp';
import { DiskFiles } from '../../../src/disk/diskFiles';
import { GitFolderHistory } from '../../../src/git/activity/gitFolderHistory';
import { findRepository } from '../../../src/git/repository';
import { GitRunner } from '../../../src/git/runner';
import { gitHost } from '../git/gitHost';
import { projectOf } from '../project/projectSupport';
import { TemporaryRepository } from '../support/temporaryRepository';
import { folder, workplace, writer } from './support';

export const at = (day: number, hour = 9) =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
export const ann = 'Ann Lee <ann@example.com>';
export const kenji = 'Kenji Mori <kenji@example.com>';
export const bo = 'Bo Dahl <bo@example.com>';
export const words = 'Rows are kept for each region, and a transfer between two regions is booked as two entries.';
export const adr = (number: number, title: string, status: string, rest = words) =>
  `# ${number}. ${title}\n\n## Status\n\n${status}\n\n## Decision\n\nWe do. ${rest}\n`;

/** Two records of Kenji's, and a later commit of the reader's. */
export function begun(): TemporaryRepository {
  const repository = TemporaryRepository.create();
  repository.write('docs/adr/0001-rows.md', adr(1, 'Rows', 'Proposed'));
  repository.write('docs/adr/0002-queue.md', adr(2, 'Queue', 'Superseded by ADR-0001'));
  repository.commit({ date: at(16), author: kenji });
  repository.write('own.ts', '1').commit({ date: at(18), author: ann, committer: ann });
  return repository;
}

export async function pageOf({ root }: TemporaryRepository): Promise<string> {
  const found = await findRepository(root);
  assert.ok(found.ok);
  const files = new DiskFiles(root, true);
  const project = projectOf(files);
  await project.load();
  const history = new GitFolderHistory(new GitRunner(gitHost()), found.repository, '', { priority: 'interactive' });
  const here = folder('ledger', { directory: root, files, project, history: async () => history });
  const place = workplace([here]);
  const input = await gatherCatchUp(place, {
    folders: [{ folder: here, reader: writer(), rows: [] }],
    changesOf: async () => [],
    gaps: [],
  });
  assert.ok(input);
  return draftCatchUp(input).text;
}

export const by = (who: string, day: number) => {
  const [name = '', address = ''] = who.replace('>', '').split(' <');
  const author = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: address, GIT_AUTHOR_DATE: at(day) };
  return { ...author, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: address, GIT_COMMITTER_DATE: at(day) };
};
