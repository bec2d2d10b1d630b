import { basename, dirname, extension, join, stem } from '../../files/paths';
import { isProsePath } from '../../files/textPaths';
import type { FilePath } from '../../ports';
import { BuiltCopies } from './builtCopies';
import { withoutLeftover } from './nameShape';

/** Another file of a record, a translation or a copy. A citation means the original. */
export interface RecordCopy {
  readonly path: FilePath;
  /** The language in its name (`de`); null for a copy that a tool or a person left there. */
  readonly language: string | null;
}

/** The files of a folder; `FileTree` is one. */
interface Files {
  readonly version: number;
  files(): readonly FilePath[];
  has(path: FilePath): boolean;
  filesUnder(directory: FilePath): readonly FilePath[];
  filesCalled(name: string): readonly FilePath[];
  linkedFile?(path: FilePath): FilePath | null;
}

/** The languages in names of files, as alternatives of a pattern. */
export const languageTags =
  'ar|cs|da|de|el|en|es|fa|fi|fr|he|hi|hu|id|it|ja|jp|ko|kr|nb|nl|no|pl|pt|ro|ru|sk|sv|th|tr|uk|vi|zh|cn';
const translatedName = new RegExp(`^(.+?)[._-](${languageTags})(?:[_-][a-z]{2,4})?$`, 'i');
/** A cheap test before `translatedName`: hardly any name ends so. */
const mayBeTranslated = /[._-][a-z]{2}(?:[_-][a-z]{2,4})?$/i;
const languageFolder = new RegExp(`^(?:${languageTags})(?:[_-][a-z]{2,4})?$`, 'i');
const leftoverExtension = /\.(?:bak|orig|old|backup|rej|mine|theirs)$|~$/i;

interface Original {
  readonly path: FilePath;
  readonly language: string | null;
}

/** Which files are copies or translations of another that lies beside them. */
export class Copies {
  private known: {
    readonly version: number;
    readonly byOriginal: ReadonlyMap<FilePath, readonly RecordCopy[]>;
  } | null = null;

  private readonly languageParts = new Map<FilePath, number>();

  private readonly built: BuiltCopies;

  constructor(private readonly files: Files) {
    this.built = new BuiltCopies(files);
  }

  /** Whether a generator made the file of an original that is kept elsewhere. */
  isBuilt(path: FilePath): boolean {
    return this.built.has(path);
  }

  /** Whether the file is a translation that has its original beside it. */
  isTranslation(path: FilePath): boolean {
    return this.translatedFrom(path) !== null;
  }

  /** All files in and below a folder. */
  filesUnder(directory: FilePath): readonly FilePath[] {
    return this.files.filesUnder(directory);
  }

  /** The file that a symbolic link leads to; null for any other path. */
  linkedFile(path: FilePath): FilePath | null {
    return this.files.linkedFile?.(path) ?? null;
  }

  /** The other files of the record at that path, sorted. */
  of(path: FilePath): readonly RecordCopy[] {
    if (this.known?.version !== this.files.version) {
      this.known = { version: this.files.version, byOriginal: this.collect() };
    }
    return this.known.byOriginal.get(path) ?? [];
  }

  private collect(): ReadonlyMap<FilePath, readonly RecordCopy[]> {
    const byOriginal = new Map<FilePath, RecordCopy[]>();
    for (const path of this.files.files()) {
      const original = isProsePath(path) || leftoverExtension.test(path) ? this.originalOf(path) : null;
      if (!original) continue;
      const copies = byOriginal.get(original.path) ?? [];
      byOriginal.set(original.path, copies);
      copies.push({ path, language: original.language });
    }
    return byOriginal;
  }

  private originalOf(path: FilePath): Original | null {
    return this.translatedFrom(path) ?? this.copiedFrom(path);
  }

  /** `0012-pg.de.md` beside `0012-pg.md` or `0012-pg.en.md`; the same name in a folder `de` beside `en` or above it. */
  private translatedFrom(path: FilePath): Original | null {
    if (!isProsePath(path)) return null;
    const ending = extension(path);
    const whole = stem(path);
    const [, name, language] = (mayBeTranslated.test(whole) && translatedName.exec(whole)) || [];
    if (name !== undefined && language !== undefined) {
      const isEnglish = language.toLowerCase() === 'en';
      const english = isEnglish ? [] : ['.', '_', '-'].map((mark) => `${name}${mark}en${ending}`);
      const found = this.first([`${name}${ending}`, ...english].map((other) => join(dirname(path), other)));
      if (found !== undefined) return { path: found, language: language.toLowerCase() };
    }
    return this.inLanguageFolder(path);
  }

  private inLanguageFolder(path: FilePath): Original | null {
    const at = this.languageAt(dirname(path));
    if (at < 0) return null;
    const parts = path.split('/');
    const language = parts[at]?.toLowerCase() ?? '';
    const inPlace = (...replacement: readonly string[]) =>
      [...parts.slice(0, at), ...replacement, ...parts.slice(at + 1)].join('/');
    const found = this.first(language === 'en' ? [inPlace()] : [inPlace(), inPlace('en')]);
    return found === undefined ? null : { path: found, language };
  }

  /** The index of the directory's part that is a language, or -1. */
  private languageAt(directory: FilePath): number {
    const known = this.languageParts.get(directory);
    if (known !== undefined) return known;
    const at = directory.split('/').findIndex((part) => languageFolder.test(part));
    this.languageParts.set(directory, at);
    return at;
  }

  /** `0012-pg (1).md`, `0012-pg_BASE_1234.md`, `0012-pg.md.orig`. */
  private copiedFrom(path: FilePath): Original | null {
    const whole = path.replace(leftoverExtension, '');
    const name = whole === path ? withoutLeftover(stem(path)) : null;
    const original = name === null ? whole : join(dirname(path), `${name}${path.slice(path.length - endingOf(path))}`);
    return original !== path && isProsePath(original) && this.files.has(original)
      ? { path: original, language: null }
      : null;
  }

  private first(paths: readonly FilePath[]): FilePath | undefined {
    return paths.find((path) => this.files.has(path));
  }
}

function endingOf(path: FilePath): number {
  return basename(path).length - stem(path).length;
}
