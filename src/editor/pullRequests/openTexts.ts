import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import type { PullRequest } from '../../core/forge/forge';
import type { GitHubRepository } from '../../github/apiHost';
import { Disposables } from '../disposables';

const scheme = 'meridian-pull-request';

/** The texts of open pull requests as they were fetched, as documents that cannot be changed. */
export class OpenTexts implements TextDocumentContentProvider, Disposable {
  private readonly parts = new Disposables();
  private readonly changed = this.parts.add(new EventEmitter<Uri>());
  private readonly texts = new Map<string, string>();
  readonly onDidChange = this.changed.event;

  constructor() {
    this.parts.add(workspace.registerTextDocumentContentProvider(scheme, this));
    this.parts.add(workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())));
  }

  show({ host, owner, repo }: GitHubRepository, { number, body }: PullRequest): Uri {
    const uri = Uri.from({ scheme, path: `/${host}/${owner}/${repo}/${number}.md` });
    this.texts.set(uri.toString(), body);
    this.changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.parts.dispose();
  }
}
