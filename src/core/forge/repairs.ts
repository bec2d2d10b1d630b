import type { MergedPullRequest } from './forge';

const revertTitle = /^revert\b/i;
/** What is reverted a second time comes back: no repair, and no failure of its own. */
const relandTitle = /^(?:re-?land|re-?apply|revert\s+["“'`]?revert)\b/i;
const revertBody = /^\s*reverts\s+\S{0,200}#\d+/i;
const repairName = /(?:^|[/\s_-])hot-?fix(?:$|[/\s:_(!-])/i;

/** Whether a change exists to mend one that was merged: a revert or a hotfix, by its title, branch, label or first words. */
export function isRepair({
  title,
  body,
  head,
  labels,
}: Pick<MergedPullRequest, 'title' | 'body' | 'head' | 'labels'>): boolean {
  if (relandTitle.test(title)) return false;
  const isRevert = revertTitle.test(title) || /^revert-\d+-/i.test(head) || revertBody.test(body.slice(0, 400));
  return isRevert || [title, head, ...labels].some((name) => repairName.test(name));
}
