import type { LinkDetail } from '../core/links/link';
import { commonArguments, UsageError } from './arguments';
import type { Command } from './command';
import { loadRecords, locate, openProject, reportUnread } from './openProject';
import { printableWords, table } from './terminal';

/** `meridian for FILE`: the records that concern a file, strongest first. */
export const forCommand: Command = {
  name: 'for',
  usage: 'meridian for FILE [--dir DIR] [--json] [--include GLOB[=KIND]] [--exclude GLOB] [--no-cache]',
  summary: 'The records that concern a file, and why. DIR is the repository of the file where it is not given.',
  async run(argv) {
    const args = commonArguments(argv, 1);
    const named = args.operands[0];
    if (named === undefined) throw new UsageError('no file given');
    const { directory, file } = await locate(named, args.directory);
    const project = await openProject(directory, { ...args, git: false });
    await loadRecords(project);
    if (project.records().length === 0) {
      process.stderr.write(`meridian: no records in ${printableWords(directory)}; name another directory with --dir\n`);
    }
    // What cites a record may be anywhere; what a file cites is in the file.
    if (project.record(file)) await project.scanReferences();
    else await project.apply([{ path: file, kind: 'changed' }]);
    // Whether a name is declared by this file alone is known once all are read.
    if (project.mayBeNamed(file)) await project.scanReferences();
    await project.keep();
    while (!project.record(file) && (await project.readWords(file)));
    const links = [...project.linksFor(file), ...project.maybeFor(file)].sort((a, b) => b.strength - a.strength);
    reportUnread([{ file, problem: project.problemOf(file) }]);
    if (!args.json) {
      return table(links.map((link) => [link.strength.toFixed(2), link.record.path, sentence(link.detail)]));
    }
    const answers = links.map(({ record, reason, strength, detail }) => ({
      record: record.path,
      reason,
      strength,
      detail: detailAnswer(detail),
      id: record.id,
      title: record.title,
      status: record.status,
    }));
    return `${JSON.stringify(answers, null, 2)}\n`;
  },
};

/** A sentence; of a citation that could mean several records an object, so that none takes it for a certain one. */
function detailAnswer(detail: LinkDetail) {
  if (detail.reason !== 'reference' || detail.ambiguous === undefined) return sentence(detail);
  return { ambiguous: true, candidates: detail.ambiguous, lines: detail.lines, text: sentence(detail) };
}

function sentence(detail: LinkDetail): string {
  switch (detail.reason) {
    case 'reference':
      return detail.ambiguous === undefined
        ? `cited on line ${detail.lines.join(', ')}`
        : `may be cited on line ${detail.lines.join(', ')} (${possibilities(detail.ambiguous)})`;
    case 'scope':
      return `governs ${detail.glob}`;
    case 'mention':
      return `names ${detail.text} on line ${detail.line}`;
    case 'words':
      return `may be about this file: both have ${detail.words.join(', ')}`;
    case 'history':
      return `changed together in ${detail.commits} commits`;
    case 'folder':
      return `same package: ${detail.folder || '.'}`;
  }
}

function possibilities(candidates: number): string {
  return candidates === 1 ? 'its title is another' : `one of ${candidates} that it could mean`;
}
