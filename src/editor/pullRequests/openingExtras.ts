import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type OpeningHabits, requestable, requestedReviewers } from '../../core/pullRequests/openingHabits';
import type { Reviewer } from '../../core/pullRequests/pullRequestInput';
import { hoursOf } from '../../core/pullRequests/reviewers';
import { joinParts } from '../../core/text/compareText';
import type { Instant, ZoneName } from '../../core/time/zone';
import { forgeSentence } from '../github/forgeWords';
import { visibleText, withoutIcons } from '../host/visibleText';
import type { Submission } from './submission';

/** What can be offered beside the text of a pull request. */
export interface Offers {
  readonly reviewers: readonly Reviewer[];
  readonly now: Instant;
  /** The author's zone. */
  readonly zone: ZoneName;
}

/** What a person chose of the offers. */
export interface OpeningExtras {
  /** As CODEOWNERS writes them. */
  readonly owners: readonly string[];
  readonly labels: readonly string[];
}

interface Choice extends QuickPickItem {
  readonly owner?: string;
  readonly name?: string;
}

/**
 * Offers reviewers with their working hours, and labels of the author's last pull requests. Nothing is preselected, and
 * nothing is asked where there is nothing to offer.
 * @returns undefined where the person left
 */
export async function askExtras(
  { repository }: Submission,
  { reviewers, now, zone }: Offers,
  { labels, of }: OpeningHabits,
): Promise<OpeningExtras | undefined> {
  const people = requestable(reviewers, repository.owner).map(({ owner, person, files }): Choice => {
    const name = joinParts([owner, person === null ? '' : visibleText(person.name, 60)], ', ');
    const owns = files === 1 ? l10n.t('owns 1 changed file') : l10n.t('owns {0} changed files', files);
    return { owner, label: withoutIcons(name), description: owns, detail: hoursOf(person, now, zone) };
  });
  const before = labels.map(({ name, on }): Choice => {
    const description = l10n.t('on {0} of your last {1}', on, of);
    return { name, label: withoutIcons(visibleText(name, 60)), description };
  });
  if (people.length + before.length === 0) return { owners: [], labels: [] };
  const chosen = await window.showQuickPick(
    [...under(l10n.t('Reviewers'), people), ...under(l10n.t('Labels'), before)],
    {
      title: people.length === 0 ? l10n.t('Labels') : l10n.t('Whom to ask for a review, and labels'),
      placeHolder: l10n.t('Choose any or none; Enter goes on'),
      canPickMany: true,
      ignoreFocusOut: true,
    },
  );
  return (
    chosen && {
      owners: chosen.flatMap(({ owner }) => owner ?? []),
      labels: chosen.flatMap(({ name }) => name ?? []),
    }
  );
}

function under(heading: string, choices: readonly Choice[]): readonly Choice[] {
  return choices.length === 0 ? [] : [{ label: heading, kind: QuickPickItemKind.Separator }, ...choices];
}

/** The choices, for the question whether to create all of it; `''` for none. */
export function extrasSentence({ owners, labels }: OpeningExtras): string {
  const listed = (names: readonly string[]) => names.map((name) => visibleText(name, 60)).join(', ');
  return joinParts(
    [
      owners.length === 0 ? '' : l10n.t('Review by {0}', listed(owners)),
      labels.length === 0 ? '' : l10n.t('Labels: {0}', listed(labels)),
    ],
    '\n',
  );
}

/** Adds the reviewers and labels to the new pull request. @returns sentences about what GitHub refused */
export async function addExtras(
  { forge }: Submission,
  number: number,
  { owners, labels }: OpeningExtras,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const review = owners.length === 0 ? null : await forge.requestReview(number, requestedReviewers(owners), signal);
  const labelled = labels.length === 0 ? null : await forge.addLabels(number, labels, signal);
  return [
    ...(review && !review.ok ? [l10n.t('Nobody was asked for a review. {0}', forgeSentence(review.problem))] : []),
    ...(labelled && !labelled.ok ? [l10n.t('It has no labels. {0}', forgeSentence(labelled.problem))] : []),
  ];
}
