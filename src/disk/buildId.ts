/** Set by the bundler: a digest of the sources and of the tools that bundle them. */
declare const MERIDIAN_BUILD: string | undefined;

/**
 * The build that made a kept fact: another build may parse the same bytes differently. Where it is unknown, as in a
 * test that runs the sources, each run has an id of its own.
 */
export const buildId = `${typeof MERIDIAN_BUILD === 'string' ? MERIDIAN_BUILD : `${process.pid}-${Date.now()}`}-${process.versions.v8}`;
