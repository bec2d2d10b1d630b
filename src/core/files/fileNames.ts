import type { FilePath } from '../ports';
import { stem } from './paths';

/** An index of files by name without extension. Updated in place, because rebuilding it blocks for half a second. */
export class FileNames {
  /** Most names belong to one file; a set for each name would take ten times the memory. */
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

  /** The files of that name, in no order. */
  called(name: string): readonly FilePath[] {
    const known = this.files.get(name);
    return known === undefined ? [] : typeof known === 'string' ? [known] : [...known];
  }
}
