import { holds } from '../../../src/editor/host/whenClause';

/** What the editor knows when it reads a `when` clause; what is missing is undefined. */
export type WhenContext = Readonly<Record<string, unknown>>;

/** Whether a clause of package.json holds there; none always does. */
export function applies(clause: string | undefined, context: WhenContext): boolean {
  return clause === undefined || holds(clause, (key) => context[key]);
}
