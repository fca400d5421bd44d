import { files } from './post/files.ts';

/** Letters, circulations and how they arrive. */
export const post = { files };
