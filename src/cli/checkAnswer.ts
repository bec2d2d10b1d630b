import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { changeComment } from '../core/pullRequests/changeComment';
import { findingAnswer, findingLine, findingsBelow } from '../core/rules/answers';
import { readBaseline, withoutKnown, writeBaseline } from '../core/rules/baseline';
import { type Finding, severities } from '../core/rules/finding';
import { sarifOf } from '../core/rules/sarif';
import { annotationsOf, summaryOf } from '../core/rules/workflow';
import { changeFacts } from '../core/tasks/changeFacts';
import { NotedFiles } from '../disk/notedFiles';
import { type CheckArguments, type CheckForm, checkArguments } from './checkArguments';
import { findingsAt } from './checkPlace';
import { type CheckSources, readBaselineText } from './checkSources';
import type { Answer } from './command';
import { Telling } from './telling';

/**
 * The findings in the requested form. The status is 1 where a finding is as severe as `--fail-on` or more.
 * @param now milliseconds since 1970
 * @param sources with where the answer is kept for the next call; null where it is not kept
 * @throws UsageError for wrong arguments, Error where something cannot be read
 */
export async function answerCheck(
  argv: readonly string[],
  now: number,
  sources: CheckSources | null = null,
): Promise<Answer> {
  const args = checkArguments(argv);
  const noted = sources && new NotedFiles(sources.files);
  const telling = new Telling();
  const { findings: all, change, prefix } = await findingsAt(args, { now, telling, sources, noted });
  if (args.writesBaseline && args.baseline !== null) {
    await mkdir(dirname(args.baseline), { recursive: true });
    await writeFile(args.baseline, writeBaseline(all));
    return { text: '', status: 0 };
  }
  const findings = args.baseline === null ? all : withoutKnown(all, await baselineAt(args.baseline, noted));
  if (args.comment !== null && change !== null) {
    await writeFile(args.comment, changeComment(changeFacts({ ...change, findings })));
  }
  // A forge knows files by their paths from the root of the repository.
  const isForForge = args.form === 'github' || args.form === 'sarif';
  const shown = isForForge ? findingsBelow(prefix, findings) : findings;
  if (args.form === 'github') await addSummary(shown);
  else if (args.form === 'text' && findings.length > 0) telling.say(`${countLine(findings)}\n`);
  const text = inForm(shown, args.form);
  const status = findings.some((one) => isHeavy(one, args)) ? 1 : 0;
  if (noted && telling.isLasting) await sources.kept.keep('', { text, told: telling.told, status }, noted);
  return { text, status };
}

function isHeavy({ severity }: Finding, { failOn }: CheckArguments): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
}

function inForm(findings: readonly Finding[], form: CheckForm): string {
  switch (form) {
    case 'json':
      return `${JSON.stringify(findings.map(findingAnswer), null, 2)}\n`;
    case 'sarif':
      return sarifOf(findings);
    case 'github':
      return annotationsOf(findings);
    case 'text':
      return findings.map((finding) => `${findingLine(finding)}\n`).join('');
  }
}

/**
 * `1 error, 42 warnings in 12 files`: for people, so it goes to standard error and not between lines that programs
 * read.
 */
function countLine(findings: readonly Finding[]): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`;
  });
  const files = new Set(findings.map(({ file }) => file)).size;
  return `${counts.join(', ')} in ${files} ${files === 1 ? 'file' : 'files'}`;
}

async function baselineAt(file: string, noted: NotedFiles | null): Promise<ReadonlySet<string>> {
  const text = await readBaselineText(file);
  noted?.noteOther('baseline', text);
  if (text === null) throw new Error(`${file} cannot be read; write it first with --write-baseline`);
  const known = readBaseline(text);
  if (known === null) throw new Error(`${file} is no baseline; write it again with --write-baseline`);
  return known;
}

/** The summary of a step of GitHub Actions, where this runs in one. */
async function addSummary(findings: readonly Finding[]): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file) await appendFile(file, `${summaryOf(findings)}\n`);
}
