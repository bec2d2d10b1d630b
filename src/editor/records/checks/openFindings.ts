import { type Diagnostic, type Disposable, type Event, EventEmitter, type TextDocument } from 'vscode';
import type { Finding } from '../../../core/rules/finding';
import type { PathHistory } from '../../../core/rules/pathHistory';
import { checkText } from '../../../core/tasks/check';
import { dateOfNumber } from '../../../core/time/localDate';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import type { FolderProject } from '../../workspace/folderProject';
import type { Projects } from '../../workspace/projects';
import type { DiagnosticSource } from '../../written/liveDiagnostics';
import type { ReferenceTracker } from '../references/documentReferences';
import { diagnosticOf } from './findingWords';
import { ruleChoices } from './ruleSettings';

/** Milliseconds in which changes of a folder count as one: there are many while the folder is read. */
const quiet = 300;

/** The findings of the rules in open documents, by their present text. */
export class OpenFindings implements DiagnosticSource, Disposable {
  readonly name = 'meridian.check';
  readonly changes: readonly Event<unknown>[];
  private readonly changed = new EventEmitter<void>();
  private readonly listening: Disposable;
  private timer: NodeJS.Timeout | undefined;
  /** The answers of git at the last check of a folder. */
  private readonly histories = new WeakMap<FolderProject, PathHistory>();

  constructor(
    projects: Projects,
    private readonly tracker: ReferenceTracker,
    private readonly now: () => number,
  ) {
    this.changes = [this.changed.event];
    this.listening = projects.onDidChange(() => {
      this.timer ??= setTimeout(() => this.publishAll(), quiet);
    });
  }

  applies({ uri }: TextDocument): boolean {
    return uri.scheme !== 'git' && uri.scheme !== 'untitled';
  }

  diagnosticsIn(document: TextDocument): readonly Diagnostic[] {
    return this.of(document).map(diagnosticOf);
  }

  /** Empty where the document is no file of a folder, or diagnostics are switched off. */
  of(document: TextDocument): readonly Finding[] {
    return isOn(settingKeys.check, document) ? this.allOf(document) : [];
  }

  /** As `of`, even where diagnostics are switched off. */
  allOf(document: TextDocument): readonly Finding[] {
    if (!this.applies(document)) return [];
    const references = this.tracker.of(document);
    if (!references || references.file.homeless) return [];
    const { project, path } = references.file;
    if (document.uri.scheme !== project.folder.uri.scheme) return [];
    return checkText(
      project.checked.project,
      { path, references: references.found.map(({ reference }) => reference), text: () => document.getText() },
      {
        today: dateOfNumber(this.now()),
        history: this.histories.get(project) ?? null,
        choices: ruleChoices(document),
      },
    );
  }

  /** From now on the diagnostics also use what git knows of the paths that records name. */
  remember(project: FolderProject, history: PathHistory): void {
    this.histories.set(project, history);
    this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.changed.dispose();
  }

  private publishAll(): void {
    this.timer = undefined;
    this.changed.fire();
  }
}
