import type { Activity } from '../activity/activity';
import { subjectWithout } from '../activity/itemTitle';
import { type ForgeWork, isRequestOf, ownRequests } from './forgeWork';

/** Gives a work item the title of its open request, where there is exactly one: so its writer calls the work for others. */
export function withRequestTitles(activity: Activity, works: readonly ForgeWork[]): Activity {
  const requests = ownRequests(works);
  if (requests.length === 0) return activity;
  const repositories = activity.repositories.map((repository) => ({
    ...repository,
    items: repository.items.map((item) => {
      const [request, ...others] = requests.filter((one) => isRequestOf(one, item.branch, repository.name));
      return request === undefined || others.length > 0
        ? item
        : { ...item, title: subjectWithout(request.summary.title, item.ticket, item.also) };
    }),
  }));
  return { ...activity, repositories };
}
