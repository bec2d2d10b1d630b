import type { CommitFact, RepositoryFacts, TakenBackFact } from '../activity/facts';
import type { MyWork, PullRequestSummary } from '../forge/forge';
import { SecretMask } from './maskSecrets';

/**
 * Masks the words of git, of a forge and of other people's notes before a draft or an answer is made of them, and before
 * they are escaped for it.
 */
export class MaskedWords {
  private readonly mask = new SecretMask();

  /** The commits with subjects, bodies and trailers masked. */
  commits<T extends Pick<CommitFact, 'subject' | 'body' | 'trailers'>>(commits: readonly T[]): readonly T[] {
    const all = commits.map(({ subject, body, trailers }) => `${subject}\n${body}\n${trailers}`).join('\n');
    const mask = this.mask.narrowedTo(all);
    const masked = (text: string) => (text === '' ? text : mask.mask(text).text);
    return commits.map((commit) => ({
      ...commit,
      subject: masked(commit.subject),
      body: masked(commit.body),
      trailers: masked(commit.trailers),
    }));
  }

  private subjects(commits: readonly CommitFact[]): readonly CommitFact[] {
    const mask = this.mask.narrowedTo(commits.map(({ subject }) => subject).join('\n'));
    return commits.map((commit) => ({ ...commit, subject: mask.mask(commit.subject).text }));
  }

  private takenBack({ revert, original, brought }: TakenBackFact): TakenBackFact {
    const [one = revert, other = original, ...others] = this.commits([revert, original, ...brought]);
    return { revert: one, original: other, brought: others };
  }

  /** The facts of a repository with the words of its commits and stashes masked. */
  facts<T extends RepositoryFacts>(facts: T): T {
    const stashes = facts.stashes.map((stash) => ({ ...stash, message: this.text(stash.message) }));
    const { arrived, beginnings, left, older, takenBack } = facts;
    return {
      ...facts,
      commits: this.commits(facts.commits),
      ...(arrived && { arrived: this.commits(arrived) }),
      ...(left && { left: this.commits(left) }),
      ...(beginnings && { beginnings: this.commits(beginnings) }),
      ...(takenBack && { takenBack: takenBack.map((each) => this.takenBack(each)) }),
      // Subjects of landed commits are only compared, and shown nowhere.
      ...(older && { older: { ...older, commits: this.commits(older.commits), landed: this.subjects(older.landed) } }),
      stashes,
    };
  }

  /** Work under way with the words of the forge masked: titles, and the beginnings of comments. */
  work(work: MyWork): MyWork {
    const titled = <T extends Pick<PullRequestSummary, 'title'>>(pullRequest: T): T => ({
      ...pullRequest,
      title: this.text(pullRequest.title),
    });
    return {
      ...work,
      mine: work.mine.map(titled),
      reviews: work.reviews.map((review) => ({ ...review, pullRequest: titled(review.pullRequest) })),
      threads: work.threads.map((thread) => ({
        ...thread,
        pullRequest: titled(thread.pullRequest),
        excerpt: this.text(thread.excerpt),
      })),
    };
  }

  text(text: string): string {
    return text === '' ? text : this.mask.mask(text).text;
  }
}
