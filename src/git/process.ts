import { type ChildProcess, spawn } from 'node:child_process';
import { win32 } from 'node:path';
import { errorText } from '../core/text/errorText';

export interface ProcessRequest {
  /** Absolute. */
  readonly binary: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** The limit on standard output. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Takes the output in chunks, of which none is kept. */
  readonly onStdout?: (chunk: Uint8Array) => void;
}

export type ProcessEnd =
  | { readonly kind: 'closed'; readonly code: number; readonly stdout: Uint8Array; readonly stderr: string }
  | { readonly kind: 'killed'; readonly by: 'timeout' | 'limit' | 'cancelled' | 'signal'; readonly stderr: string }
  | { readonly kind: 'not-started'; readonly detail: string };

/** Between SIGTERM and SIGKILL (docs/security.md#r18). */
const graceMs = 500;
const stderrLimit = 65_536;

/** Runs one program without a shell and without input, and ends it with all its children at a limit. Never rejects. */
export function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  if (request.signal.aborted) return Promise.resolve({ kind: 'killed', by: 'cancelled', stderr: '' });
  return new Promise((resolve) => {
    const { child, problem } = start(request);
    if (child === undefined) {
      resolve({ kind: 'not-started', detail: problem });
      return;
    }
    let killedBy: 'timeout' | 'limit' | 'cancelled' | undefined;
    let grace: NodeJS.Timeout | undefined;
    let size = 0;
    let errorSize = 0;
    const output: Uint8Array[] = [];
    const errors: Uint8Array[] = [];

    const kill = (by: 'timeout' | 'limit' | 'cancelled') => {
      if (killedBy !== undefined) return;
      killedBy = by;
      killTree(child, 'SIGTERM', request.environment);
      grace = setTimeout(() => {
        killTree(child, 'SIGKILL', request.environment);
        // A grandchild that left the group may hold the pipes open; the result does not wait for it.
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, graceMs);
    };
    const cancel = () => kill('cancelled');
    const timer = setTimeout(() => kill('timeout'), request.timeoutMs);
    request.signal.addEventListener('abort', cancel, { once: true });
    const finish = (end: ProcessEnd) => {
      clearTimeout(timer);
      clearTimeout(grace);
      request.signal.removeEventListener('abort', cancel);
      resolve(end);
    };

    child.stdout?.on('data', (chunk: Uint8Array) => {
      if (killedBy !== undefined) return;
      size += chunk.length;
      if (size > request.maxBytes) kill('limit');
      else if (request.onStdout) request.onStdout(chunk);
      else output.push(chunk);
    });
    child.stderr?.on('data', (chunk: Uint8Array) => {
      if (errorSize < stderrLimit) errors.push(chunk);
      errorSize += chunk.length;
    });
    child.once('error', (error) => finish({ kind: 'not-started', detail: error.message }));
    child.once('close', (code) => {
      if (killedBy !== undefined) finish({ kind: 'killed', by: killedBy, stderr: text(errors) });
      else if (code === null) finish({ kind: 'killed', by: 'signal', stderr: text(errors) });
      else finish({ kind: 'closed', code, stdout: joined(output), stderr: text(errors) });
    });
  });
}

type Started =
  | { readonly child: ChildProcess; readonly problem?: never }
  | { readonly child?: never; readonly problem: string };

function start(request: ProcessRequest): Started {
  try {
    const child = spawn(request.binary, request.args, {
      cwd: request.cwd,
      env: request.environment,
      shell: false,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // In a process group of its own, so that the children of git end with it. On Windows `taskkill` ends them.
      detached: process.platform !== 'win32',
    });
    return { child };
  } catch (error) {
    // A NUL byte or an argument list that is too long is thrown, not emitted as an event.
    return { problem: errorText(error) };
  }
}

function killTree(child: ChildProcess, signal: NodeJS.Signals, environment: Readonly<Record<string, string>>): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    const system = Object.entries(environment).find(([name]) => name.toUpperCase() === 'SYSTEMROOT')?.[1];
    const taskkill = win32.join(system ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    const killer = spawn(taskkill, ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    killer.once('error', () => child.kill(signal));
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
    child.kill(signal);
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

function text(chunks: readonly Uint8Array[]): string {
  return new TextDecoder().decode(joined(chunks)).trimEnd();
}
