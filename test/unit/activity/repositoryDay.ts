import { TemporaryRepository } from '../support/temporaryRepository';
import { today } from './realDay';

let first: RepositoryDay | undefined;

/** Ann's clone of a repository, `main` checked out, and what is done in it in a day. */
export class RepositoryDay {
  private constructor(
    readonly origin: TemporaryRepository,
    readonly repository: TemporaryRepository,
  ) {}

  /** The first of a process is copied for each: that costs far less than to start git six times. */
  static begin(): RepositoryDay {
    first ??= RepositoryDay.begun();
    const origin = first.origin.copy();
    return new RepositoryDay(origin, first.repository.copyFor(origin, first.origin));
  }

  private static begun(): RepositoryDay {
    const origin = TemporaryRepository.create();
    origin.write('base.txt', 'base\n').commit({ date: '2026-11-01T12:00:00Z', message: 'base' });
    origin.git('config', 'receive.denyCurrentBranch', 'ignore');
    const repository = origin.clone();
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
    const day = new RepositoryDay(origin, repository);
    process.once('exit', () => day.end());
    return day;
  }

  end(): void {
    for (const one of [this.origin, this.repository]) one.dispose();
  }

  /** Commits one file of the name; at a minute of the day, or on a date. @returns the hash */
  write(
    name: string,
    text: string,
    { minute = 0, date = today(minute), ...rest }: { message: string; minute?: number; date?: string; author?: string },
  ): string {
    return this.repository.write(`${name}.txt`, text).commit({ date, ...rest });
  }

  checkout(...args: readonly string[]): void {
    this.repository.git('checkout', '--quiet', ...args);
  }

  push(branch: string): void {
    this.repository.git('push', '--quiet', '--force', '--set-upstream', 'origin', branch);
  }

  /** As `git rebase` and `git cherry-pick` do it: the author's date stays. */
  redated(minute: number, ...args: readonly string[]): void {
    this.repository.gitWith({ GIT_COMMITTER_DATE: today(minute) }, ...args);
  }

  /** As a host squashes and merges; pushed. @returns the hash */
  squash(branch: string, into: string, message: string, date: string): string {
    this.checkout(into);
    this.repository.git('merge', '--quiet', '--squash', branch);
    this.repository.gitWith({ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }, 'commit', '--quiet', '-m', message);
    this.repository.git('push', '--quiet', 'origin', into);
    return this.repository.git('rev-parse', 'HEAD');
  }
}
