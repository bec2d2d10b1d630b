import type { HostKind } from '../permalinks/hostRules';
import type { FilePath } from '../ports';

/** A product that hosts repositories, as far as it reads templates from them. */
export type TemplateHost = Extract<HostKind, 'github' | 'gitlab' | 'azure' | 'gitea'>;

/** Where a host looks (docs/adr/0019). Names are compared in any letter case, and `_` is `-`. */
export interface TemplatePlace {
  readonly host: TemplateHost;
  /** `''` is the root. */
  readonly folders: readonly FilePath[];
  /** The file that is applied by itself, and the folder of those to choose from. */
  readonly file: RegExp | null;
  readonly choices: readonly string[];
}

const pullRequestFile = /^pull-request-template(?:\.(?:md|markdown|txt))?$/;
export const templatePlaces: readonly TemplatePlace[] = [
  {
    host: 'github',
    folders: ['.github', '', 'docs'],
    file: pullRequestFile,
    choices: ['pull-request-template'],
  },
  { host: 'gitlab', folders: ['.gitlab'], file: null, choices: ['merge-request-templates'] },
  {
    host: 'azure',
    folders: ['.azuredevops', '.vsts', 'docs', ''],
    file: pullRequestFile,
    choices: ['pull-request-template'],
  },
  { host: 'gitea', folders: ['.gitea', '.forgejo'], file: pullRequestFile, choices: ['pull-request-template'] },
];
