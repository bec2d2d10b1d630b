import type { ForgeProblem, ForgeResult } from '../core/forge/forgeResult';
import type { GitHubClient, Parameters } from './client';
import type { Shape } from './shape';

export interface Pages<T> {
  readonly items: readonly T[];
  /** Whether the limit of ten pages left something out. */
  readonly isCut: boolean;
}

interface PageOptions<T> {
  readonly signal?: AbortSignal | undefined;
  /** Whether what is wanted ends on this page. */
  readonly isEnough?: (page: readonly T[]) => boolean;
}

const perPage = 100;
const mostPages = 10;

/**
 * All pages of a list, by number and never by a `Link` (docs/security.md#r43, A2), until one is not full, brings
 * nothing new (A3) or is enough.
 */
export async function readPages<T extends { readonly number: number }>(
  client: GitHubClient,
  route: string,
  parameters: Parameters,
  shape: Shape<readonly T[]>,
  { signal, isEnough = () => false }: PageOptions<T> = {},
): Promise<ForgeResult<Pages<T>>> {
  const found = new Map<number, T>();
  let asOf = Number.POSITIVE_INFINITY;
  let stale: ForgeProblem | null = null;
  let isLast = false;
  for (let page = 1; page <= mostPages && !isLast; page += 1) {
    const read = await client.read(route, { ...parameters, per_page: perPage, page }, shape, { signal });
    if (!read.ok) return read;
    asOf = Math.min(asOf, read.asOf);
    stale ??= read.stale;
    const before = found.size;
    for (const item of read.value) found.set(item.number, item);
    isLast = read.value.length < perPage || found.size === before || isEnough(read.value);
  }
  return { ok: true, value: { items: [...found.values()], isCut: !isLast }, asOf, stale };
}
