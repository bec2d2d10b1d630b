import { type Disposable, l10n, languages, type WorkspaceFolder, window, workspace } from 'vscode';
import { answer, answerUntrusted } from '../host/answer';
import { Disposables } from '../host/disposables';
import { LiveDiagnostics } from '../written/liveDiagnostics';
import { AnswerIndexes } from './answerIndexes';
import type { AskServices } from './askWithContext';
import { ProblemQuestions } from './problemQuestions';
import { QuestionDocuments } from './questionDocuments';
import { QuestionLenses } from './questionLenses';
import { QuestionReadiness } from './questionReadiness';

/** Questions: the offer beside a problem, what is shown above one that is being written, and the commands. */
export class QuestionsFeature implements Disposable {
  private readonly parts = new Disposables();
  private readonly documents: QuestionDocuments;
  private hasToldWithoutGit = false;
  private readonly services: AskServices;

  constructor(services: Omit<AskServices, 'indexes'>) {
    this.services = { ...services, indexes: this.parts.add(new AnswerIndexes()) };
    const { boundary, now, team } = services;
    this.documents = new QuestionDocuments(now, team.zone);
    this.parts.add(new LiveDiagnostics(new QuestionReadiness(this.documents), boundary));
    const lenses = new QuestionLenses(this.documents, boundary);
    this.parts.add(languages.registerCodeLensProvider({ language: 'markdown' }, lenses));
    const metadata = { providedCodeActionKinds: ProblemQuestions.kinds };
    this.parts.add(languages.registerCodeActionsProvider('*', new ProblemQuestions(boundary), metadata));
  }

  /** @param argument the place of a problem, from its quick fix; else it is about what is in front */
  async askWithContext(argument: unknown): Promise<void> {
    const { askWithContext } = await import('./askWithContext');
    const asked = await askWithContext(this.services, argument);
    if (!asked) return;
    this.documents.remember(asked.document, asked.hidden);
    await this.tellWithoutGit(asked.folder);
  }

  async checkQuestion(): Promise<void> {
    const [{ showGaps }, { questionGaps }] = await Promise.all([
      import('../written/showGaps'),
      import('./questionGaps'),
    ]);
    await showGaps(questionGaps(this.documents));
  }

  async showMasked(): Promise<void> {
    const { showMasked } = await import('./showMasked');
    await showMasked(this.documents);
  }

  async openIssue(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || !this.documents.isQuestion(document)) {
      await answer(l10n.t('Open a question first, or ask one with context.'));
      return;
    }
    const [{ openIssue }, github] = await Promise.all([import('./openIssue'), this.services.github.load()]);
    await openIssue(document, github, this.services.git);
  }

  dispose(): void {
    this.parts.dispose();
  }

  /** Why a question has nothing of git in it; once a window. */
  private async tellWithoutGit(folder: WorkspaceFolder | undefined): Promise<void> {
    const isElsewhere = folder !== undefined && folder.uri.scheme !== 'file';
    if (this.hasToldWithoutGit || (workspace.isTrusted && !isElsewhere)) return;
    this.hasToldWithoutGit = true;
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
