import type { Extension } from 'vscode';
import type { CommandId } from './ids';

/** A text as the manifest has it at run time: translated, in some editors together with the original. */
type Text = string | { readonly value: string };

interface Declaration {
  readonly command: string;
  readonly title: Text;
  /** `$(search)` */
  readonly icon?: string;
}

interface Declared {
  readonly title: string;
  /** `$(search)`, or `''` for none. */
  readonly icon: string;
}

/** What package.json says of a command, in the language of the editor. */
export function declaredCommand({ packageJSON }: Pick<Extension<unknown>, 'packageJSON'>, id: CommandId): Declared {
  const all: readonly Declaration[] = packageJSON.contributes?.commands ?? [];
  const { title, icon = '' } = all.find(({ command }) => command === id) ?? { title: id };
  return { title: typeof title === 'string' ? title : title.value, icon };
}
