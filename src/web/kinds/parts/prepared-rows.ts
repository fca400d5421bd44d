import type { PreparedLine } from '../../../conference/prepared.ts';
import type { Context, Me } from '../../kit/context.ts';
import type { NeedRow } from '../../kit/need-row.ts';
import { listText } from '../../kit/words.ts';

/** What was prepared and waits for this delegate, on the first screen: to be signed by whoever represents; set aside, to be looked at by whoever prepared it. */
export const preparedRows = (context: Context, me: Me): readonly NeedRow[] => {
  const words = context.t.acts.prepared.needs;
  const waiting = me.delegate.role === 'representing' ? (context.prepared?.waiting() ?? []) : [];
  const aside = (context.prepared?.aside() ?? []).filter(({ by }) => by === me.delegate.number);
  const row = (lines: readonly PreparedLine[], what: (n: number) => string, act: string): readonly NeedRow[] => {
    const [first] = lines;
    if (first === undefined) return [];
    const kinds = [...new Set(lines.map(({ kind }) => context.t.acts.kind[kind]))];
    const href = lines.length === 1 ? `${context.base}/prepared/${first.id}` : `${context.base}/prepared`;
    return [{ what: what(lines.length), why: listText(context, kinds), act, href, when: words.when }];
  };
  return [...row(waiting, words.what, words.act), ...row(aside, words.asideWhat, words.asideAct)];
};
