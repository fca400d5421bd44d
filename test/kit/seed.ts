import fc from 'fast-check';

/**
 * `npm test` draws the same cases each time, so that it is red for what was changed and nothing else. `SEED=random` draws others; a red property names its
 * seed.
 */
const { SEED = '1' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });
