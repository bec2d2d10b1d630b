import type { Disposable } from 'vscode';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { LiveDiagnostics } from './liveDiagnostics';
import { WrittenDiagnostics } from './writtenDiagnostics';
import { WrittenLenses } from './writtenLenses';
import type { WrittenText } from './writtenText';

/** Shows, in every document of a kind that is being written, what it lacks and what can be done with it. */
export function registerWritten<Code extends string>(text: WrittenText<Code>, boundary: Boundary): Disposable {
  const parts = new Disposables();
  parts.add(new LiveDiagnostics(new WrittenDiagnostics(text), boundary));
  parts.add(new WrittenLenses(text, boundary));
  return parts;
}
