import type { FilePath, FileSearch, SearchedFiles } from '../../core/ports';
import type { GitCall } from '../commandLine';
import { NulTokens } from '../nulTokens';
import type { GitOptions } from '../runner';
import { type CheckedPlace, inFolder } from './checkedPlace';

/** The fields of a tracked entry before its path; an untracked entry is its path alone. */
const tracked = /^\d{6} [0-9a-f]{40,64} \d\t/;
const streamBytes = 256 * 1024 * 1024;
/** Both calls read the working tree, in a repository that may be large. */
const timeoutMs = 120_000;

/** The files of a folder, and those with a matching line, as git knows them. */
export class GitFileSearch implements FileSearch {
  private withPerl = true;

  constructor(private readonly place: Omit<CheckedPlace, 'signal'>) {}

  async list(signal: AbortSignal): Promise<SearchedFiles | null> {
    const [entries, deleted] = await Promise.all([
      this.tokens({ verb: 'ls-files', args: ['-z', '--cached', '--stage', '--others', '--exclude-standard'] }, signal),
      this.tokens({ verb: 'ls-files', args: ['-z', '--deleted'] }, signal),
    ]);
    if (entries === null || deleted === null) return null;
    const gone = new Set(deleted);
    const found = { files: new Set<FilePath>(), uncertain: new Set<FilePath>(), folders: new Set<FilePath>() };
    for (const entry of entries) {
      const isTracked = tracked.test(entry);
      const mode = isTracked ? entry.slice(0, 6) : '';
      const name = isTracked ? entry.slice(entry.indexOf('\t') + 1) : entry;
      const path = inFolder(this.place, name.endsWith('/') ? name.slice(0, -1) : name);
      if (path === null || (gone.size > 0 && gone.has(name))) continue;
      // Repositories inside this one, tracked or not, are folders; links and untracked files are uncertain.
      const list = mode === '160000' || name.endsWith('/') ? 'folders' : mode.startsWith('100') ? 'files' : 'uncertain';
      found[list].add(path);
    }
    return { files: [...found.files], uncertain: [...found.uncertain], folders: [...found.folders] };
  }

  async matching(pattern: string, signal: AbortSignal): Promise<ReadonlySet<FilePath> | null> {
    const search = (args: readonly string[]) => this.tokens({ verb: 'grep', args, operands: [pattern] }, signal);
    let found = this.withPerl ? await search(['--perl-regexp']) : null;
    if (found === null && !signal.aborted) {
      // This git was built without the library for Perl's expressions.
      this.withPerl = false;
      found = await search(['--extended-regexp']);
    }
    return found && new Set(found.flatMap((path) => inFolder(this.place, path) ?? []));
  }

  private async tokens(call: Omit<GitCall, 'repository' | 'paths'>, signal: AbortSignal): Promise<string[] | null> {
    const { runner, repository, prefix } = this.place;
    const reader = new NulTokens();
    const tokens: string[] = [];
    const options: GitOptions = {
      signal,
      timeoutMs,
      maxBytes: streamBytes,
      onStdout: (chunk) => {
        for (const token of reader.push(chunk)) tokens.push(token);
      },
    };
    const result = await runner.run({ ...call, repository, paths: prefix === '' ? [] : [prefix] }, options);
    return result.kind === 'exited' ? tokens : null;
  }
}
