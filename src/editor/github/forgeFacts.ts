import type { Uri } from 'vscode';
import type { ForgeProblemKind } from '../../core/forge/forgeResult';
import type { ForgeFacts } from '../../core/tasks/workplace';
import { codeText } from '../../core/text/escape';
import type { Boundary } from '../host/boundary';
import type { LazyFeature } from '../host/lazyFeature';
import type { GitHubSessions } from './session';

const noForgeFacts: ForgeFacts = { works: null, gaps: [] };

/** The longest that a draft waits for GitHub. */
const patienceMs = 5_000;
/** The usual problems of people without GitHub: a draft does not mention them. */
const ordinary: ReadonlySet<ForgeProblemKind> = new Set(['offline', 'signed-out']);

/**
 * Asks GitHub about each repository once, with the present session, and never asks to sign in. Never rejects: a draft
 * does not fail for want of GitHub.
 */
export function forgeFactsOf(
  github: LazyFeature<GitHubSessions>,
  folders: readonly Uri[],
  boundary: Boundary,
  signal?: AbortSignal,
): Promise<ForgeFacts> {
  return boundary.provider('GitHub', noForgeFacts, async () => read(await github.load(), folders, signal))();
}

async function read(
  github: GitHubSessions,
  folders: readonly Uri[],
  signal: AbortSignal = new AbortController().signal,
): Promise<ForgeFacts> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  const places = await Promise.all(folders.map((folder) => github.forgeFor(folder, null, limit)));
  const forges = places.flatMap((place) => (place.kind === 'forge' ? [place] : []));
  const distinct = [...new Map(forges.map((place) => [nameOf(place.repository), place])).values()];
  const answers = await Promise.all(
    distinct.map(async ({ forge, repository }) => ({ name: nameOf(repository), answer: await forge.myWork(limit) })),
  );
  const works = answers.flatMap(({ name, answer }) =>
    answer.ok ? [{ repository: distinct.length > 1 ? name : null, work: answer.value, asOf: answer.asOf }] : [],
  );
  const gaps = answers.flatMap(({ name, answer }) =>
    answer.ok || signal.aborted || ordinary.has(answer.problem.kind)
      ? []
      : [`GitHub did not tell what waits in ${codeText(name)}.`],
  );
  return { works: works.length > 0 ? works : null, gaps };
}

function nameOf({ owner, repo }: { readonly owner: string; readonly repo: string }): string {
  return `${owner}/${repo}`;
}
