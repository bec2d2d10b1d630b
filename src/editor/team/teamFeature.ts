import { languages } from 'vscode';
import type { ZoneName } from '../../core/time/zone';
import type { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import { LiveDiagnostics } from '../written/liveDiagnostics';
import { CreateTeamFile } from './createTeamFile';
import { DeadlineDiagnostics, DeadlineFixes, Deadlines } from './deadlines';
import { TeamDiagnostics } from './teamDiagnostics';
import { TeamFiles } from './teamFiles';
import { TeamTree } from './teamTree';
import { TeamView } from './teamView';
import { WhoIAm } from './whoIAm';

/** Everything based on the team file: its diagnostics, the Team view, deadlines, and the command that creates one. */
export class TeamFeature {
  readonly files: TeamFiles;
  readonly tree: TeamTree;
  readonly me: WhoIAm;
  private readonly creation: CreateTeamFile;

  constructor(
    parts: Disposables,
    { git, active, contexts, boundary, now }: FeatureServices,
    /** The machine's zone, for people whom the team file gives no other. */
    readonly zone: () => ZoneName,
  ) {
    this.files = parts.add(new TeamFiles(boundary, now));
    this.tree = parts.add(new TeamTree(now, zone, boundary));
    this.creation = new CreateTeamFile(this.files, git, now, zone);
    this.me = parts.add(new WhoIAm(git, boundary));
    const deadlines = new Deadlines(this.files, this.me, now, zone);
    parts.add(new TeamDiagnostics(this.files, boundary));
    parts.add(new TeamView(this.tree, this.files, this.me, active, contexts, boundary));
    parts.add(new LiveDiagnostics(new DeadlineDiagnostics(deadlines), boundary));
    const fixes = new DeadlineFixes(deadlines, boundary);
    const metadata = { providedCodeActionKinds: DeadlineFixes.kinds };
    parts.add(languages.registerCodeActionsProvider({ language: 'markdown' }, fixes, metadata));
  }

  /** Reads everything that the views show again, even where no event says that it changed. */
  refresh(): void {
    this.files.read();
    this.me.refresh();
  }

  createTeamFile(): Promise<void> {
    return this.creation.run();
  }
}
