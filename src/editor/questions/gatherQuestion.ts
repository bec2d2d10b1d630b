import type { TextDocument } from 'vscode';
import { touchedRecords } from '../../core/drafts/touchedRecords';
import { dirname, join } from '../../core/files/paths';
import { readText } from '../../core/files/readText';
import type { FilePath, FileStore } from '../../core/ports';
import { askPlaces } from '../../core/questions/askPlaces';
import { problemText } from '../../core/questions/context';
import type { CodeProblem, QuestionCode, QuestionInput } from '../../core/questions/questionInput';
import { versionFilesFor } from '../../core/questions/versionFiles';
import type { SecretMask } from '../../core/secrets/maskSecrets';
import type { FeatureServices } from '../host/featureServices';
import { knownHosts } from '../host/knownHosts';
import type { TeamFeature } from '../team/teamFeature';
import { folderFiles } from '../workspace/folderFiles';
import { folderOwnership } from '../workspace/folderOwnership';
import { type AskedAbout, type ShownCode, shownCode } from './askedAbout';
import { type AskedGit, askedGit } from './askedGit';
import type { AskedPlace } from './askedPlace';
import { type Asker, askerIn } from './asker';
import { type HiddenSecret, maskedLines } from './model/maskedLines';

/** What is known of a question before the person says what it is about. */
export interface GatheredQuestion extends Pick<QuestionInput, 'code' | 'branch' | 'commit' | 'versions' | 'places'> {
  readonly asker: Asker;
  /** What was masked in the code and its problems. */
  readonly hidden: readonly HiddenSecret[];
  /** Linked to the file, as a draft at that path names them. */
  readonly recordsFor: (draft: FilePath) => QuestionInput['records'];
}

interface Gathering {
  readonly services: FeatureServices;
  readonly team: TeamFeature;
  readonly mask: SecretMask;
  readonly signal: AbortSignal;
}

/** Without trust there is nothing of git in it; everything else is the same. */
export async function gatherQuestion(
  about: AskedAbout | null,
  place: AskedPlace,
  { services, team, mask, signal }: Gathering,
): Promise<GatheredQuestion> {
  const { project, folder, path, isFile, directory } = place;
  const shown = about && (await shownCode(about));
  const text = about?.document.getText() ?? '';
  const selected = shown && isFile ? { path, text, lines: shown.lines } : null;
  const hosts = knownHosts(folder);
  const files = folder ? folderFiles(folder.uri, new Set()) : null;
  const [git, asker, versions] = await Promise.all([
    directory ? askedGit(services.git, directory, selected, hosts, signal) : noGit,
    askerIn(folder, team),
    files && isFile ? nearestVersions(files, path) : [],
  ]);
  const ownership = folder && isFile ? await folderOwnership(services.git, folder.uri, asker.identity) : null;
  await services.projects.whenRead();
  return {
    asker,
    ...(about && shown ? codeOf(about.document, shown, path, git, mask) : { code: null, hidden: [] }),
    branch: git.branch,
    commit: git.commit,
    versions,
    places: askPlaces(ownership?.ownersOf(path) ?? [], git.people, asker.team, asker.member),
    recordsFor: (draft) => {
      const linked = project && isFile ? touchedRecords(project.view, [{ path, status: 'modified' }], draft) : [];
      return linked.filter(({ how }) => how === 'governs');
    },
  };
}

const noGit: AskedGit = { permalink: null, people: [], branch: null, commit: null };

function codeOf(
  document: TextDocument,
  { lines, symbol, problems }: ShownCode,
  path: FilePath,
  git: AskedGit,
  mask: SecretMask,
): { readonly code: QuestionCode; readonly hidden: readonly HiddenSecret[] } {
  const { text, hidden: inCode } = maskedLines(mask, document.getText().split(/\r\n|\r|\n/), lines);
  const told = problems.map((problem) => maskedProblem(mask, problem));
  const hidden = [...inCode, ...told.flatMap((one) => one.hidden)];
  const code: QuestionCode = {
    path,
    lines,
    text,
    language: document.languageId === 'plaintext' ? '' : document.languageId,
    symbol,
    permalink: git.permalink,
    problems: told.map(({ problem }) => problem),
    masked: hidden.map(({ rule, line }) => ({ rule, line })),
    people: git.people,
  };
  return { code, hidden };
}

/** Messages quote the code that they are about. */
function maskedProblem(mask: SecretMask, problem: CodeProblem) {
  const { text, masked } = mask.mask(problem.message);
  const lines = [{ masked: problemText(text), original: problemText(problem.message) }];
  const hidden = masked.slice(0, 1).map(({ rule }): HiddenSecret => ({ rule, line: problem.line, lines }));
  return { problem: { ...problem, message: text }, hidden };
}

/** What the code runs on, of each file that says it the one that is nearest above. */
async function nearestVersions(files: FileStore, path: FilePath): Promise<QuestionInput['versions']> {
  const found = versionFilesFor(path).map(async ({ name, read }) => {
    for (let at = dirname(path); ; at = dirname(at)) {
      const text = await readText(files, join(at, name));
      if (text.ok) return read(text.text);
      if (at === '') return [];
    }
  });
  return (await Promise.all(found)).flat();
}
