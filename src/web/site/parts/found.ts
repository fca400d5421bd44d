import { unreachable } from '../../../base/result.ts';
import type { OrganisationId } from '../../../base/ids.ts';
import { standing } from '../../../charter/history/archive.ts';
import { lastVersion } from '../../../charter/purpose/reports.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Thing } from '../../../conference/search/document.ts';
import type { Piece } from '../../../conference/search/matching.ts';
import type { Find } from '../../../conference/search/search.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { languageText } from '../../kit/languages.ts';
import { meetingPath } from '../../kit/meeting-link.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { theirs } from '../../kit/theirs.ts';
import { org } from '../../kit/words.ts';
import { clauseNames, longName } from '../../texts/parts/clause-names.ts';
import { textPath } from '../../texts/parts/text-places.ts';
import { frictionPath, targetName } from '../../texts/parts/text-target.ts';

/** What was found, as it stands in a list: what it is, where it leads, and its words with what was looked for marked in them. */

interface Told {
  readonly href: string;
  /** What it is. */
  readonly what: string;
  /** Whose it is. */
  readonly by?: OrganisationId | undefined;
  /** What leads there, where it has no name of its own: what it is part of. */
  readonly name: Html | string;
}

export const foundItem = (context: Context, { document, title, words }: Find): Html => {
  const { href, what, by, name } = toldOf(context, document.thing);
  return html`<li class="find">
    <span class="symbol">${what}</span>
    ${by === undefined ? '' : html`<span class="quiet">· ${org(context, by)}</span>`}
    <span class="what block" dir="auto"
      ><a href="${href}">${title.length === 0 ? name : theirs(pieces(title))}</a></span
    >
    ${words.length === 0 ? '' : html`<blockquote><p dir="auto">${pieces(words)}</p></blockquote>`}
  </li>`;
};

const pieces = (all: readonly Piece[]): Html =>
  html`${all.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`;

const toldOf = (context: Context, thing: Thing): Told => {
  if ('meeting' in thing) return ofMeeting(context, thing);
  return 'text' in thing ? ofText(context, thing) : ofOther(context, thing);
};

