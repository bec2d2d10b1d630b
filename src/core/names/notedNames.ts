import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { NameLookup } from './nameLookup';
import type { Found } from './nearness';
import type { RecordName } from './recordName';
import type { World } from './world';

/** A view of an index that notes each name that is looked up, found or not: an answer holds until one of them changes. */
class NotedNames extends NameLookup {
  constructor(
    private readonly names: NameLookup,
    private readonly note: (name: RecordName) => void,
  ) {
    super();
  }

  get(path: FilePath): ParsedRecord | undefined {
    this.note(nameOfFile(path));
    return this.names.get(path);
  }

  called(name: RecordName): readonly ParsedRecord[] {
    this.note(name);
    return this.names.called(name);
  }

  has(name: RecordName): boolean {
    this.note(name);
    return this.names.has(name);
  }

  nearest(candidates: readonly ParsedRecord[], from: FilePath): Found {
    return this.names.nearest(candidates, from);
  }
}

/** What is noted where it is asked whether a file exists. */
export function nameOfFile(path: FilePath): RecordName {
  return { kind: 'path', value: path.toLowerCase() };
}

/** The same world, with every name and file that is asked for noted. */
export function notedWorld({ names, files, remotes }: World, note: (name: RecordName) => void): World {
  const has = (path: FilePath): boolean => {
    note(nameOfFile(path));
    return files.has(path);
  };
  return { names: new NotedNames(names, note), files: { has }, remotes };
}
