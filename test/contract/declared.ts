import { readFileSync } from 'node:fs';
import type { Asked } from '../unit/github/scriptedServer';
import { description } from './prism';

interface Named {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
}

interface Operation {
  readonly deprecated?: boolean;
  readonly parameters?: readonly Named[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly properties?: object } }>>;
  };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Named>> };
}

/**
 * Names in a request that GitHub's description does not have. An OpenAPI validator lets those pass, and GitHub ignores
 * them: a filter with a slip of the pen would filter nothing.
 */
export class DeclaredNames {
  private readonly described: Description = JSON.parse(readFileSync(description, 'utf8'));

  /** `GET /repos/{owner}/{repo}/pulls` of a request, or null. */
  routeOf({ method, path }: Pick<Asked, 'method' | 'path'>): string | null {
    const places = path.split('/');
    const found = Object.entries(this.described.paths).find(([template, operations]) => {
      const parts = template.split('/');
      const isLike =
        parts.length === places.length && parts.every((part, at) => part.startsWith('{') || part === places[at]);
      return isLike && method.toLowerCase() in operations;
    });
    return found ? `${method} ${found[0]}` : null;
  }

  unknownNames(asked: Asked): readonly string[] {
    const [, template = ''] = this.routeOf(asked)?.split(' ') ?? [];
    const operation = this.described.paths[template]?.[asked.method.toLowerCase()];
    const parameters = (operation?.parameters ?? []).map((one) => this.resolved(one));
    const inQuery = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
    const inBody = Object.keys(operation?.requestBody?.content['application/json']?.schema.properties ?? {});
    return [
      ...(operation?.deprecated ? ['the route is deprecated'] : []),
      ...[...asked.query.keys()].filter((name) => !inQuery.has(name)),
      ...Object.keys(asked.body ?? {}).filter((name) => !inBody.includes(name)),
    ];
  }

  private resolved(parameter: Named): Named {
    const key = parameter.$ref?.split('/').at(-1);
    return key === undefined ? parameter : (this.described.components.parameters[key] ?? {});
  }
}
