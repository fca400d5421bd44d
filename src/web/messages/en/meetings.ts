import { head } from './meetings/head.ts';

/** Meetings: assemblies, and those of the coordinating group. */
export const meetings = { head };
