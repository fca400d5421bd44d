import { rfc3339 } from '../base/time.ts';
import { unreachable } from '../base/result.ts';
import type { FateKind } from '../charter/texts/state.ts';
import { LIMIT_WORDS } from './limit-words.ts';
import type { Refusal } from '../charter/law/refusal.ts';

/** A refusal in English and as a status of HTTP; the switch is over the charter's closed list. */
export interface Worded {
  readonly status: 403 | 409 | 422;
  readonly title: string;
}

/** 403: not you. 409: not now, for the state of things is another. 422: not so. */
const notYou = (title: string): Worded => ({ status: 403, title });
const notNow = (title: string): Worded => ({ status: 409, title });
const notSo = (title: string): Worded => ({ status: 422, title });

export const wordsOf = (refusal: Refusal): Worded => {
  switch (refusal.kind) {
    case 'not-founded':
      return notNow('The conference is not founded yet: not all founders have signed its charter.');
    case 'already-founded':
      return notNow('The conference is founded already.');
    case 'wrong-conference':
      return notSo('The act was made for another conference.');
    case 'out-of-time':
      return notSo('The act was made more than 24 hours before, or 5 minutes after, it arrived. Make it anew.');
    case 'replayed':
      return notNow('The record holds this very act already.');
    case 'not-allowed-to':
      return notYou(`An organisation whose standing is “${refusal.standing}” may not make this act.`);
    case 'representing-only':
      return notYou('Only a delegate who represents the organisation may make this act.');
    case 'unknown-key':
      return notYou('The key that signed is nobody’s here.');
    case 'revoked-key':
      return notYou('The key that signed is no longer valid.');
    case 'key-of-another':
      return notYou('The key that signed belongs to another delegate than the act names.');
    case 'key-in-use':
      return notNow('This key is in use already. Everyone needs a key of their own.');
    case 'key-kind-not-allowed':
      return notYou(`A key of the kind “${refusal.given}” is not allowed here.`);
    case 'recalled-delegate':
      return notYou('The delegate’s appointment has ended.');
    case 'nothing-due':
      return notNow('Nothing has fallen due.');
    case 'unknown':
      return notSo(`There is no ${refusal.thing} “${refusal.ref}” that this act could be about.`);
    case 'taken':
      return notNow(`“${refusal.value}” is taken already.`);
    case 'alike':
      return notNow(
        `“${refusal.value}” is what another organisation on the record or the conference itself is called, or looks the same.`,
      );
    case 'not-yours':
      return notYou(`Only ${refusal.owner} may do this.`);
    case 'own-matter':
      return notYou('This is an organisation’s own matter; nobody may act in its name.');
    case 'superseded':
      return notNow(`Another ${refusal.field} is in force by now. Look at it before you go on.`);
    case 'wrong-stage':
      return notNow(`The text’s stage, “${refusal.stage}”, does not allow it.`);
    case 'already':
      return notNow(ALREADY[refusal.what]);
    case 'vouches-for-itself':
      return notYou('Another participant must vouch. With a key that it still has, an organisation enrols a new one.');
    case 'limit':
      return notNow(`There may be at most ${refusal.most} here: ${LIMIT_WORDS[refusal.what]}.`);
    case 'reason-needed':
      return notSo('An objection needs a reason.');
    case 'deadline-passed':
      return notNow(`The deadline passed at ${rfc3339(refusal.deadline)}.`);
    case 'deadline-too-early':
      return notSo(`That is too early: the rules allow it from ${rfc3339(refusal.earliest)} on.`);
    case 'outside-region':
      return notYou(`The conference’s region does not reach to ${refusal.country}.`);
    case 'clause-order':
      return notSo(CLAUSE[refusal.why]);
    case 'not-agreed':
      return notNow(
        `Amendment ${refusal.amendment} is not agreed: not everyone accepts it, and its period is not over.`,
      );
    case 'agreed-waiting':
      return notNow(`Amendment ${refusal.amendment} is agreed, and the present revision leaves it out.`);
    case 'against-agreed':
      return notNow(
        `Amendment ${refusal.amendment} is agreed, and the revision changes otherwise what it is about without taking it in.`,
      );
    case 'not-taken-in':
      return notSo(
        `The revision says that it takes in amendment ${refusal.amendment}, and its clauses do not say what that amendment does.`,
      );
    case 'outdated':
      return notNow(`What amendment ${refusal.amendment} is about was changed otherwise since, or is there no more.`);
    case 'amendment-is':
      return notNow(`Amendment ${refusal.amendment} ${FATE[refusal.fate]}.`);
    case 'revision-contested':
      return notNow(`${refusal.by} objects to the present revision as not reflecting what was agreed.`);
    case 'mandate-ends':
      return notSo(`The mandate runs until ${rfc3339(refusal.until)}: what is done under it must fall before.`);
    case 'rules-otherwise':
      return notNow('The rules of this conference know no such way.');
    case 'reservations-not-allowed':
      return notYou('The rules allow no reservations.');
    case 'rules-with-charter-only':
      return notSo('Rules come with a charter, and with nothing else.');
    case 'meeting-stage':
      return notNow(`The meeting’s stage, “${refusal.stage}”, does not allow it.`);
    case 'group-convenes':
      return notYou(
        refusal.from === null
          ? 'The coordinating group convenes assemblies. Others may only where one is due and none is on its way.'
          : `The coordinating group convenes assemblies. Others may from ${rfc3339(refusal.from)} on.`,
      );
    case 'group-only':
      return notYou('Only the coordinating group may do this.');
    case 'no-credentials':
      return notYou('The organisation has not named this delegate for the meeting.');
    case 'not-present':
      return notNow('The organisation is not in the room.');
    case 'not-the-chair':
      return notYou(
        refusal.chair === null
          ? 'Only the chair may do this, and nobody has the chair.'
          : `Only the chair may do this: a delegate of ${refusal.chair}.`,
      );
    case 'not-next':
      return notNow(
        refusal.next === null
          ? 'Nobody is on the list of speakers.'
          : `Speech ${refusal.next} is next on the list of speakers.`,
      );
    case 'agenda-first':
      return notNow('The meeting has not adopted its agenda yet.');
    case 'not-on-agenda':
      return notNow(
        refusal.item === null
          ? 'No item has been taken up. The one about this text must be.'
          : `Item ${refusal.item} is not on the adopted agenda, or is not about this text.`,
      );
    case 'no-quorum':
      return notNow(`There is no quorum: ${refusal.present} are present, and ${refusal.quorum} must be.`);
    case 'mandate-needed':
      return notYou(
        'The coordinating group decides by articles 9.2, 9.3, 9.4 and 9.6 or by a mandate; elections and mandates are for an assembly.',
      );
    case 'taken-in-principle':
      return notYou('All took this text in principle. It belongs to all since, and no organisation does this alone.');
    case 'not-mandated':
      return notYou(
        refusal.mandate === null
          ? 'A text taken in principle is put to decision in a meeting: by whoever has the mandate, or in an assembly.'
          : `Mandate ${refusal.mandate} says who completes this text. Others do so in an assembly.`,
      );
    case 'beyond-agreed':
      return notSo('A revision of a text taken in principle takes in what is agreed, and changes nothing else.');
    case 'unseconded':
      return notNow(`${refusal.seconds} others co-sponsor the text, and the rules ask for ${refusal.needed}.`);
    case 'too-few':
      return notNow(
        `Too few of those who complete this text are in the room: ${refusal.present} are, and ${refusal.needed} must be.`,
      );
    case 'own-books':
      return notNow('Whoever recorded in the period or closed it does not say what it finds in it.');
    case 'editors-only':
      return notNow(
        'Only those on the editorial list of the periodical do this; any participant may put itself on it, with periodical.edit.',
      );
    case 'not-as-stated':
      return notNow(
        'The field “printed” holds other names than your organisation has stated last. Read how it is printed now, and sign that; or state it anew first, with organisation.rename.',
      );
    case 'treasurer-only':
      return notYou(
        refusal.treasurer === null
          ? 'Nobody has the mandate to keep the books. An assembly gives it.'
          : `Only whoever keeps the books may do this: ${refusal.treasurer === 'group' ? 'the coordinating group' : refusal.treasurer.join(', ')}.`,
      );
    case 'period-closed':
      return notNow(`What was before ${refusal.from} is closed. Record it on that day or later.`);
    case 'unbalanced':
      return notSo(
        `In every currency the postings must come to nothing. In ${refusal.currency} they come to ${refusal.by} minor units.`,
      );
    case 'not-empty':
      return notNow(`Account ${refusal.account} is not empty, and is not closed before it is.`);
    case 'withheld':
      return notNow('It is not possible as things stand, for a reason that is not for you to see.');
    case 'bad-field':
      return notSo(`The field “${refusal.field}” does not fit: ${refusal.why}.`);
    default:
      return unreachable(refusal);
  }
};

