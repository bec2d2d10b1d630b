import { type ConfigurationScope, type Disposable, workspace } from 'vscode';
import { type RecordKind, recordKinds } from '../../core/records/record';
import { type SettingKey, settingKeys } from './ids';

const section = 'meridian';

/** Whether a surface's own setting is on. It counts as off while the setting for all of Meridian is off. */
export function isOn(key: SettingKey, scope?: ConfigurationScope): boolean {
  const settings = workspace.getConfiguration(section, scope ?? null);
  return settings.get<unknown>(settingKeys.enabled) !== false && settings.get<unknown>(key) !== false;
}

/**
 * Calls when a setting of Meridian changes.
 * @param keys without the prefix `meridian.`: whole keys, or the prefix of several; empty for all settings
 */
export function onSettings(changed: () => void, keys: readonly string[] = []): Disposable {
  const wanted = keys.length === 0 ? [section] : keys.map((key) => `${section}.${key}`);
  return workspace.onDidChangeConfiguration((event) => {
    if (wanted.some((name) => event.affectsConfiguration(name))) changed();
  });
}

/** Globs that a person added to those of Meridian, or that exclude what Meridian would find. */
export interface RecordGlobs {
  readonly include: readonly { readonly glob: string; readonly kind: RecordKind }[];
  readonly exclude: readonly string[];
}

/**
 * The values come from a file of the repository: only well-formed entries are used, at most 100 of each
 * (docs/security.md#hostile-input, S1, R34).
 */
export function recordGlobs(scope: ConfigurationScope): RecordGlobs {
  const settings = workspace.getConfiguration(section, scope);
  const include = settings.get<unknown>(settingKeys.include);
  const exclude = settings.get<unknown>(settingKeys.exclude);
  return {
    include:
      typeof include === 'object' && include !== null ? Object.entries(include).flatMap(asInclude).slice(0, 100) : [],
    exclude: Array.isArray(exclude) ? exclude.filter(isGlob).slice(0, 100) : [],
  };
}

function asInclude([glob, kind]: [string, unknown]): RecordGlobs['include'] {
  const known = recordKinds.find((name) => name === kind);
  return known && isGlob(glob) ? [{ glob, kind: known }] : [];
}

function isGlob(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200;
}
