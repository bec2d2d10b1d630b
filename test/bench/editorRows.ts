import { readFile } from 'node:fs/promises';
import { chooseEditor } from '../editor/support/editor';
import { runSuite } from '../editor/support/launch';

/** What `test/editor/figures.bench.test.ts` measures in the editor. */
export interface EditorFigure {
  readonly name: string;
  readonly own: number;
  /** What the editor itself takes: a provider that returns a constant, an empty webview. */
  readonly floor: number | null;
  /** On an idle machine. */
  readonly most: number;
  readonly unit: 'ms' | 'MB' | '';
}

/** Needs the suites built (`scripts/build.mjs --tests`). @throws where one of them fails */
export async function editorFigures(): Promise<readonly EditorFigure[]> {
  const { failed, lines } = await runSuite(await chooseEditor(), 'bench');
  if (failed > 0) throw new Error(lines);
  return JSON.parse(await readFile('.vscode-test/logs/bench/figures.json', 'utf8'));
}
