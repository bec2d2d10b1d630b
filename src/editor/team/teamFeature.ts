import { type Disposable, languages } from 'vscode';
import type { ActiveFile } from '../activeFile';
import type { Boundary } from '../boundary';
import type { Contexts } from '../contexts';
import { Disposables } from '../disposables';
import type { LazyGit } from '../workspace/lazyGit';
import { CreateTeamFile } from './createTeamFile';
import { DeadlineDiagnostics } from './deadlineDiagnostics';
import { DeadlineFixes } from './deadlineFixes';
import { Deadlines } from './deadlines';
import { TeamDiagnostics } from './teamDiagnostics';
import { TeamFiles } from './teamFiles';
import { TeamTree } from './teamTree';
import { TeamView } from './teamView';
import { WhoIAm } from './whoIAm';

export interface TeamServices {
  readonly git: LazyGit;
  readonly active: ActiveFile;
  readonly contexts: Contexts;
  readonly boundary: Boundary;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Everything that comes from the team file: its diagnostics, the Team view, deadlines, and the command that makes one. */
export class TeamFeature implements Disposable {
  private readonly parts = new Disposables();
  readonly files: TeamFiles;
  readonly tree: TeamTree;
  private readonly creation: CreateTeamFile;

  constructor({ git, active, contexts, boundary, now }: TeamServices) {
    this.files = this.parts.add(new TeamFiles(boundary));
    this.tree = this.parts.add(new TeamTree(now, boundary));
    this.creation = new CreateTeamFile(this.files, git);
    const me = this.parts.add(new WhoIAm(git, boundary));
    const deadlines = new Deadlines(this.files, me, now);
    this.parts.add(new TeamDiagnostics(this.files, boundary));
    this.parts.add(new TeamView(this.tree, this.files, me, active, contexts));
    this.parts.add(new DeadlineDiagnostics(deadlines, boundary));
    const fixes = new DeadlineFixes(deadlines, boundary);
    const metadata = { providedCodeActionKinds: DeadlineFixes.kinds };
    this.parts.add(languages.registerCodeActionsProvider({ language: 'markdown' }, fixes, metadata));
  }

  createTeamFile(): Promise<void> {
    return this.creation.run();
  }

  dispose(): void {
    this.parts.dispose();
  }
}
