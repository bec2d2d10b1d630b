import type { Ownership } from '../activity/codeowners';
import { isChanged } from '../drafts/parts/decisions';
import { touchedRecords } from '../drafts/touchedRecords';
import { dirname, join } from '../files/paths';
import { readText } from '../files/readText';
import type { CodePermalink, LineSpan, SelectedCode } from '../permalinks/codePermalink';
import type { FilePath, FileStore } from '../ports';
import { askPlaces } from '../questions/askPlaces';
import { problemText } from '../questions/context';
import { type HiddenSecret, maskedLines } from '../questions/maskedLines';
import type { CodeProblem, LastTouch, QuestionCode, QuestionInput } from '../questions/questionInput';
import { versionFilesFor } from '../questions/versionFiles';
import type { SecretMask } from '../secrets/maskSecrets';
import { splitLines } from '../text/lineEnds';
import type { WorkFolder } from './workplace';
import type { Writer } from './writer';

/** The code that a question is about, as the editor shows it. */
export interface ShownCode {
  /** Text of the whole document, with unsaved changes. */
  readonly text: string;
  /** The editor's name of the language; `''` for plain text. */
  readonly language: string;
  readonly lines: LineSpan;
  /** How many further selected lines are left out. */
  readonly cut: number;
  /** `Ledger.post`, or null. */
  readonly symbol: string | null;
  readonly problems: readonly CodeProblem[];
}

/** What git knows of the place; each is null or empty where git could not answer. */
export interface PlaceFacts {
  readonly permalink: CodePermalink | null;
  readonly people: readonly LastTouch[];
  /** Selected lines that differ from HEAD, by their numbers in the editor. */
  readonly uncommitted: readonly number[];
  readonly branch: string | null;
  /** Hash of HEAD. */
  readonly commit: string | null;
}

export const noPlaceFacts: PlaceFacts = { permalink: null, people: [], uncommitted: [], branch: null, commit: null };

export interface QuestionRequest {
  readonly writer: Writer;
  /** Null where no folder is open. Its `project` is null where records are switched off. */
  readonly folder:
    | (Pick<WorkFolder, 'files' | 'readCited'> & { readonly project: WorkFolder['project'] | null })
    | null;
  /** Relative to the folder; the document's name where that is no file of it. */
  readonly path: FilePath;
  readonly isFile: boolean;
  /** Null for a question about no code. */
  readonly code: ShownCode | null;
  /** Never rejects. @param code null for a document that is no file of the repository */
  readonly git: (code: SelectedCode | null) => Promise<PlaceFacts>;
  /** For paths of the folder; asked only where `isFile`. */
  readonly ownership: () => Promise<Ownership | null>;
  readonly mask: SecretMask;
}

/** What is known of a question before the person says what it is about. */
export interface GatheredQuestion extends Pick<QuestionInput, 'code' | 'branch' | 'commit' | 'versions' | 'places'> {
  readonly writer: Writer;
  /** What was masked in the code and its problems. */
  readonly hidden: readonly HiddenSecret[];
  /** The records linked to the file, with links from a draft at that path. */
  readonly recordsFor: (draft: FilePath) => QuestionInput['records'];
}

/** Gathers the facts of a question. Where git may not be asked, only its facts are missing. */
export async function gatherQuestion(request: QuestionRequest): Promise<GatheredQuestion> {
  const { writer, folder, path, isFile, code } = request;
  const selected = code && isFile ? { path, text: code.text, lines: code.lines } : null;
  const [git, versions, ownership] = await Promise.all([
    request.git(selected),
    folder && isFile ? nearestVersions(folder.files, path) : [],
    folder && isFile ? request.ownership() : null,
    folder?.readCited([path]),
  ]);
  return {
    writer,
    ...(code ? maskedCode(code, path, git, request.mask) : { code: null, hidden: [] }),
    branch: git.branch,
    commit: git.commit,
    versions,
    places: askPlaces(ownership?.ownersOf(path) ?? [], git.people, writer.team, writer.member),
    recordsFor: (draft) => {
      const project = isFile ? folder?.project : null;
      const linked = project ? touchedRecords(project, [{ path, status: 'modified' }], draft, 'retired-too') : [];
      return linked.filter((record) => !isChanged(record));
    },
  };
}

function maskedCode(
  { text, lines, cut, symbol, problems, language }: ShownCode,
  path: FilePath,
  { permalink, people, uncommitted }: PlaceFacts,
  mask: SecretMask,
): { readonly code: QuestionCode; readonly hidden: readonly HiddenSecret[] } {
  const shown = maskedLines(mask, splitLines(text), lines);
  const reported = problems.map((problem) => maskedProblem(mask, problem));
  const hidden = [...shown.hidden, ...reported.flatMap((one) => one.hidden)];
  const masked = hidden.map(({ rule, line }) => ({ rule, line }));
  const code: QuestionCode = {
    path,
    lines,
    cut,
    language,
    symbol,
    permalink,
    masked,
    people: people.map((one) => ({ ...one, subject: mask.mask(one.subject).text })),
    uncommitted,
    text: shown.text,
    problems: reported.map(({ problem }) => problem),
  };
  return { code, hidden };
}

/** Messages of problems are masked too, because they quote the code. */
function maskedProblem(mask: SecretMask, problem: CodeProblem) {
  const { text, masked } = mask.mask(problem.message);
  const lines = [{ masked: problemText(text), original: problemText(problem.message) }];
  const hidden = masked.slice(0, 1).map(({ rule }): HiddenSecret => ({ rule, line: problem.line, lines }));
  return { problem: { ...problem, message: text }, hidden };
}

/** The versions that the code runs on, by the nearest file above it of each kind that gives one. */
async function nearestVersions(files: FileStore, path: FilePath): Promise<QuestionInput['versions']> {
  const found = versionFilesFor(path).map(async ({ name, read }) => {
    for (let at = dirname(path); ; at = dirname(at)) {
      const text = await readText(files, join(at, name));
      const versions = text.ok ? read(text.text) : [];
      if (versions.length > 0 || at === '') return versions;
    }
  });
  return (await Promise.all(found)).flat();
}
