// Makes fast-check generate the same cases in every run, so that no change fails for a fault that it did not introduce.
// `npm run properties` searches for new ones. The tests load the package as CommonJS, which has settings of its own.
import { createRequire } from 'node:module';

const fc = createRequire(import.meta.url)('fast-check');

fc.configureGlobal({ seed: Number(process.env.MERIDIAN_SEED ?? 1) });