const FATE: Readonly<Record<FateKind, string>> = {
  open: 'is open',
  agreed: 'is agreed, and the next revision takes it in',
  replaced: 'was replaced by one that was agreed in its place',
  withdrawn: 'is withdrawn',
  'taken-in': 'was taken in by a revision',
  'to-renew': 'waits to be renewed by its movers',
  fallen: 'has fallen',
};

const ALREADY: Readonly<Record<Extract<Refusal, { readonly kind: 'already' }>['what'], string>> = {
  signed: 'Your organisation has signed already.',
  confirmed: 'There is nothing left to confirm.',
  disagreed: 'Your organisation disagrees already.',
  presented: 'Your organisation presents this applicant already.',
  vouched: 'Your organisation vouches for this already.',
  'co-sponsor': 'Your organisation stands behind this text already.',
  booked: 'This line of the bank is in the books already.',
  withdrawn: 'It is withdrawn already.',
  open: 'There are as many open as there may be.',
  joined: 'Your organisation is behind it already.',
  resolved: 'The thread is resolved.',
  checked: 'It is checked already.',
  'same-position': 'Your organisation holds this position already.',
  replied: 'There is an answer already that was signed, or came by a mail that is vouched for.',
  'same-reply': 'Your organisation has given this answer already.',
  present: 'Your organisation is in the room already.',
  'asked-to-speak': 'You have asked for the floor already.',
  'same-card': 'Your organisation shows this card already, or shows none.',
  acknowledged: 'Your organisation has acknowledged it already.',
  approved: 'The summary record is approved, and does not change any more.',
  entered: 'The delegate has entered already, and has a key.',
  erased: 'It is erased already.',
  decided: 'Your organisation has put these words to this meeting already.',
  contested: 'Somebody has disagreed with this application.',
  seat: 'The conference has its seat there already.',
  closed: 'It is closed already.',
  stated: 'Your organisation is printed so already.',
  editor: 'Your organisation is on the editorial list already.',
  published: 'The article is published, and does not change any more.',
  overtaken: 'An article in it was taken back, or published in another issue.',
  agreed: 'Your organisation has agreed already.',
  reversed: 'It was taken back already.',
};

const CLAUSE: Readonly<Record<Extract<Refusal, { readonly kind: 'clause-order' }>['why'], string>> = {
  'no-such-clause': 'The text has no such clause.',
  'clause-exists': 'The text has a clause with this id.',
  'not-adjacent': 'Only clauses that follow each other directly can be joined.',
  'changes-nothing': 'It would change nothing.',
};
