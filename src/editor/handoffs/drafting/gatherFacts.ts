import { basename } from 'node:path';
import { l10n, ProgressLocation, type Uri, window } from 'vscode';
import type { Activity, Identity, Interval } from '../../../core/activity/activity';
import { gatherActivity } from '../../../core/activity/gatherActivity';
import type { TicketRules } from '../../../core/activity/tickets';
import { unlessAborted, withSignal } from '../../../git/abort';
import { GitActivity } from '../../../git/activity/gitActivity';
import type { GitRunner } from '../../../git/runner';
import { visibleText, withoutLinks } from '../../host/visibleText';
import { type GatherStep, ReportingSource } from './reportingSource';

export interface GatherRequest<T> {
  /** Of the progress: which draft this is for. */
  readonly title: string;
  readonly folders: readonly Uri[];
  readonly identity: Identity;
  readonly interval: Interval;
  /** Commits that the note before has told of. */
  readonly told: readonly string[];
  readonly tickets: TicketRules;
  /** What must be known beside git before the draft is written; asked at the same time, and not waited for once stopped. */
  readonly beside: (signal: AbortSignal) => Promise<T>;
}

export interface Gathered {
  readonly activity: Activity;
  /** Absolute folders of the repositories, by id. */
  readonly roots: ReadonlyMap<string, string>;
}

/** Asks git about all folders, says how far it is, and can be stopped. @returns undefined where the person stopped it */
export async function gatherFacts<T>(
  runner: GitRunner,
  request: GatherRequest<T>,
): Promise<(Gathered & { readonly beside: T }) | undefined> {
  const { title, folders, identity, interval, told, tickets, beside } = request;
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, (progress, cancellation) =>
    withSignal(cancellation, async (signal) => {
      const say = (step: GatherStep) => progress.report({ message: withoutLinks(words(step)) });
      const source = new ReportingSource(new GitActivity(runner), say);
      const paths = folders.map(({ fsPath }) => fsPath);
      const asked = beside(signal);
      try {
        const activity = await gatherActivity(source, paths, identity, interval, told, cancellation, tickets);
        progress.report({ message: l10n.t('reading records') });
        const known = await unlessAborted(asked, signal);
        return known && { activity, roots: source.repositoryRoots, beside: known.value };
      } catch (error) {
        // Git that is stopped half way has no answer; that is what was asked for.
        if (cancellation.isCancellationRequested) return undefined;
        throw error;
      }
    }),
  );
}

function words(step: GatherStep): string {
  if (step.kind === 'history') return l10n.t('reading the history of {0}', visibleText(basename(step.folder), 60));
  return step.count === 1
    ? l10n.t('looking at 1 commit of {0}', visibleText(step.repository, 60))
    : l10n.t('looking at {0} commits of {1}', step.count, visibleText(step.repository, 60));
}