const ofOther = (context: Context, thing: Exclude<Thing, OfMeeting | OfText>): Told => {
  const { base, reader, t } = context;
  const words = t.site.search.thing;
  switch (thing.of) {
    case 'principle': {
      const name = theirs(reader.charter()?.charter.name ?? '');
      return { href: `${base}/about${thing.clause === null ? '' : `#c-${thing.clause}`}`, what: words.principle, name };
    }
    case 'organisation':
      return { href: `${base}/participants/${thing.organisation}`, what: words.organisation, name: thing.organisation };
    case 'statement': {
      const anchor = thing.clause === null ? '' : `#c-${thing.clause}`;
      const name = theirs(reader.statement(thing.statement)?.title ?? '');
      return { href: `${base}/statements/${thing.statement}${anchor}`, what: words.statement, name };
    }
    case 'periodical':
      return {
        href: `${base}/publications/${thing.periodical}`,
        what: words.periodical,
        name: theirs(reader.periodical(thing.periodical)?.title ?? ''),
      };
    case 'issue':
      return {
        href: `${base}/publications/${thing.periodical}/${thing.nth}${thing.item === null ? '' : `#item-${thing.item}`}`,
        what: words.issue(thing.nth),
        name: theirs(reader.periodical(thing.periodical)?.title ?? ''),
      };
    case 'put':
      return {
        href: `${base}/publications/${thing.periodical}/issues/${thing.issue}`,
        what: words.put,
        name: theirs(reader.periodical(thing.periodical)?.title ?? ''),
      };
    case 'article':
      return {
        href: `${base}/publications/${thing.periodical}/articles/${thing.article}`,
        what: words.article,
        by: thing.by,
        name: theirs(reader.periodical(thing.periodical)?.title ?? ''),
      };
    case 'letter': {
      const reference = reader.letter(thing.letter)?.reference ?? '';
      return { href: `${base}/letters/${thing.letter}`, what: words.letter(reference), by: thing.by, name: reference };
    }
    case 'archive': {
      const piece = reader.piece(thing.piece);
      const { reference, title } = piece === null ? { reference: '', title: '' } : standing(piece).what;
      return { href: `${base}/archive/${thing.piece}`, what: words.archive(reference), name: theirs(title) };
    }
    case 'help':
      return {
        href: `${base}/help?at=${thing.help}#help-${thing.help}`,
        what: words.help,
        by: thing.by,
        name: t.common.menu.help,
      };
    case 'report': {
      const path = `${base}/reports/${thing.report}`;
      const report = reader.report(thing.report);
      const what = words.report(thing.report);
      return {
        href: thing.language === null ? path : `${path}/${thing.language}`,
        what: thing.language === null ? what : `${what} · ${languageText(context, thing.language)}`,
        by: thing.by,
        name: report === null ? what : theirs(lastVersion(report).title),
      };
    }
    case 'appeal': {
      const what = words.appeal(thing.appeal);
      const name = theirs(reader.appeal(thing.appeal)?.title ?? what);
      return { href: `${base}/appeals/${thing.appeal}`, what, by: thing.by, name };
    }
    case 'action': {
      const what = words.action(thing.action);
      const name = theirs(reader.action(thing.action)?.title ?? what);
      return { href: `${base}/actions/${thing.action}`, what, by: thing.by, name };
    }
    case 'comment': {
      const name = words.report(thing.report);
      return {
        href: `${base}/reports/${thing.report}?at=${thing.at}#p-${thing.at}`,
        what: words.comment,
        by: thing.by,
        name,
      };
    }
    case 'mandate':
      return { href: `${base}/group`, what: words.mandate, name: t.common.menu.group };
    case 'account':
      return {
        href: `${base}/means/accounts/${thing.account}`,
        what: words.account,
        name: t.common.menu.means,
      };
    case 'transaction':
      return {
        href: `${base}/means/transactions?at=${thing.transaction}#transaction-${thing.transaction}`,
        what: words.transaction(thing.transaction),
        by: thing.by,
        name: t.common.menu.means,
      };
    case 'expense':
      return {
        href: `${base}/means/expenses?at=${thing.expense}#expense-${thing.expense}`,
        what: words.expense(thing.expense),
        by: thing.by,
        name: t.common.menu.means,
      };
    case 'finding':
      return {
        href: `${base}/means/periods/${thing.period}`,
        what: words.finding,
        by: thing.by,
        name: t.common.menu.means,
      };
    case 'group-change':
      return { href: `${base}/group`, what: words.groupChange, by: thing.by, name: t.common.menu.group };
    case 'entry': {
      const by = thing.by === '' ? undefined : thing.by;
      return {
        href: `${base}/record/${thing.entry}`,
        what: words.entry(thing.entry),
        by,
        name: t.acts.kind[thing.kind],
      };
    }
    default:
      return unreachable(thing);
  }
};

type OfMeeting = Extract<Thing, { readonly meeting: number }>;

const ofMeeting = (context: Context, thing: OfMeeting): Told => {
  const words = context.t.site.search.thing;
  const meeting = context.reader.meeting(thing.meeting);
  const name = meeting === null ? '' : meetingTitle(context, meeting);
  const to = { number: thing.meeting };
  switch (thing.of) {
    case 'meeting':
      return { href: meetingPath(context, to), what: words.meeting, name };
    case 'item':
      return { href: `${meetingPath(context, to, 'agenda')}#item-${thing.item}`, what: words.item, name };
    case 'call':
      return { href: meetingPath(context, to, 'sitting'), what: words.call(thing.call), name };
    case 'summary':
      return { href: `${meetingPath(context, to, 'summary')}#c-${thing.clause}`, what: words.summary, name };
    default:
      return unreachable(thing);
  }
};

type OfText = Extract<Thing, { readonly text: number }>;

const ofText = (context: Context, thing: OfText): Told => {
  const { base, reader, t } = context;
  const words = t.site.search.thing;
  const text = reader.text(thing.text);
  // Strangers read what is adopted, with all that they may see of it, as one document.
  const document = `${base}/decisions/${thing.text}`;
  if (text === null) return { href: document, what: words.text, name: `${thing.text}` };
  const open = (path: string): string => (reader.may('text') ? path : document);
  const name = theirs(present(text).title);
  const by = 'by' in thing ? thing.by : undefined;
  switch (thing.of) {
    case 'text':
      return { ...ofWords(context, text, thing, document), name };
    case 'amendment': {
      const path = `${textPath(context, text, 'amendments')}?at=${thing.amendment}#a-${thing.amendment}`;
      const mover = text.amendments[thing.amendment - 1]?.by;
      return { href: open(path), what: words.amendment(thing.amendment), by: mover, name };
    }
    case 'proposal': {
      const path = `${textPath(context, text, 'proposals')}?at=${thing.proposal}#p-${thing.proposal}`;
      return { href: open(path), what: words.proposal(thing.proposal), by, name };
    }
    case 'position':
    case 'consultation':
      return {
        href: open(frictionPath(context, text, thing.on)),
        what: words[thing.of](targetName(context, text, thing.on)),
        by,
        name,
      };
    case 'revision-objection':
      return { href: open(textPath(context, text)), what: words.revisionObjection, by, name };
    case 'signature':
      return { href: document, what: words.signature, by, name };
    case 'post': {
      const path = `${textPath(context, text, 'debate')}?at=${thing.thread}#t-${thing.thread}`;
      return { href: open(path), what: words.post, by, name };
    }
    case 'observation':
      return {
        href: `${base}/observations?at=${thing.observation}#o-${thing.observation}`,
        what: words.observation,
        by,
        name,
      };
    default:
      return unreachable(thing);
  }
};

/** The words of a text: of an adopted one in the document, of any other where it is worked on. */
const ofWords = (
  context: Context,
  text: Text,
  { clause, language }: Extract<Thing, { readonly of: 'text' }>,
  document: string,
): Pick<Told, 'href' | 'what'> => {
  const isAdopted = text.stage === 'adopted';
  const whole = isAdopted ? document : textPath(context, text);
  const translated = isAdopted ? document : textPath(context, text, 'languages');
  const part =
    clause === null ? context.t.site.search.thing.text : longName(clauseNames(context, present(text).clauses), clause);
  return {
    href: `${language === null ? whole : `${translated}/${language}`}${clause === null ? '' : `#c-${clause}`}`,
    what: language === null ? part : `${part} · ${languageText(context, language)}`,
  };
};
