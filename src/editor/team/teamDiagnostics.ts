import { type Diagnostic, DiagnosticSeverity, type Disposable, l10n, languages, Position, Range } from 'vscode';
import type { TeamProblem, TeamProblemCode } from '../../core/team/valueReader';
import { lineStarts } from '../../core/text/lineEnds';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { ownDiagnostic } from '../host/ownDiagnostic';
import { visibleText } from '../host/visibleText';
import type { PlacedTeam, TeamFiles } from './teamFiles';

/** More problems than these would hide each other. */
const maxProblems = 200;

/** The diagnostics of team files, at their place, even while the files are not open. */
export class TeamDiagnostics implements Disposable {
  private readonly disposables = new Disposables();

  constructor(files: TeamFiles, boundary: Boundary) {
    const collection = this.disposables.add(languages.createDiagnosticCollection('meridian.team'));
    const publish = boundary.event('team diagnostics', () => {
      collection.clear();
      for (const team of files.teams) collection.set(team.uri, diagnosticsOf(team));
    });
    this.disposables.add(files.onDidChange(publish));
    publish();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function diagnosticsOf({ text, problems }: PlacedTeam): Diagnostic[] {
  const positionAt = textPositions(text);
  return problems
    .slice(0, maxProblems)
    .map((problem) =>
      ownDiagnostic(
        rangeOf(problem, text, positionAt),
        problemSentence(problem),
        problem.code,
        problemSeverity(problem),
      ),
    );
}

/** A missing value has no place of its own, so the first line inside the object that lacks it is marked. */
function rangeOf({ code, offset, length }: TeamProblem, text: string, positionAt: (offset: number) => Position): Range {
  if (code !== 'missing') return new Range(positionAt(offset), positionAt(offset + length));
  const inside = /^[{[]?\s*([^\r\n]*)/.exec(text.slice(offset, offset + length));
  const line = inside?.[1] ?? '';
  const start = offset + (inside?.[0].length ?? 0) - line.length;
  return new Range(positionAt(start), positionAt(start + line.length));
}

/** A value that still has to be filled in is no error. */
const severities: Readonly<Partial<Record<TeamProblemCode, DiagnosticSeverity>>> = {
  json: DiagnosticSeverity.Error,
  missing: DiagnosticSeverity.Information,
  'unknown-key': DiagnosticSeverity.Information,
};

function problemSeverity({ code }: TeamProblem): DiagnosticSeverity {
  return severities[code] ?? DiagnosticSeverity.Warning;
}

/** The problem, and what to write instead. */
function problemSentence({ code, path, value }: TeamProblem): string {
  const shown = visibleText(value, 60);
  const key = visibleText(path.split('.').at(-1) ?? path, 60);
  switch (code) {
    case 'json':
      return l10n.t('This is not JSON from here on. What comes before is used.');
    case 'too-large':
      return l10n.t('This is more than a team file may hold. The rest is not used.');
    case 'type':
      return l10n.t('{0} has another type here. The value is not used.', key);
    case 'hours':
      return l10n.t('{0} is not a time of work such as "09:00-17:30".', shown);
    case 'day':
      return l10n.t('{0} is not a day: mon, tue, wed, thu, fri, sat or sun.', shown);
    case 'date':
      return l10n.t('{0} is not a date such as "2026-12-24" or "2026-12-24/2027-01-01".', shown);
    case 'zone-abbreviation':
      return l10n.t('{0} stands for several zones, or for half a year. Write a place, such as "Europe/London".', shown);
    case 'zone-offset':
      return l10n.t('{0} is an offset, and clocks change. Write a place, such as "Europe/London".', shown);
    case 'zone-unknown':
      return l10n.t('{0} is not the name of a zone. Write a place, such as "Europe/London".', shown);
    case 'unknown-key':
      return l10n.t('A team file has no "{0}".', key);
    case 'unknown-name':
      return l10n.t('No member is called {0}.', shown);
    case 'repeated':
      return l10n.t('{0} is here twice.', shown);
    case 'missing':
      return key === 'zone'
        ? l10n.t('The time zone is missing: nobody can tell when they are at work.')
        : l10n.t('"{0}" is missing.', key);
  }
}

/** A function from offsets (UTF-16 units) to positions, for a text that may be in no document. */
function textPositions(text: string): (offset: number) => Position {
  const starts = lineStarts(text);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return new Position(low, offset - (starts[low] ?? 0));
  };
}
