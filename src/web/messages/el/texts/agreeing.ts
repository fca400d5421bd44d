/** How a text comes to be agreed: conditions, friction, debate, objections to revisions, proposals under silence. */

export { conditions } from './conditions.ts';
export { debate, friction, objection } from './debating.ts';
export { points, stand } from './points.ts';
export { principle } from './principle.ts';
export { proposals } from './proposals.ts';
