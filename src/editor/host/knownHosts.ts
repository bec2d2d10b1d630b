import { type WorkspaceFolder, workspace } from 'vscode';
import { type HostKind, hostKinds } from '../../core/permalinks/hostRules';
import type { KnownHosts } from '../../core/permalinks/repositoryHost';
import { settingKeys } from './ids';

const mostHosts = 20;

/**
 * What hosts of one's own run, by the setting and by the one that GitHub's extensions have. The first can come from the
 * repository: it decides the form of an address at the remote's host, and no more.
 */
export function knownHosts(folder: WorkspaceFolder | undefined): KnownHosts {
  const written = workspace.getConfiguration('meridian', folder?.uri).get<unknown>(settingKeys.hosts);
  const rows = typeof written === 'object' && written !== null ? Object.entries(written) : [];
  const enterprise = workspace.getConfiguration('github-enterprise').inspect<unknown>('uri')?.globalValue;
  const own = typeof enterprise === 'string' && URL.canParse(enterprise) ? [new URL(enterprise).hostname] : [];
  return new Map<string, HostKind>([
    ...own.map((host): [string, HostKind] => [host, 'github']),
    ...rows.slice(0, mostHosts).flatMap(([host, kind]): [string, HostKind][] => {
      const known = hostKinds.find((one) => one === kind);
      return known ? [[host.toLowerCase(), known]] : [];
    }),
  ]);
}
