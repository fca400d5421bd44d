import type { PurposeNeed } from '../../../conference/reading/purpose-needs.ts';
import type { Context } from '../../kit/context.ts';
import type { NeedRow } from '../../kit/need-row.ts';
import { nameOf } from '../../kit/words.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { appealPath } from './appeal-facts.ts';

/** An appeal that an organisation has not read yet, on its first screen. */
export const appealRow = (context: Context, need: PurposeNeed): NeedRow => {
  const { needed } = context.t.purpose;
  const appeal = context.reader.appeal(need.appeal);
  return {
    what: needed.what(appeal === null ? '' : nameOf(context, appeal.by)),
    why: `${firstWords(appeal?.title ?? '', 140)} (1.3)`,
    act: needed.act,
    href: appealPath(context, need.appeal),
  };
};
