import type { Context } from '../../kit/context.ts';

/** How many points of friction a text has now, for those who may see them. */
export const frictionCount = ({ reader }: Context, number: number): number => {
  const text = reader.text(number);
  return text === null ? 0 : reader.friction(text).length;
};
