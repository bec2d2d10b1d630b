/** The options of `meridian check`, apart from its code: a call that finds a kept answer needs to load only these. */
export const checkOptions = {
  json: { type: 'boolean', default: false },
  sarif: { type: 'boolean', default: false },
  github: { type: 'boolean', default: false },
  'fail-on': { type: 'string', default: 'warning' },
  base: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean', default: false },
  comment: { type: 'string' },
  rule: { type: 'string', multiple: true, default: [] as string[] },
  only: { type: 'string', multiple: true, default: [] as string[] },
  'no-git': { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  include: { type: 'string', multiple: true, default: [] as string[] },
  exclude: { type: 'string', multiple: true, default: [] as string[] },
} as const;
