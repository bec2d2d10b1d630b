/** The part of JSON Schema draft 7 that the team schema uses. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'number';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}

/** Whether a validator would accept the value. */
export function fits(schema: Schema, value: unknown, root = schema): boolean {
  const { $ref } = schema;
  if ($ref !== undefined) return fits(root.definitions?.[$ref.replace('#/definitions/', '')] ?? {}, value, root);
  if (schema.enum && !schema.enum.includes(value)) return false;
  switch (schema.type) {
    case 'object':
      return isObject(value) && fitsObject(schema, value, root);
    case 'array': {
      const { items = {}, maxItems = Number.POSITIVE_INFINITY } = schema;
      return Array.isArray(value) && value.length <= maxItems && value.every((item) => fits(items, item, root));
    }
    case 'string': {
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern = '' } = schema;
      if (typeof value !== 'string' || value.length < minLength || value.length > maxLength) return false;
      return new RegExp(pattern, 'u').test(value);
    }
    case 'number': {
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
      return typeof value === 'number' && minimum <= value && value <= maximum;
    }
    default:
      return true;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fitsObject(schema: Schema, value: Record<string, unknown>, root: Schema): boolean {
  const { properties = {}, required = [] } = schema;
  return (
    required.every((key) => key in value) &&
    Object.entries(value).every(([key, inner]) => {
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return known ? fits(known, inner, root) : schema.additionalProperties !== false;
    })
  );
}
