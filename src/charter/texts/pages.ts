import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { SLUG } from '../../base/slug.ts';
import { follows } from '../law/consequences.ts';
import type { Mark } from '../law/mark.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { State } from '../state.ts';
import type { Text } from './state.ts';

/**
 * Pages of the conference's own (11.1): about it, how to reach it, for the press. Each is an adopted text that all have placed by silence at a short address, so that nothing speaks for the conference
 * there that it did not adopt. Another text may take its place, and it can be taken off again.
 */

export const pageAddressSchema = z.string().max(40).regex(SLUG, { error: 'not-an-address' });

/** Where a text stands; `null`: nowhere. */
export const pageOf = ({ pages }: Pick<State, 'pages'>, { number }: Pick<Text, 'number'>): string | null =>
  [...pages].find(([, text]) => text === number)?.[0] ?? null;

export const pageRefusal = (state: State, text: Text, address: string | null): Refusal | null => {
  const now = pageOf(state, text);
  if (address === null) return now === null ? { article: '11.1', kind: 'already', what: 'withdrawn' } : null;
  if (now === address) return { article: '11.1', kind: 'taken', field: 'what/address', value: address };
  return beyond('11.1', 'pages', pagesWith(state, text, address).size);
};

/** The address is this text's from now on, whatever stood there; a text stands at one. */
export const placePage = (state: Mutable<State>, text: Text, address: string | null, on: Mark): void => {
  state.pages = pagesWith(state, text, address);
  // Every page leads to them.
  follows(state, on, '', 'adopted-text');
};

/** A page keeps its place among the others when another text takes its address. */
const pagesWith = ({ pages }: State, { number }: Text, address: string | null): Map<string, number> => {
  const others = new Map([...pages].filter(([, text]) => text !== number));
  return address === null ? others : others.set(address, number);
};
