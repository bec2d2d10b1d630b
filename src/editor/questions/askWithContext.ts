import { l10n, ProgressLocation, type TextDocument, type WorkspaceFolder, window } from 'vscode';
import type { Addressee } from '../../core/drafts/handoffInput';
import type { FilePath } from '../../core/ports';
import type { HiddenSecret } from '../../core/questions/maskedLines';
import { possibleAnswers } from '../../core/questions/possibleAnswers';
import { draftQuestion } from '../../core/questions/question';
import { questionFolder, questionPath } from '../../core/questions/questionPlaces';
import { SecretMask } from '../../core/secrets/maskSecrets';
import type { GatheredQuestion } from '../../core/tasks/gatherQuestion';
import { type Instant, wallClockAt, type ZoneName } from '../../core/time/zone';
import type { GitHubPresence } from '../github/gitHubPresence';
import type { GitHubSessions } from '../github/session';
import type { FeatureServices } from '../host/featureServices';
import { KeptInput } from '../host/keptInput';
import type { LazyFeature } from '../host/lazyFeature';
import type { TeamFeature } from '../team/teamFeature';
import { isPlainPath } from '../workspace/plainPath';
import { showInFolder, showLoose } from '../written/draftDocument';
import type { AnswerIndexes } from './answerIndexes';
import { Answers, type FoundAnswer } from './answers';
import { type AskedAbout, askedAbout, markedProblems } from './askedAbout';
import { type AskedPlace, askedPlace } from './askedPlace';
import { gatherQuestionInWindow } from './gatherQuestionInWindow';
import { offerAnswers } from './offerAnswers';
import { askWhom } from './whomToAsk';

export interface AskServices extends FeatureServices {
  readonly team: TeamFeature;
  readonly github: LazyFeature<GitHubSessions>;
  readonly presence: GitHubPresence;
  readonly indexes: AnswerIndexes;
}

/** A question that was drafted. */
export interface AskedQuestion {
  readonly document: TextDocument;
  /** The secrets that were masked in it. */
  readonly hidden: readonly HiddenSecret[];
  /** The folder that the question belongs to. */
  readonly folder: WorkspaceFolder | undefined;
}

/** The longest waits after the command, in milliseconds; the person types meanwhile. */
const longestWait = 10_000;
const shortWait = 2_000;
/** The goals that led to no question, by document: the person may read an answer first, and still ask afterwards. */
const unasked = new KeptInput();

/**
 * Drafts a question about what is in front of the person, or about a problem. First it shows what may answer the
 * question. Slow reading runs while the person types.
 * @param argument the place of a problem, from its quick fix; or a `goal` to begin with, from a key binding
 * @returns undefined where the person left, or opened an answer
 */
export async function askWithContext(services: AskServices, argument: unknown): Promise<AskedQuestion | undefined> {
  const stop = new AbortController();
  try {
    const about = await askedAbout(argument);
    const place = askedPlace(services.projects, about?.document);
    const mask = new SecretMask();
    const gathering = { services, team: services.team, mask, signal: stop.signal };
    const facts = new Prefetch(gatherQuestionInWindow(about, place, gathering), stop);
    const answers = new Prefetch(readAnswers(services, place, stop), stop);
    const of = about?.document.uri.toString() ?? '';
    const goal = await askGoal(argument, of);
    if (goal === undefined) return undefined;
    const read = await answers.result(l10n.t('reading what may answer it'));
    const found = await read?.find(queryOf(goal, about));
    if (!read || !found || !(await offerAnswers({ goal, found, isWhole: read.isWhole, place }, services)))
      return undefined;
    const gathered = await facts.result(l10n.t('collecting the context'));
    const now = services.now();
    const to = gathered && (await askWhom(gathered.places, gathered.writer, now));
    if (!gathered || !to) return undefined;
    const questions = read.questionsIn(place.folder);
    const document = await show({ goal, to, found, gathered, place, questions, now, mask });
    unasked.clear(of);
    return { document, hidden: gathered.hidden, folder: place.folder };
  } finally {
    stop.abort();
  }
}

