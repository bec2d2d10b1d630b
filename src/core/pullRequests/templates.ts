import { join } from '../files/paths';
import { readText } from '../files/readText';
import type { HostKind } from '../permalinks/hostRules';
import type { DirectoryEntry, FilePath, FileStore } from '../ports';
import { compareText } from '../text/compareText';
import { oneLine } from '../text/escape';
import { readFrontMatter } from '../text/frontMatter';
import { splitLines } from '../text/lineEnds';

/** A template for pull requests that the repository has. */
export interface PullRequestTemplate {
  readonly path: FilePath;
  /** The name by which people choose it: its own `name`, else its file's name. */
  readonly name: string;
  /** Without front matter, with line feeds. */
  readonly text: string;
  /** What most lines of the file end with. */
  readonly lineEnd: '\n' | '\r\n';
  readonly host: TemplateHost;
  /**
   * `default`: the host applies it by itself. `branch`: the host applies it for this base. `choice`: only where a
   * person asks for it.
   */
  readonly use: 'default' | 'branch' | 'choice';
  /** GitLab's `Default.md`, in which `%{first_commit}` and its like are filled in. */
  readonly hasVariables: boolean;
}

const document = /\.(?:md|markdown|txt)$/i;
const mostInFolder = 40;
const longestTemplate = 100_000;

/**
 * Every template of the working tree, the likeliest first: what the repository's host applies by itself, then what
 * other hosts would, then those to choose from. Linked folders are not searched (docs/security.md#r21), and empty files
 * are no templates.
 * @param base the branch that the request is for, without its remote
 */
export async function findTemplates(
  files: FileStore,
  host: HostKind | null,
  base: string | null,
): Promise<readonly PullRequestTemplate[]> {
  const root = await entriesOf(files, '');
  const found: PullRequestTemplate[] = [];
  for (const place of templatePlaces.toSorted((a, b) => Number(b.host === host) - Number(a.host === host))) {
    for (const folder of place.folders) {
      const actual =
        folder === '' ? '' : root.find(({ name, kind }) => kind === 'directory' && same(name, folder))?.name;
      if (actual === undefined) continue;
      found.push(
        ...(await templatesIn(files, place, actual, folder === '' ? root : await entriesOf(files, actual), base)),
      );
    }
  }
  // GitHub and Azure both look for a file at the root.
  const once = found.filter(({ path }, at) => found.findIndex((each) => each.path === path) === at);
  const order = ['branch', 'default', 'choice'];
  return named(
    once.filter(({ text }) => text.trim() !== '').sort((a, b) => order.indexOf(a.use) - order.indexOf(b.use)),
  );
}

/** The template to begin with, where none was chosen: the host's own, or the only one that there is. */
export function usualTemplate(templates: readonly PullRequestTemplate[]): PullRequestTemplate | null {
  const [first] = templates;
  return first !== undefined && (first.use !== 'choice' || templates.length === 1) ? first : null;
}

/** The template of a name, file name or path, in any letter case; null where there is none. */
export function templateNamed(templates: readonly PullRequestTemplate[], name: string): PullRequestTemplate | null {
  const wanted = name.trim().toLowerCase();
  const texts = ({ name: own, path }: PullRequestTemplate) => [
    own,
    path,
    nameOf(path),
    path.slice(path.lastIndexOf('/') + 1),
  ];
  return templates.find((template) => texts(template).some((text) => text.toLowerCase() === wanted)) ?? null;
}

async function templatesIn(
  files: FileStore,
  place: TemplatePlace,
  folder: FilePath,
  entries: readonly DirectoryEntry[],
  base: string | null,
): Promise<PullRequestTemplate[]> {
  const found: PullRequestTemplate[] = [];
  const add = async (path: FilePath, use: PullRequestTemplate['use']) => {
    const template = await readTemplate(files, path, place.host, use);
    if (template !== null) found.push(template);
  };
  for (const { name, kind } of entries) {
    const path = join(folder, name);
    if (kind === 'file' && place.file?.test(plain(name))) await add(path, 'default');
    if (kind !== 'directory' || !place.choices.includes(plain(name))) continue;
    const inner = await entriesOf(files, path);
    for (const { name: file, kind: what } of inner.slice(0, mostInFolder)) {
      const isDefault = place.host === 'gitlab' && /^default\.md$/i.test(file);
      if (what === 'file' && document.test(file)) await add(join(path, file), isDefault ? 'default' : 'choice');
    }
    const branches = place.host === 'azure' ? inner.find(({ name: each }) => plain(each) === 'branches') : undefined;
    const own = branches && base !== null ? await branchTemplate(files, join(path, branches.name), base) : null;
    if (own !== null) await add(own, 'branch');
  }
  return found;
}

/**
 * Azure DevOps: `branches/release.md` is for `release` and `release/7`, `branches/release%7.md` for the latter alone.
 */
async function branchTemplate(files: FileStore, folder: FilePath, base: string): Promise<FilePath | null> {
  const entries = await entriesOf(files, folder);
  const parts = base.split('/');
  for (let length = parts.length; length > 0; length--) {
    const wanted = parts.slice(0, length).join('%').toLowerCase();
    const file = entries.find(
      ({ name, kind }) => kind === 'file' && document.test(name) && name.replace(document, '').toLowerCase() === wanted,
    );
    if (file) return join(folder, file.name);
  }
  return null;
}

async function readTemplate(
  files: FileStore,
  path: FilePath,
  host: TemplateHost,
  use: PullRequestTemplate['use'],
): Promise<PullRequestTemplate | null> {
  const read = await readText(files, path);
  if (!read.ok || read.text.length > longestTemplate) return null;
  const lines = splitLines(read.text);
  const front = readFrontMatter(lines);
  const name = oneLine(front.entries.find(({ key }) => key.toLowerCase() === 'name')?.values[0] ?? '');
  const text = lines.slice(front.lines).join('\n').trim();
  const lineEnd = (read.text.match(/\r\n/g)?.length ?? 0) * 2 > lines.length - 1 ? '\r\n' : '\n';
  const hasVariables = host === 'gitlab' && use === 'default';
  return { path, name: name === '' ? nameOf(path) : name, text: `${text}\n`, lineEnd, host, use, hasVariables };
}

/** Gives templates with equal names their paths as names. */
function named(templates: readonly PullRequestTemplate[]): readonly PullRequestTemplate[] {
  const isShared = (name: string) => templates.filter((template) => same(template.name, name)).length > 1;
  return templates.map((template) => (isShared(template.name) ? { ...template, name: template.path } : template));
}

async function entriesOf(files: FileStore, folder: FilePath): Promise<readonly DirectoryEntry[]> {
  const entries = await files.list(folder).catch(() => []);
  return entries.toSorted((a, b) => compareText(a.name, b.name));
}

function nameOf(path: FilePath): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(document, '');
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A product that hosts repositories, as far as it reads templates from them. */
export type TemplateHost = Extract<HostKind, 'github' | 'gitlab' | 'azure' | 'gitea'>;

/** Where a host looks (docs/adr/0019). Names are compared in any letter case, and `_` is `-`. */
interface TemplatePlace {
  readonly host: TemplateHost;
  /** `''` is the root. */
  readonly folders: readonly FilePath[];
  /** The file that is applied by itself, and the folder of those to choose from. */
  readonly file: RegExp | null;
  readonly choices: readonly string[];
}

const pullRequestFile = /^pull-request-template(?:\.(?:md|markdown|txt))?$/;
const templatePlaces: readonly TemplatePlace[] = [
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
