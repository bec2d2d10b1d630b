// The cases that fast-check makes are the same in every run, so that no change is refused for a fault that it did not
// bring. `npm run properties` looks for new ones.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.MERIDIAN_SEED ?? 1) });
