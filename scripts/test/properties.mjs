// The cases that fast-check makes are the same in every run, so that no change is refused for a fault that it did not
// bring. `npm run properties` looks for new ones. The tests load the package as CommonJS, which has settings of its own.
import { createRequire } from 'node:module';

const fc = createRequire(import.meta.url)('fast-check');

fc.configureGlobal({ seed: Number(process.env.MERIDIAN_SEED ?? 1) });
