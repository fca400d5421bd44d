import type { OrganisationId } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import type { Lack, ToPass } from '../../charter/law/to-pass.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';
import { listed, orgs, sentence } from './theirs.ts';
import { dayText, momentText } from './words.ts';

/** What something open still needs, in one line: from whom, and for each outcome by when. The rule is the charter's ({@link ToPass}); the same line stands wherever such a thing does. */

type What = 'text' | 'amendment' | 'proposal' | 'publication' | 'application' | 'recovery';

/** The line; empty where the thing is not open, or that is not for the reader to see. */
export const toPassLine = (context: Context, what: What, needs: ToPass | null): Html | '' => {
  if (needs === null) return '';
  const { atOnce } = needs;
  const later = whenItEnds(context, what, needs);
  if (atOnce === null || atOnce.length === 0 || (what !== 'text' && what !== 'amendment')) return later;
  return html`${sentence(context.t.toPass[what].atOnce, some(context, atOnce))} ${later}`;
};

const whenItEnds = (context: Context, what: What, { at, lacks, atOnce }: ToPass): Html | '' => {
  const words = context.t.toPass;
  const isUnanimous = lacks.some(({ kind }) => kind === 'unanimity');
  const needed = listed(
    context,
    lacks.map((lack) => lackText(context, what, lack, atOnce !== null)),
  );
  if (what === 'amendment') {
    if (isUnanimous) return html`${words.amendment.notBySilence}`;
    if (lacks.length > 0) return sentence(words.amendment.fails, needed);
    return at === null ? '' : html`${words.amendment.passes(dayText(context, at))}`;
  }
  if (at === null && what === 'text')
    return lacks.length === 0 ? html`${words.draft.passes}` : sentence(words.draft.fails, needed);
  if (at === null) return '';
  const when = what === 'text' ? momentText(context, at) : dayText(context, at);
  if (lacks.length === 0) return html`${words[what].passes(when)}`;
  const isWaiting = (what === 'application' || what === 'recovery') && lacks.some(({ kind }) => kind === 'seconds');
  return sentence((said) => (isWaiting ? words[what].lapses : words[what].fails)(when, said), needed);
};

/** `named`: whoever does not agree yet was named before. */
const lackText = (context: Context, what: What, lack: Lack, named: boolean): Html => {
  const words = context.t.toPass;
  switch (lack.kind) {
    case 'seconds':
      return html`${words.seconds[what === 'proposal' || what === 'publication' ? 'amendment' : what](lack.count)}`;
    case 'disagreement':
      return sentence((names) => words.disagreement(names, lack.by.length), some(context, lack.by));
    case 'objection':
      return sentence((names) => words.objection(names, lack.count, lack.by.length), some(context, lack.by));
    case 'agreement':
      if (named) return html`${words.ofThem(lack.count)}`;
      return sentence((names) => words.agreement(names, lack.count, lack.from.length), some(context, lack.from));
    case 'consultation':
      return html`${words.consultation(lack.points)}`;
    case 'rivals':
      return sentence(
        (numbers) => words.rivals(numbers, lack.amendments.length),
        listed(
          context,
          lack.amendments.map((number) => html`${number}`),
        ),
      );
    case 'unanimity':
      return html`${words.unanimity}`;
    default:
      return unreachable(lack);
  }
};

/** In one line no more than these are named. */
const FEW = 6;

const some = (context: Context, ids: readonly OrganisationId[]): Html => {
  const rest = ids.length - FEW;
  if (rest <= 1) return orgs(context, ids);
  return sentence(
    (names) => context.t.toPass.more(names, rest),
    html`${ids.slice(0, FEW).map((id, i) => html`${i === 0 ? '' : ', '}${orgs(context, [id])}`)}`,
  );
};
