import type { FilePath } from '../ports';
import { documentPath } from './documentPath';
import { basename, extension } from './paths';

/**
 * Which files are worth scanning for references, judged by name alone. Languages are not listed, because a reference
 * may stand in a comment of any of them: what is listed is what cannot hold one (images, archives, generated text).
 * A binary file with an unknown extension is found out when it is read (`readText`).
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

const unreadable = words(`
  .png .jpg .jpeg .jfif .gif .webp .avif .ico .icns .bmp .tif .tiff .psd .ai .eps .heic .svg .sketch .fig .xcf
  .mp3 .mp4 .m4a .m4v .mov .avi .mkv .webm .wav .flac .ogg .opus .aac
  .woff .woff2 .ttf .otf .eot
  .pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .pages .numbers .key .epub .vsd .vsdx
  .zip .gz .tgz .bz2 .xz .zst .lz4 .7z .rar .tar .br .jar .war .ear .aar .apk .ipa .aab .vsix .whl .egg .gem .nupkg
  .deb .rpm .dmg .pkg .msi .iso .cab .crate
  .exe .dll .so .dylib .a .lib .o .obj .pdb .class .pyc .pyo .pyd .wasm .node .bin .dat .elf .ko .rlib .rmeta .beam
  .db .sqlite .sqlite3 .mdb .parquet .avro .orc .arrow .feather .npy .npz .pkl .pickle .h5 .hdf5 .onnx .pt .pth
  .safetensors .gguf .tflite .pb
  .p12 .pfx .jks .keystore .der .crt .cer .pem .gpg .asc .sig
  .map .lock .snap .sarif .csv .tsv .jsonl .ndjson .geojson .log .po .pot .mo .xliff .xlf .tsbuildinfo .lcov
`);

const generated = words(`
  package-lock.json npm-shrinkwrap.json pnpm-lock.yaml bun.lockb go.sum composer.lock packages.lock.json
  gradle.lockfile .terraform.lock.hcl .ds_store thumbs.db .pnp.cjs .pnp.loader.mjs
`);
/** Files whose patterns name files, records among them, without citing any: `CODEOWNERS`, `.prettierignore`. */
const patternList = /^(?:codeowners|\.[a-z][a-z-]{0,40}ignore|\.gitattributes|\.secrets\.baseline|\.talismanrc)$/;

/** Documents of every markup that people write records in; plain text too. */
export const proseEndings = words('.md .markdown .mdown .mkd .mdx .rst .rest .adoc .asciidoc .txt');

const minified = /[.-](?:min|bundle|chunk)\.(?:js|mjs|cjs|css)$/;

/** A document that people write and read, which may be a record. */
export function isProsePath(path: FilePath): boolean {
  return proseEndings.has(extension(documentPath(path)));
}

/** False for binaries, lock files, minified code, source maps, snapshots, data tables and lists of patterns. */
export function isTextPath(path: FilePath): boolean {
  const name = basename(path).toLowerCase();
  return !unreadable.has(extension(name)) && !generated.has(name) && !patternList.test(name) && !minified.test(name);
}
