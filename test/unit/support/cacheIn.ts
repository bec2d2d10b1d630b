const names = ['XDG_CACHE_HOME', 'HOME', 'LOCALAPPDATA'] as const;

/** Lets the command line keep in a folder what it would keep in the person's own. @returns what takes that back */
export function cacheIn(folder: string): () => void {
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) process.env[name] = folder;
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
