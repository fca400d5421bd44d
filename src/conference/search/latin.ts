import { tokensIn } from './folding.ts';
import { inLatin } from './romanised.ts';

/** A name in small Latin letters, its words parted by hyphens, as addresses and ids are written: `Δίκτυο Ποταμών` as `diktyo-potamon`. Empty where none of its letters can be written so. */
export const latinName = (name: string, most: number): string =>
  tokensIn(name)
    .map(({ word }) => inLatin(word).replaceAll(/[^a-z0-9]/gu, ''))
    .filter((word) => word !== '')
    .join('-')
    .replace(/^[^a-z]+/u, '')
    .slice(0, most)
    .replace(/-$/u, '');
