import * as vscode from 'vscode';
import { type Asked, ScriptedServer } from '../../unit/github/scriptedServer';
import { untilGitHubIs } from './gitHubPresence';
import { sampleGit } from './sampleGit';
import { SmallGitHub } from './smallGitHub';

/** A GitHub on this machine, as the remote `upstream` of the sample workspace. */
export class GitHubHere {
  readonly gitHub = new SmallGitHub('led-42-split-the-ledger');

  private constructor(private readonly server: ScriptedServer) {}

  static async start(): Promise<GitHubHere> {
    const server = await ScriptedServer.start(() => 'reset');
    const here = new GitHubHere(server);
    await sampleGit('remote', 'add', 'upstream', `${server.origin}/acme/ledger.git`);
    await enterprise().update('uri', server.origin, vscode.ConfigurationTarget.Global);
    await untilGitHubIs('there');
    here.restart();
    return here;
  }

  get origin(): string {
    return this.server.origin;
  }

  get asked(): readonly Asked[] {
    return this.server.asked;
  }

  /** Settles once so many requests are there. */
  arrived(requests: number): Promise<void> {
    return this.server.arrived(requests);
  }

  /** What was asked is forgotten, and GitHub is well. */
  restart(): void {
    Object.assign(this.gitHub, { mood: 'well', open: null, isBusy: true, fault: null });
    this.server.restart(this.gitHub.reply);
  }

  async stop(): Promise<void> {
    await enterprise().update('uri', undefined, vscode.ConfigurationTarget.Global);
    await sampleGit('remote', 'remove', 'upstream');
    await untilGitHubIs('none');
    await this.server.stop();
  }
}

function enterprise(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('github-enterprise');
}
