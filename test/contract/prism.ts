import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Asked } from '../unit/github/scriptedServer';

const { resolve } = createRequire(import.meta.url);
/** GitHub's own description of its REST interface. */
export const description = resolve('@octokit/openapi/generated/api.github.com.json');

export interface Verdict {
  /** Of what Prism answers, which is GitHub's own example. */
  readonly status: number;
  readonly body: string;
  /** What in the request breaks the description. */
  readonly violations: readonly string[];
}

/** Prism with GitHub's description, as a process of its own on this machine. */
export class Prism {
  private constructor(
    private readonly child: ChildProcess,
    private readonly origin: string,
  ) {}

  static start(): Promise<Prism> {
    const args = [resolve('@stoplight/prism-cli'), 'mock', description, '--host', '127.0.0.1', '--port', '0'];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let said = '';
    return new Promise((done, reject) => {
      const listen = (chunk: Buffer) => {
        said += chunk;
        const origin = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
        if (!origin) return;
        child.stdout.off('data', listen).resume();
        done(new Prism(child, origin));
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk;
      });
      child.once('exit', () => reject(new Error(`Prism ended before it listened:\n${said}`)));
    });
  }

  /** What Prism says of a request. It wants plain JSON in `accept`, where Octokit asks for GitHub's own media type. */
  async judge({ method, path, query, headers, body }: Asked): Promise<Verdict> {
    const response = await fetch(`${this.origin}${path}?${query}`, {
      method,
      headers: { ...pick(headers), accept: 'application/json' },
      body: body === null ? null : JSON.stringify(body),
    });
    const answer = await response.text();
    const told: unknown = JSON.parse(response.headers.get('sl-violations') ?? '[]');
    const ofRequest = (Array.isArray(told) ? told : []).filter(({ location }) => location?.[0] === 'request');
    return {
      status: response.status,
      body: answer,
      violations: ofRequest.map(({ location, message }) => `${location.join('.')}: ${message}`),
    };
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('close', done));
    this.child.kill();
    await ended;
  }
}

function pick(headers: Asked['headers']): Record<string, string> {
  const passed = ['authorization', 'content-type', 'x-github-api-version', 'if-none-match'];
  return Object.fromEntries(passed.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}
