import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CommandDeclaration {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly enablement?: string;
}

export interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

export interface ViewDeclaration {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly when?: string;
}

export interface KeyBinding {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when: string;
}

export interface WalkthroughStep {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: {
    readonly image: Readonly<Record<'dark' | 'light' | 'hc' | 'hcLight', string>>;
    readonly altText: string;
  };
  readonly completionEvents: readonly string[];
}

export interface SettingDeclaration {
  readonly type: string;
  readonly default: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
}

export interface Manifest {
  readonly l10n: string;
  readonly icon: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations?: readonly string[] };
    readonly virtualWorkspaces: { readonly supported: string };
  };
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly CommandDeclaration[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly views: Readonly<Record<string, readonly ViewDeclaration[]>>;
    readonly keybindings: readonly KeyBinding[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly WalkthroughStep[] }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, SettingDeclaration>> };
  };
}

export const manifestText = readFileSync('package.json', 'utf8');
export const manifest = JSON.parse(manifestText) as Manifest;
export const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;

/** Every file of `src/editor` and the entry, by path. */
export function editorSources(): ReadonlyMap<string, string> {
  const files = readdirSync('src/editor', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const paths = [...files.map((file) => join('src/editor', file)), 'src/extension.ts'];
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}