/** @param of the URI of the document that the question is about */
async function askGoal(argument: unknown, of: string): Promise<string | undefined> {
  const { goal } = typeof argument === 'object' && argument !== null ? (argument as { readonly goal?: unknown }) : {};
  const typed = await unasked.ask(of, {
    title: l10n.t('Ask with Context'),
    prompt: l10n.t('What are you trying to achieve? The goal, before what fails.'),
    placeHolder: l10n.t('For example: {0}', l10n.t('Book a refund in another region')),
    ...(typeof goal === 'string' && { value: goal }),
  });
  return typed?.trim();
}

async function readAnswers({ projects, indexes }: AskServices, { project }: AskedPlace, stop: AbortController) {
  // In a large workspace the search for citations takes longer, and answers do not need it.
  await Promise.race([projects.whenRead(), after(shortWait).then(() => projects.whenLoaded())]);
  const answers = await Answers.open(projects.folders, project, indexes, stop.signal);
  // The first reading of thousands of documents takes longer; the next question continues it.
  await Promise.race([answers.whenWhole, after(longestWait)]);
  return answers;
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The goal and the first problem's message: others with the same problem had the same words. */
function queryOf(goal: string, about: AskedAbout | null): string {
  const [problem] = about ? markedProblems(about) : [];
  return [goal, problem?.message ?? ''].join('\n');
}

interface Asked {
  readonly goal: string;
  readonly to: Addressee;
  readonly found: readonly FoundAnswer[];
  readonly gathered: GatheredQuestion;
  readonly place: AskedPlace;
  readonly questions: readonly string[];
  readonly now: number;
  readonly mask: SecretMask;
}

async function show({ goal, to, found, gathered, place, questions, now, mask }: Asked): Promise<TextDocument> {
  const { writer, recordsFor, hidden: _hidden, ...known } = gathered;
  const { folder } = place;
  const path = folder ? await draftPath(folder, questions, goal, { zone: writer.zone, now }) : null;
  const own = found.filter((one) => one.folder === folder);
  const draft = draftQuestion({
    ...known,
    now,
    zone: writer.zone,
    from: writer.party,
    to,
    goal: goal === '' ? null : goal,
    records: recordsFor(path ?? ''),
    answers: possibleAnswers(own, path ?? '', mask),
  });
  return folder && path !== null ? showInFolder(folder, path, draft) : showLoose(draft);
}

/**
 * The path that a question gets when the person saves it; null where no file may be written there
 * (docs/security.md#r24).
 */
async function draftPath(
  folder: WorkspaceFolder,
  questions: readonly FilePath[],
  goal: string,
  { zone, now }: { readonly zone: ZoneName; readonly now: Instant },
): Promise<FilePath | null> {
  const { date } = wallClockAt(zone, now);
  const path = questionPath(questionFolder(questions), date, goal, questions);
  return (await isPlainPath(folder.uri, path)) ? path : null;
}

/**
 * Work that runs while the person types. If it is not done afterwards, a progress notification shows it and can cancel
 * it.
 */
class Prefetch<T> {
  private isDone = false;

  constructor(
    private readonly work: Promise<T>,
    private readonly stop: AbortController,
  ) {
    const done = () => {
      this.isDone = true;
    };
    // Nobody awaits the work once the person has left, so its rejections are ignored.
    work.then(done, done);
  }

  /** @param message what the work does. @returns undefined where the person cancelled it */
  async result(message: string): Promise<T | undefined> {
    if (this.isDone) return this.work;
    const options = { location: ProgressLocation.Notification, title: l10n.t('Ask with Context'), cancellable: true };
    return window.withProgress(options, (progress, token) => {
      progress.report({ message });
      const stopped = new Promise<undefined>((resolve) => {
        token.onCancellationRequested(() => {
          this.stop.abort();
          resolve(undefined);
        });
      });
      return Promise.race([this.work, stopped]);
    });
  }
}
