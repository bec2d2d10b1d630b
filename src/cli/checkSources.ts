import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dateOfNumber } from '../core/time/localDate';
import { DiskFiles } from '../disk/diskFiles';
import { parseWords } from './arguments';
import { checkOptions } from './checkOptions';
import { type KeptAnswers, keptAnswersOf } from './keptAnswers';
import { realDirectory } from './place';
import type { AnswerSources } from './refsAnswer';

/** What a check is made from where its answer is kept for the next call. */
export interface CheckSources extends AnswerSources {
  readonly kept: KeptAnswers;
}

/**
 * Null where the answer is not kept. An option that writes a file, such as `--comment`, has to write it in each call.
 * @param now milliseconds since 1970
 * @throws UsageError for wrong arguments, Error where the directory cannot be read
 */
export async function checkSources(argv: readonly string[], now: number): Promise<CheckSources | null> {
  const { values, positionals } = parseWords(argv, checkOptions, 1);
  const writes = values['write-baseline'] || values.comment !== undefined || values.github;
  if (values['no-cache'] || writes) return null;
  const root = realDirectory(positionals[0] ?? '.');
  // An `--only` that names no file is an error, and errors are not kept.
  if (!values.only.every((named) => existsSync(resolve(root, named)))) return null;
  const git = values['no-git'] ? null : new (await import('./gitQuestions')).GitQuestions(root, values.base);
  const baseline = values.baseline === undefined ? null : resolve(values.baseline);
  const kept = await keptAnswersOf(root, ['check', values, baseline], {
    ...git?.questions(),
    day: async () => dateOfNumber(now),
    baseline: async () => (baseline === null ? null : readBaselineText(baseline)),
  });
  return kept && { files: new DiskFiles(root, true), git, kept };
}

/** Null where the file cannot be read. */
export function readBaselineText(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
