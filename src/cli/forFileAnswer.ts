import { isProsePath } from '../core/files/textPaths';
import type { Link, LinkDetail } from '../core/links/link';
import type { FilePath } from '../core/ports';
import { holdsToday } from '../core/records/succession';
import type { DiskFiles } from '../disk/diskFiles';
import { NotedFiles } from '../disk/notedFiles';
import type { CommonArguments } from './arguments';
import type { KeptAnswers } from './keptAnswers';
import { loadRecords, openProject, reportUnread } from './openProject';
import { Telling } from './telling';
import { table } from './terminal';

/** @param kept where the answer is kept for the next call; null where it is not kept */
export async function answerForFile(
  { directory, file }: { readonly directory: string; readonly file: FilePath },
  { json, settings, cache, git, switches }: CommonArguments,
  disk: DiskFiles,
  kept: KeptAnswers | null,
): Promise<string> {
  const noted = kept && new NotedFiles(disk);
  const files = noted ?? disk;
  const telling = new Telling();
  const load = async (onlyFor?: FilePath) => {
    const opened = openProject(directory, { files, settings, cache, telling, ...(onlyFor && { onlyFor }) });
    await loadRecords(opened, telling);
    return opened;
  };
  const isCode = !isProsePath(file);
  let project = await load(isCode ? file : undefined);
  // A file that is no prose is still a record where a setting includes it, or where it is a diagram.
  if (isCode && project.record(file)) project = await load();
  const common = noted?.taken();
  if (project.records().length === 0) telling.tell(`no records in ${directory}; name another directory with --dir`);
  // Any file may cite a record, but what a file cites stands in the file itself.
  if (project.record(file)) await project.scanReferences();
  else await project.apply([{ path: file, kind: 'changed' }]);
  // Only when all files were read is it known whether this file alone declares a name.
  if (project.mayBeNamed(file)) await project.scanReferences();
  await project.keep();
  while (!project.record(file) && (await project.readWords(file)));
  const guesses = switches.has('history')
    ? await (await import('./historyGuesses')).historyGuesses(project, directory, file, git)
    : [];
  const links = [...project.linksFor(file), ...project.maybeFor(file), ...guesses];
  links.sort((a, b) => b.strength - a.strength);
  reportUnread([{ file, problem: project.problemOf(file) }], telling);
  const answer = json
    ? `${JSON.stringify(links.map(linkAnswer), null, 2)}\n`
    : table(links.map((link) => [link.strength.toFixed(2), link.record.path, sentence(link)]));
  if (noted && telling.isLasting) {
    await kept.keep(file, { text: answer, told: telling.told, status: 0 }, noted, common);
  }
  return answer;
}

function linkAnswer(link: Link) {
  const { record, reason, strength } = link;
  return {
    record: record.path,
    reason,
    strength,
    detail: detailAnswer(link),
    id: record.id,
    title: record.title,
    status: record.status,
  };
}

/**
 * A sentence. A citation that could mean several records is an object, so that no program takes it for a certain one.
 */
function detailAnswer(link: Link) {
  const { detail } = link;
  if (detail.reason !== 'reference' || detail.ambiguous === undefined) return sentence(link);
  return { ambiguous: true, candidates: detail.ambiguous, lines: detail.lines, text: sentence(link) };
}

function sentence({ record, detail }: Link): string {
  switch (detail.reason) {
    case 'reference':
      return detail.ambiguous === undefined
        ? `cited on line ${detail.lines.join(', ')}`
        : `may be cited on line ${detail.lines.join(', ')} (${possibilities(detail.ambiguous)})`;
    case 'scope':
      // A scope that is not in force governs nothing.
      return holdsToday(record) ? `governs ${detail.glob}` : `its scope: ${detail.glob} (${record.status})`;
    case 'mention':
      return `names ${detail.text} on line ${detail.line}`;
    case 'words':
      return `may be about this file: both have ${detail.words.join(', ')}`;
    case 'history':
      return historySentence(detail);
    case 'folder':
      return `same package: ${detail.folder || '.'}`;
  }
}

function historySentence({ commits, newest }: Extract<LinkDetail, { reason: 'history' }>): string {
  const more = commits > newest.length ? ', …' : '';
  return `only a guess: changed in the same ${commits === 1 ? 'commit' : `${commits} commits`} (${newest.join(', ')}${more})`;
}

function possibilities(candidates: number): string {
  return candidates === 1 ? 'its title is another' : `one of ${candidates} that it could mean`;
}
