import { TemporaryRepository } from '../support/temporaryRepository';
import { today } from './realDay';

/** Ann's clone of a repository, `main` checked out, and what is done in it in a day. */
export class RepositoryDay {
  private constructor(
    readonly origin: TemporaryRepository,
    readonly repository: TemporaryRepository,
  ) {}

  static begin(): RepositoryDay {
    const origin = TemporaryRepository.create();
    origin.write('base.txt', 'base\n').commit({ date: '2026-11-01T12:00:00Z', message: 'base' });
    origin.git('config', 'receive.denyCurrentBranch', 'ignore');
    const repository = origin.clone();
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
    return new RepositoryDay(origin, repository);
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
