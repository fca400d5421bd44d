import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { plainClauses } from '../../kit/prose.ts';
import { textSheet } from '../parts/text-head.ts';

/** The present words and nothing else, as they would be printed. */
export const cleanPage = (context: Context, text: Text): Html =>
  textSheet(context, text, 'clean', plainClauses(context, present(text).clauses, 2));
