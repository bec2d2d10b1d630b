import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What arrived. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/**
 * What comes back. A `body` that is no string is sent as JSON; `promised` claims more bytes than are sent; `reset` breaks
 * the connection, `silence` never answers.
 */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      readonly promised?: number;
    }
  | 'reset'
  | 'silence';

export type Script = (asked: Asked, index: number) => Reply | Promise<Reply>;

/** A server on this machine that answers by a script and remembers what it was asked. */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  private readonly arrivals: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    private script: Script,
  ) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  static async start(script: Script): Promise<ScriptedServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ScriptedServer(server, script);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on; what was asked is forgotten. */
  restart(script: Script): void {
    this.script = script;
    this.asked.length = 0;
  }

  /** Settles once so many requests are there. */
  async arrived(requests: number): Promise<void> {
    while (this.asked.length < requests) await new Promise<void>((resolve) => this.arrivals.push(resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
    const sent = await text(request).catch(() => '');
    const { method = 'GET', headers } = request;
    const asked = { method, path: pathname, query: searchParams, headers, body: sent === '' ? null : JSON.parse(sent) };
    this.asked.push(asked);
    const script = this.script;
    for (const arrive of this.arrivals.splice(0)) arrive();
    const reply = await script(asked, this.asked.length - 1);
    if (reply === 'silence') return;
    if (reply === 'reset') return void request.socket.destroy();
    const { status = 200, body = '', promised } = reply;
    const written = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const length = { 'content-length': String(promised ?? written.length) };
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(status === 204 || status === 304 ? {} : length),
      ...reply.headers,
    });
    if (promised === undefined) return void response.end(written);
    response.write(written, () => request.socket.end());
  }
}
