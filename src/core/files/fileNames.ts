import type { FilePath } from '../ports';
import { stem } from './paths';

/** Files by their name without its extension, kept up to date: a list made anew stands still for half a second. */
export class FileNames {
  /** Most names belong to one file, and a set for each would take ten times the room. */
  private readonly files = new Map<string, FilePath | Set<FilePath>>();

  add(file: FilePath): void {
    const name = stem(file);
    const known = this.files.get(name);
    if (known === undefined) this.files.set(name, file);
    else if (typeof known !== 'string') known.add(file);
    else this.files.set(name, new Set([known, file]));
  }

  delete(file: FilePath): void {
    const name = stem(file);
    const known = this.files.get(name);
    if (known === file) this.files.delete(name);
    else if (typeof known !== 'string') known?.delete(file);
  }

  has(file: FilePath): boolean {
    const known = this.files.get(stem(file));
    return typeof known === 'string' ? known === file : (known?.has(file) ?? false);
  }

  /** In no order. */
  called(name: string): readonly FilePath[] {
    const known = this.files.get(name);
    return known === undefined ? [] : typeof known === 'string' ? [known] : [...known];
  }
}
