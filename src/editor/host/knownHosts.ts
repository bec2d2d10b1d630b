import { type WorkspaceFolder, workspace } from 'vscode';
import { type HostKind, hostKinds } from '../../core/permalinks/hostRules';
import type { KnownHosts } from '../../core/permalinks/repositoryHost';
import { settingKeys } from './ids';

const mostHosts = 20;

/**
 * What software one's own hosts run, by Meridian's setting and by the setting of GitHub's extensions. The first can
 * come from the repository, so it decides only how an address at the remote's host is formed.
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
