/** How a text comes to be agreed: conditions. */

export { conditions } from './conditions.ts';
