import { type Diagnostic, type Disposable, languages, type Position, Range } from 'vscode';
import type { TeamProblem } from '../../core/team/valueReader';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { ownDiagnostic } from '../host/ownDiagnostic';
import type { PlacedTeam, TeamFiles } from './teamFiles';
import { problemSentence, problemSeverity } from './teamProblemWords';
import { textPositions } from './textPositions';

/** More would hide each other. */
const maxProblems = 200;

/** What is wrong or missing in team files, at its place, also while they are not open. */
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

/** What is missing has no place of its own: the first line inside the object that lacks it stands for it. */
function rangeOf({ code, offset, length }: TeamProblem, text: string, positionAt: (offset: number) => Position): Range {
  if (code !== 'missing') return new Range(positionAt(offset), positionAt(offset + length));
  const inside = /^[{[]?\s*([^\r\n]*)/.exec(text.slice(offset, offset + length));
  const line = inside?.[1] ?? '';
  const start = offset + (inside?.[0].length ?? 0) - line.length;
  return new Range(positionAt(start), positionAt(start + line.length));
}
