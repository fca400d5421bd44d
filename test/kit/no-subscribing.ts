import type { Subscribing } from '../../src/conference/post/desk.ts';

/** Of a post of which nobody asks for a periodical. */
export const noSubscribing: Subscribing = { ask: async () => false, read: () => null, carryOut: () => 'over' };
