import { type AuthenticationGetSessionOptions, type AuthenticationSession, authentication, type Event } from 'vscode';
import type { GitHubHost } from '../../github/apiHost';
import type { GitHubSession } from '../../github/transport';

/** How to sign in after a click, which may end in the editor's question whether to do so. */
export interface SignIn {
  /** Why the person should sign in, in the words that the editor shows beside its question. */
  readonly detail: string;
  /** GitHub has refused the session that is there, so a new one is requested. */
  readonly isRefused?: boolean;
}

/** The part of `vscode.authentication` that is used here. */
export type Authentication = Pick<typeof authentication, 'getSession'> & {
  readonly onDidChangeSessions: Event<{ readonly provider: { readonly id: string } }>;
};

const needed = ['repo'];
/**
 * Scopes that other extensions request. A session that was granted to one of them serves Meridian, too, so no person is
 * asked twice. The editor compares whole sets of scopes. Meridian itself requests only the first set.
 */
const sufficient: readonly (readonly string[])[] = [
  needed,
  ['read:user', 'repo', 'user:email', 'workflow'],
  ['read:user', 'repo', 'user:email'],
  ['read:org', 'read:user', 'repo', 'user:email', 'workflow'],
  ['project', 'read:org', 'read:user', 'repo', 'user:email', 'workflow'],
];

/**
 * Who is signed in on GitHub in this editor. Nothing is kept: each question goes to the editor (docs/security.md#r25).
 */
export class Accounts {
  constructor(private readonly editor: Authentication = authentication) {}

  get onDidChange(): Authentication['onDidChangeSessions'] {
    return this.editor.onDidChangeSessions;
  }

  /** Shows nothing, not even a badge. Null without a session, and without one that Meridian may use. */
  async current({ provider }: GitHubHost): Promise<GitHubSession | null> {
    for (const scopes of sufficient) {
      const session = await this.ask(provider, scopes, { silent: true });
      if (session) return session;
    }
    return null;
  }

  /** Only within a command that a person has just run. Null where the person declined. */
  async signIn(host: GitHubHost, { detail, isRefused = false }: SignIn): Promise<GitHubSession | null> {
    if (isRefused) return this.ask(host.provider, needed, { forceNewSession: { detail } });
    // Newer editors show the detail. The oldest supported one takes it for `true`, and its types allow nothing else.
    const createIfNone = { detail } as unknown as true;
    return (await this.current(host)) ?? this.ask(host.provider, needed, { createIfNone });
  }

  /** The editor rejects where a person declines and where it does not know the provider: both are "not signed in". */
  private async ask(
    provider: string,
    scopes: readonly string[],
    options: AuthenticationGetSessionOptions,
  ): Promise<GitHubSession | null> {
    const session: AuthenticationSession | undefined = await Promise.resolve(
      this.editor.getSession(provider, scopes, options),
    ).catch(() => undefined);
    return session ? { account: `${provider} ${session.account.id}`, token: session.accessToken } : null;
  }
}
