import type { SecretMask } from '../secrets/maskSecrets';
import type { Activity, RepositoryActivity } from './activity';

/** The activity as it may be shown to others: secrets in what people wrote into git are masked, as in questions. */
export function maskedActivity(activity: Activity, mask: Pick<SecretMask, 'mask'>): Activity {
  const masked = (text: string) => mask.mask(text).text;
  const repositories = activity.repositories.map((repository): RepositoryActivity => {
    const { items, invisible } = repository;
    return {
      ...repository,
      items: items.map((item) => ({
        ...item,
        title: masked(item.title),
        commits: item.commits.map((commit) => ({
          ...commit,
          subject: masked(commit.subject),
          body: masked(commit.body),
        })),
      })),
      invisible: {
        ...invisible,
        stashes: invisible.stashes.map((stash) => ({ ...stash, message: masked(stash.message) })),
      },
    };
  });
  return { ...activity, repositories };
}
