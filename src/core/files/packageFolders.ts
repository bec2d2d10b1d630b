import type { FilePath } from '../ports';
import { ancestors, basename, dirname, extension } from './paths';

/** Files whose folder is a package: what a build tool, a registry or a service catalogue calls one. */
const manifestNames: ReadonlySet<string> = new Set([
  ...['package.json', 'deno.json', 'go.mod', 'cargo.toml', 'pyproject.toml', 'setup.py', 'setup.cfg'],
  ...['pom.xml', 'build.gradle', 'build.gradle.kts', 'build.sbt', 'composer.json', 'mix.exs', 'gemfile'],
  ...['pubspec.yaml', 'package.swift', 'catalog-info.yaml', 'catalog-info.yml', 'build.bazel', 'project.clj'],
]);
const manifestExtensions: ReadonlySet<string> = new Set(['.csproj', '.fsproj', '.vbproj', '.gemspec', '.cabal']);

/** A documentation site has a manifest of its own, but what it documents is the package around it. */
const documentationFolders: ReadonlySet<string> = new Set(['docs', 'doc', 'documentation', 'website', 'site']);

/** Which folders are packages of a monorepo, kept up to date file by file. */
export class PackageFolders {
  private readonly manifests = new Map<FilePath, number>();

  added(file: FilePath): void {
    if (isManifest(file)) this.count(dirname(file), 1);
  }

  deleted(file: FilePath): void {
    if (isManifest(file)) this.count(dirname(file), -1);
  }

  /** The nearest folder above the path that is a package, else `''`. */
  packageOf(path: FilePath): FilePath {
    for (const folder of ancestors(path)) if (this.manifests.has(folder)) return folder;
    return '';
  }

  private count(folder: FilePath, by: number): void {
    const manifests = (this.manifests.get(folder) ?? 0) + by;
    if (manifests > 0) this.manifests.set(folder, manifests);
    else this.manifests.delete(folder);
  }
}

function isManifest(file: FilePath): boolean {
  const known = manifestNames.has(basename(file).toLowerCase()) || manifestExtensions.has(extension(file));
  return known && !documentationFolders.has(basename(dirname(file)).toLowerCase());
}
