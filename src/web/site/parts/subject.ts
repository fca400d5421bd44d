import { unreachable } from '../../../base/result.ts';
import { ruleOf } from '../../../charter/acts.ts';
import { standing } from '../../../charter/history/archive.ts';
import { type Resource, broughtAt } from '../../../charter/law/resource.ts';
import { lastVersion } from '../../../charter/purpose/reports.ts';
import type { OrganisationId } from '../../../base/ids.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { RecordEntry } from '../../../conference/types.ts';
import type { Html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { meetingPath } from '../../kit/meeting-link.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { quoted, theirs } from '../../kit/theirs.ts';
import { org } from '../../kit/words.ts';

/** What an entry of the record is about, by its name, and where that is read. */

export interface Subject {
  readonly href: string;
  readonly name: Html | string;
}

/** The first thing that an entry is about; what the reader may not see is no subject. */
export const subjectOf = (context: Context, { act, index }: RecordEntry): Resource =>
  ruleOf(act).subjects(act, context.conference.state(), index)[0] ?? '';

export const namedSubject = (context: Context, subject: Resource): Subject => {
  const { base, reader, t } = context;
  const { menu } = t.common;
  const [kind, name = ''] = subject.split('/') as [Kind, string?];
  const number = Number(name);
  const conference = { href: `${base}/about`, name: menu.conference };
  switch (kind) {
    case 'texts': {
      const text = reader.text(number);
      return text === null ? conference : { href: `${base}/texts/${number}`, name: quoted(present(text).title) };
    }
    case 'statements': {
      const statement = reader.statement(number);
      return statement === null
        ? { href: `${base}/statements`, name: menu.statements }
        : { href: `${base}/statements/${number}`, name: quoted(statement.title) };
    }
    case 'archive': {
      const piece = reader.piece(number);
      return piece === null
        ? { href: `${base}/archive`, name: menu.archive }
        : { href: `${base}/archive/${number}`, name: quoted(standing(piece).what.title) };
    }
    case 'appeals': {
      const appeal = reader.appeal(number);
      return appeal === null
        ? { href: `${base}/appeals`, name: menu.appeals }
        : { href: `${base}/appeals/${number}`, name: quoted(appeal.title) };
    }
    case 'actions': {
      const action = reader.action(number);
      return action === null
        ? { href: `${base}/actions`, name: menu.actions }
        : { href: `${base}/actions/${number}`, name: quoted(action.title) };
    }
    case 'reports': {
      const report = reader.report(number);
      return report === null
        ? { href: `${base}/reports`, name: menu.reports }
        : { href: `${base}/reports/${number}`, name: quoted(lastVersion(report).title) };
    }
    case 'publications': {
      const periodical = reader.periodical(number);
      return periodical === null
        ? { href: `${base}/publications`, name: menu.publications }
        : { href: `${base}/publications/${number}`, name: quoted(periodical.title) };
    }
    case 'meetings': {
      const meeting = reader.meeting(number);
      return meeting === null
        ? { href: `${base}/meetings`, name: menu.meetings }
        : { href: meetingPath(context, { number }), name: theirs(meetingTitle(context, meeting)) };
    }
    case 'organisations':
      return { href: `${base}/participants/${name}`, name: org(context, name as OrganisationId) };
    case 'circulations':
      return { href: `${base}/letters/circulations`, name: menu.circulations };
    case 'letters':
      return { href: `${base}/letters`, name: menu.letters };
    case 'observations':
      return { href: `${base}/observations`, name: menu.observations };
    case 'help':
      return { href: `${base}/help`, name: menu.help };
    case 'means':
      return { href: `${base}/means`, name: menu.means };
    case 'group':
      return { href: `${base}/group`, name: menu.group };
    case 'recoveries':
      return { href: `${base}/participants`, name: menu.participants };
    case '':
      return conference;
    default:
      return unreachable(kind);
  }
};

type Kind = Resource extends infer R ? (R extends `${infer K}/${string}` ? K : R) : never;

/** Where one entry itself is read: the amendment, the thread or the letter that it brought or answered, and else its place in the record. */
export const placeOfEntry = ({ base, reader, conference }: Context, { act, index }: RecordEntry): string => {
  const { body } = act;
  const text = 'text' in body && typeof body.text === 'number' ? reader.text(body.text) : null;
  if (text !== null) {
    const path = `${base}/texts/${text.number}`;
    const thread =
      'thread' in body && typeof body.thread === 'number'
        ? body.thread
        : broughtAt(text.threads, ({ posts }) => posts[0]?.mark ?? { index: -1 }, index);
    if (thread > 0) return `${path}/debate?at=${thread}#t-${thread}`;
    const amendment = 'amendment' in body && typeof body.amendment === 'number' ? body.amendment : 0;
    if (amendment > 0) return `${path}/amendments?at=${amendment}#a-${amendment}`;
  }
  const [subject = ''] = ruleOf(act).subjects(act, conference.state(), index);
  if (act.kind === 'report.comment') return `${base}/${subject}?at=${index}#p-${index}`;
  if (/^(?:actions|appeals|reports)\//u.test(subject)) return `${base}/${subject}`;
  if (act.kind === 'letter.send') {
    const letter = reader.letters().findLast(({ on }) => on.index === index);
    if (letter !== undefined) return `${base}/letters/${letter.number}`;
  }
  return `${base}/record/${index}`;
};
