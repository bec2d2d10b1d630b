/** What `npm run bench` understands: scripts/bench.mjs says what each does. */
export const benchOptions = /** @type {const} */ ({
  json: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  large: { type: 'boolean', default: false },
  editor: { type: 'boolean', default: false },
  folder: { type: 'string', multiple: true, default: /** @type {string[]} */ ([]) },
  only: { type: 'string', multiple: true, default: /** @type {string[]} */ ([]) },
  pairs: { type: 'string', default: '5' },
});
