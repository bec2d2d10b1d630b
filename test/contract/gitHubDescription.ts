import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { type Document, OpenAPIBackend } from 'openapi-backend';
import { pins } from '../../scripts/fetched/pins.mjs';
import { stored, unpackPackage } from '../../scripts/fetched/store.mjs';
import type { Asked } from '../unit/github/scriptedServer';

const pin = pins.description;
const file = 'generated/api.github.com.json';

export interface Verdict {
  /** Of GitHub's own example of an answer; 404 for an unknown route, 422 for a request that breaks the description. */
  readonly status: number;
  readonly body: string;
  /** What in the request breaks the description. */
  readonly violations: readonly string[];
}

/** The parts of an operation that are read here, with every reference resolved. */
interface Described {
  readonly operationId?: string;
  readonly path: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: BodySchema }>>;
  };
}

interface BodySchema {
  readonly properties?: object;
  /** Forms of a body of which one is sent. */
  readonly oneOf?: readonly BodySchema[];
}

/** GitHub's own description of its REST interface (OpenAPI 3.0), and what it says of a request. */
export class GitHubDescription {
  private constructor(private readonly api: OpenAPIBackend) {}

  /** Fetches the description on the first run of a machine. */
  static async read(): Promise<GitHubDescription> {
    const folder = await stored(pin, (into) => unpackPackage(pin, into, [file]), console.log);
    const definition: Document = JSON.parse(await readFile(join(folder, file), 'utf8'), withTypedNull);
    const api = new OpenAPIBackend({
      definition,
      quick: true,
      // A format that GitHub made up: `owner/name`.
      ajvOpts: { strict: false, formats: { 'repo.nwo': true } },
      customizeAjv: (ajv) => addFormats(ajv),
    });
    await api.init();
    return new GitHubDescription(api);
  }

  /** `GET /repos/{owner}/{repo}/pulls` of a request, or null. */
  routeOf(asked: Pick<Asked, 'method' | 'path'>): string | null {
    const operation = this.operationOf(asked);
    return operation ? `${asked.method} ${operation.path}` : null;
  }

  judge(asked: Asked): Verdict {
    const operation = this.operationOf(asked);
    if (!operation?.operationId) return { status: 404, body: '{}', violations: ['there is no such route'] };
    const { errors } = this.api.validateRequest(requestOf(asked), operation.operationId);
    const violations = (errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
    if (violations.length > 0) return { status: 422, body: '{}', violations };
    const { status, mock } = this.api.mockResponseForOperation(operation.operationId);
    return { status, body: JSON.stringify(mock), violations };
  }

  /**
   * Names in a request that the description does not have, and a route that it calls deprecated. GitHub ignores what it
   * does not know: a filter with a typing error would filter nothing.
   */
  unknownNames(asked: Asked): readonly string[] {
    const operation = this.operationOf(asked);
    const queried = (operation?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
    const body = operation?.requestBody?.content['application/json']?.schema;
    const inBody = [body, ...(body?.oneOf ?? [])].flatMap((schema) => Object.keys(schema?.properties ?? {}));
    return [
      ...(operation?.deprecated ? ['the route is deprecated'] : []),
      ...[...asked.query.keys()].filter((name) => !queried.includes(name)),
      ...Object.keys(asked.body ?? {}).filter((name) => !inBody.includes(name)),
    ];
  }

  private operationOf({ method, path }: Pick<Asked, 'method' | 'path'>): Described | undefined {
    return this.api.matchOperation({ method, path, headers: {} }) as Described | undefined;
  }
}

function requestOf({ method, path, query, headers, body }: Asked) {
  const given = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return { method, path, query: query.toString(), headers: Object.fromEntries(given), body };
}

/** OpenAPI 3.0's `nullable` beside `oneOf`, where it has no type to add null to, in the words of JSON Schema. */
function withTypedNull(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
  const { nullable, ...schema } = value;
  return nullable === true ? { anyOf: [schema, { enum: [null] }] } : schema;
}
