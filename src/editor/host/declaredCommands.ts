import type { Extension } from 'vscode';
import type { CommandId } from './ids';

/** A text of the manifest at run time: translated, and in some editors together with the original. */
type Text = string | { readonly value: string };

interface Declaration {
  readonly command: string;
  readonly title: Text;
  /** `$(search)` */
  readonly icon?: string;
  /** `config.meridian.enabled && config.meridian.github.enabled` */
  readonly enablement?: string;
}

interface PaletteItem {
  readonly command: string;
  readonly when?: string;
}

interface Declared {
  readonly title: string;
  /** `$(search)`, or `''` for none. */
  readonly icon: string;
  /** The palette lists the command while all of these clauses hold. */
  readonly clauses: readonly string[];
}

/** What package.json says of a command, in the language of the editor. */
export function declaredCommand({ packageJSON }: Pick<Extension<unknown>, 'packageJSON'>, id: CommandId): Declared {
  const all: readonly Declaration[] = packageJSON.contributes?.commands ?? [];
  const palette: readonly PaletteItem[] = packageJSON.contributes?.menus?.commandPalette ?? [];
  const { title, icon = '', enablement = 'true' } = all.find(({ command }) => command === id) ?? { title: id };
  const { when = 'true' } = palette.find(({ command }) => command === id) ?? {};
  return { title: typeof title === 'string' ? title : title.value, icon, clauses: [enablement, when] };
}
