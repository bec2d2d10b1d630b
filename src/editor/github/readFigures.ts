import type { Uri } from 'vscode';
import { figurePeriod, type OutcomeFigures, outcomeFigures } from '../../core/forge/figures';
import type { Forge, Shipments } from '../../core/forge/forge';
import type { ForgeProblem } from '../../core/forge/forgeResult';
import type { Instant } from '../../core/time/zone';
import { machineZone } from '../../disk/machineZone';
import type { GitHubSessions, NoForgeReason } from './session';

/** What is known of a folder's repository, as it is shown. `name` is `acme/ledger`. */
export type ReadFigures =
  | { readonly kind: 'none'; readonly why: NoForgeReason; readonly sentence: string }
  | { readonly kind: 'problem'; readonly name: string; readonly problem: ForgeProblem }
  | {
      readonly kind: 'figures';
      readonly name: string;
      readonly figures: OutcomeFigures;
      readonly asOf: Instant;
      /** Why these are earlier figures; null where they are current. */
      readonly stale: ForgeProblem | null;
      /** Whether older pull requests were left out by a limit. */
      readonly isCut: boolean;
    };

/**
 * Reads the outcomes of the last days with the present session. Never asks to sign in, and never rejects because of
 * GitHub.
 */
export async function readFigures(
  github: GitHubSessions,
  folder: Uri,
  now: Instant,
  signal: AbortSignal,
): Promise<ReadFigures> {
  const place = await github.forgeFor(folder, null, signal);
  if (place.kind === 'none') return { kind: 'none', why: place.why, sentence: place.sentence };
  const name = `${place.repository.owner}/${place.repository.repo}`;
  const zone = machineZone();
  const days = figurePeriod(zone, now);
  const answer = await place.forge.mergedSince(days.period.start, signal);
  if (!answer.ok) return { kind: 'problem', name, problem: answer.problem };
  const { pullRequests, isCut } = answer.value;
  const shipments = pullRequests.length > 0 ? await shipped(place.forge, days.period.start, signal) : null;
  const figures = outcomeFigures(pullRequests, days, shipments);
  return { kind: 'figures', name, figures, asOf: answer.asOf, stale: answer.stale, isCut };
}

/**
 * Null where GitHub gives no answer, as for a token that may not read deployments: work is then followed to the merge
 * alone.
 */
async function shipped(forge: Forge, since: Instant, signal: AbortSignal): Promise<Shipments | null> {
  const answer = await forge.shippedSince(since, signal);
  return answer.ok ? answer.value : null;
}
