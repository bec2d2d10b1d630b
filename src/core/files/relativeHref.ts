import type { FilePath } from '../ports';
import { segments } from './paths';

/** The relative path from a folder to a file, encoded as a link's destination: `../adr/x.md`. */
export function relativeHref(folder: FilePath, path: FilePath): string {
  const [from, to] = [segments(folder), segments(path)];
  const apart = from.findIndex((segment, at) => segment !== to[at]);
  const common = apart < 0 ? from.length : apart;
  const down = to.slice(common).map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')));
  return [...from.slice(common).map(() => '..'), ...down].join('/');
}
