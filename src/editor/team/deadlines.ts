import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  l10n,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { findMe, isLocated, usualDays, usualHours } from '../../core/team/team';
import { type Deadline, type DeadlineCode, findDeadlines } from '../../core/time/deadlines';
import type { DeadlineContext } from '../../core/time/timeMeanings';
import type { ZoneName } from '../../core/time/zone';
import type { Boundary } from '../host/boundary';
import { longestDocument } from '../host/longestDocument';
import { ownDiagnostic } from '../host/ownDiagnostic';
import { visibleText } from '../host/visibleText';
import type { DiagnosticSource } from '../written/liveDiagnostics';
import { hasDeadlineMarks } from '../written/writtenText';
import { isOldNote } from './model/oldNote';
import { readerZones } from './model/readers';
import type { TeamFiles } from './teamFiles';
import type { WhoIAm } from './whoIAm';

/** The unclear deadlines of open Markdown documents, as their author would mean them. */
export class Deadlines {
  constructor(
    private readonly files: TeamFiles,
    private readonly me: WhoIAm,
    private readonly now: () => number,
    private readonly zone: () => ZoneName,
  ) {}

  /**
   * Whether a document is one that a person writes: Markdown in a folder of the window or not saved yet, and not an old
   * version or an old note.
   */
  applies(document: TextDocument): boolean {
    return hasDeadlineMarks(document) && !isOldNote(document.uri.path, this.now());
  }

  /** The deadlines of a document without fixes, for the diagnostics. */
  in(document: TextDocument): readonly Deadline[] {
    const text = this.textOf(document);
    return text === null ? [] : findDeadlines(text, this.contextFor(document));
  }

  /** The deadlines that touch a range of offsets, with a fix for each meaning and each reader's zone. */
  at(document: TextDocument, start: number, end: number): readonly Deadline[] {
    const text = this.textOf(document);
    if (text === null) return [];
    const context = this.contextFor(document);
    const team = this.files.teamFor(document);
    const zones = team ? readerZones(team.team, context.author.zone, text) : [];
    const readings = (zones.length > 0 ? zones : [null]).map((reader) => findDeadlines(text, { ...context, reader }));
    const [first = []] = readings;
    return first.flatMap((deadline, index) => {
      if (deadline.offset > end || deadline.offset + deadline.length < start) return [];
      return [{ ...deadline, fixes: readings.flatMap((reading) => reading[index]?.fixes ?? []) }];
    });
  }

  private textOf(document: TextDocument): string | null {
    const text = this.applies(document) ? document.getText() : '';
    return text === '' || text.length > longestDocument ? null : text;
  }

  private contextFor(document: TextDocument): DeadlineContext {
    const team = this.files.teamFor(document);
    const me = team ? findMe(team.team, this.me.in(team.folder.uri)) : null;
    const here = { zone: this.zone(), hours: usualHours, days: usualDays };
    return { now: this.now(), author: me && isLocated(me) ? me : here, reader: null };
  }
}

/** Marks deadlines whose instant is not clear to a reader in another zone. */
export class DeadlineDiagnostics implements DiagnosticSource {
  readonly name = 'meridian.deadlines';

  constructor(private readonly deadlines: Deadlines) {}

  applies(document: TextDocument): boolean {
    return this.deadlines.applies(document);
  }

  diagnosticsIn(document: TextDocument): readonly Diagnostic[] {
    return this.deadlines.in(document).map(({ code, offset, length }) => {
      const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
      return ownDiagnostic(range, deadlineSentence(code), code);
    });
  }
}

/** Why the instant is not clear to a reader in another zone. */
function deadlineSentence(code: DeadlineCode): string {
  switch (code) {
    case 'no-zone':
      return l10n.t('This time has no zone: readers elsewhere take it for their own.');
    case 'abbreviation':
      return l10n.t('These letters stand for several time zones.');
    case 'end-of-day':
      return l10n.t('Whose day ends when? Readers elsewhere cannot tell.');
    case 'no-time':
      return l10n.t('This day begins and ends at other hours elsewhere, and no time is said.');
    case 'vague':
      return l10n.t('This could be any of several days.');
    case 'from-now':
      return l10n.t('Readers cannot tell from when this is counted.');
    case 'date-order':
      return l10n.t('Day and month can be read either way.');
  }
}

/** The quick fixes for an unclear deadline. Each writes one instant, in the author's zone and a reader's. */
export class DeadlineFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];
  readonly provideCodeActions: (document: TextDocument, range: Range, context: CodeActionContext) => CodeAction[];

  constructor(deadlines: Deadlines, boundary: Boundary) {
    this.provideCodeActions = boundary.provider('deadline fixes', [], (document, range, context) => {
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      return deadlines.at(document, start, end).flatMap(({ offset, length, fixes }) => {
        const place = new Range(document.positionAt(offset), document.positionAt(offset + length));
        const marks = context.diagnostics.filter((diagnostic) => diagnostic.range.isEqual(place));
        const texts = [...new Set(fixes.map(({ text }) => text))];
        return texts.map((text, index) => {
          // A line can have two deadlines, and its fixes are shown together.
          const title = l10n.t('Write {0} for "{1}"', visibleText(text, 120), visibleText(document.getText(place), 40));
          const action = new CodeAction(title, CodeActionKind.QuickFix);
          action.edit = new WorkspaceEdit();
          action.edit.replace(document.uri, place, text);
          action.diagnostics = [...marks];
          action.isPreferred = texts.length === 1 && index === 0;
          return action;
        });
      });
    });
  }
}
