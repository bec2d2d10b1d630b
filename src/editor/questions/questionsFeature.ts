import { l10n, languages, type WorkspaceFolder, window, workspace } from 'vscode';
import type { QuestionGapCode } from '../../core/questions/checkQuestion';
import { answer } from '../host/answer';
import { answerUntrusted } from '../host/answerFailures';
import type { Disposables } from '../host/disposables';
import { ShownText } from '../written/shownText';
import { AnswerIndexes } from './answerIndexes';
import type { AskServices } from './askWithContext';
import { ProblemQuestions } from './problemQuestions';
import { WrittenQuestion } from './writtenQuestion';

/** Questions: the quick fix at a problem, what is shown above a question that is being written, and the commands. */
export class QuestionsFeature {
  private readonly written: WrittenQuestion;
  private readonly shown: ShownText<QuestionGapCode>;
  private hasReportedNoGit = false;
  private readonly services: AskServices;

  constructor(parts: Disposables, services: Omit<AskServices, 'indexes'>) {
    this.services = { ...services, indexes: parts.add(new AnswerIndexes()) };
    const { boundary, now, team, presence } = services;
    this.written = parts.add(new WrittenQuestion(presence, now, team.zone));
    this.shown = parts.add(new ShownText(this.written, services));
    const metadata = { providedCodeActionKinds: ProblemQuestions.kinds };
    parts.add(languages.registerCodeActionsProvider('*', new ProblemQuestions(boundary), metadata));
  }

  /** @param argument the place of a problem, from its quick fix; without one the question is about what is in front */
  async askWithContext(argument: unknown): Promise<void> {
    const { askWithContext } = await import('./askWithContext');
    const drafted = await askWithContext(this.services, argument);
    if (!drafted) return;
    this.written.begin(drafted.document, drafted.hidden);
    await this.reportNoGit(drafted.folder);
  }

  async checkQuestion(): Promise<void> {
    await this.shown.check();
  }

  async showMasked(): Promise<void> {
    const { showMasked } = await import('./showMasked');
    await showMasked(this.written);
  }

  async openIssue(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || !this.written.is(document)) {
      await answer(this.written.list.elsewhere);
      return;
    }
    const [{ openIssue }, github] = await Promise.all([import('./openIssue'), this.services.github.load()]);
    await openIssue(document, github, this.services.git);
  }

  /** Says why a question has nothing from git in it; once for each window. */
  private async reportNoGit(folder: WorkspaceFolder | undefined): Promise<void> {
    const isElsewhere = folder !== undefined && folder.uri.scheme !== 'file';
    if (this.hasReportedNoGit || (workspace.isTrusted && !isElsewhere)) return;
    this.hasReportedNoGit = true;
    if (isElsewhere) {
      await answer(
        l10n.t(
          'This folder is not on a disk, so git cannot be asked: the question has no permalink, no branch and nobody who changed the lines.',
        ),
      );
      return;
    }
    await answerUntrusted(
      l10n.t(
        'In Restricted Mode git is not run, so the question has no permalink, no branch and nobody who changed the lines.',
      ),
    );
  }
}
