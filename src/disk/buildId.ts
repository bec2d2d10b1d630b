/** Set when the program is put together: a digest of its sources, and of what they are put together with. */
declare const MERIDIAN_BUILD: string | undefined;

/**
 * What a kept fact was made by: another build may read the same bytes otherwise. Where it is unknown, as in a test that
 * runs the sources, each run is one of its own.
 */
export const buildId = `${typeof MERIDIAN_BUILD === 'string' ? MERIDIAN_BUILD : `${process.pid}-${Date.now()}`}-${process.versions.v8}`;
