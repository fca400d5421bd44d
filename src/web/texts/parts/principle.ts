import type { OrganisationId } from '../../../base/ids.ts';
import type { InPrinciple, Mandate, Mandated, NthMeeting } from '../../../charter/group/mandate-state.ts';
import type { Text, Where } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { dayText, listText, nameOf } from '../../kit/words.ts';

/** What it says of a text that it was taken in principle: when, how, by whom it is completed, and where decisions are taken. */

/** `2nd meeting of the coordinating group` */
export const nthText = ({ t }: Context, { of, nth }: NthMeeting): string => t.texts.principle.nth[of](nth);

/** `at the 2nd meeting of the coordinating group, Ohrid`, or `in writing`. */
export const whereText = (context: Context, where: Where): string => {
  const { texts, meetings } = context.t;
  if (where.kind === 'writing') return texts.principle.where.writing;
  return texts.principle.where.meeting(nthText(context, where), where.place ?? meetings.head.online.toLowerCase());
};

/** Who has a mandate. */
export const whoText = (context: Context, to: Mandated): string =>
  to === 'group'
    ? context.t.texts.principle.group
    : listText(
        context,
        to.map((id: OrganisationId) => nameOf(context, id)),
      );

/** What is asked where a text is to be taken in principle. */
export const askedText = (context: Context, { to, until, latest }: InPrinciple): string =>
  context.t.texts.principle.asked(whoText(context, to), dayText(context, until), nthText(context, latest));

/** When and how all took it in principle. */
export const takenText = (context: Context, { given, on }: Mandate): string => {
  const { by, taken } = context.t.texts.principle;
  const meeting = given.kind === 'call' ? context.reader.meeting(given.meeting) : null;
  const how =
    given.kind === 'call' ? by.call(nthText(context, { of: 'assembly', nth: meeting?.nth ?? 1 })) : by.silence;
  return taken(dayText(context, on.at), how);
};

/** What a mandate is for, in words. */
export const taskText = ({ reader, t }: Context, { what }: Mandate): string => {
  if (what.kind === 'task') return what.words;
  if (what.kind === 'publication') return t.publications.mandate(reader.periodical(what.periodical)?.title ?? '');
  if (what.kind === 'books') return t.means.keepBooks;
  const title = reader.text(what.text)?.revisions.at(-1)?.title ?? '';
  return `${t.texts.principle.completeText}: ${title}`;
};

/** Who completes the text, and until when; or how the mandate ended. */
export const mandateText = (context: Context, { to, until, latest, ended }: Mandate): string => {
  const words = context.t.texts.principle;
  if (ended !== null) return words.ended[ended.why](dayText(context, ended.on.at));
  return latest === null
    ? ''
    : words.completes(whoText(context, to), dayText(context, until), nthText(context, latest));
};

/** While it is being completed, the same in a panel. */
export const principleNote = (context: Context, text: Text): Html | '' => {
  const mandate = context.reader.mandateOf(text);
  if (mandate === null || (text.stage !== 'negotiation' && text.stage !== 'decision')) return '';
  return html`<p dir="auto">${takenText(context, mandate)} ${mandateText(context, mandate)}</p>`;
};
