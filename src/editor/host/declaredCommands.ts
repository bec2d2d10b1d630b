import type { Extension } from 'vscode';
import { type CommandId, type SettingKey, settingKeys } from './ids';

/** A text as the manifest has it at run time: translated, in some editors together with the original. */
type Text = string | { readonly value: string };

interface Declaration {
  readonly command: string;
  readonly title: Text;
  /** `$(search)` */
  readonly icon?: string;
  /** `config.meridian.enabled && config.meridian.github.enabled` */
  readonly enablement?: string;
}

interface Declared {
  readonly title: string;
  /** `$(search)`, or `''` for none. */
  readonly icon: string;
  /** The settings that have to be on for it. */
  readonly switches: readonly SettingKey[];
}

/** What package.json says of a command, in the language of the editor. */
export function declaredCommand({ packageJSON }: Pick<Extension<unknown>, 'packageJSON'>, id: CommandId): Declared {
  const all: readonly Declaration[] = packageJSON.contributes?.commands ?? [];
  const { title, icon = '', enablement = '' } = all.find(({ command }) => command === id) ?? { title: id };
  const named = [...enablement.matchAll(/\bconfig\.meridian\.([\w.]+)/g)].map(([, key]) => key);
  const switches = Object.values(settingKeys).filter((key) => named.includes(key));
  return { title: typeof title === 'string' ? title : title.value, icon, switches };
}
