import { unreachable } from '../src/base/result.ts';
import { HOUR, type Instant, SECOND, after } from '../src/base/time.ts';
import type { ActKind } from '../src/charter/acts.ts';
import { versionHash, versionOf } from '../src/charter/law/charter.ts';
import * as content from './content/index.ts';
import type { Keyring } from './keyring.ts';
import { SECOND_TERMS, printedOf } from './people.ts';
import { type BodyIn, type Step, actStep, moment } from './steps.ts';

/** What is done about a text, from its tabling to its last signature. */

export type TextEvent = Extract<content.StoryEvent, { readonly text: content.TextKey }>;

const TEXTS: Readonly<Record<content.TextKey, content.SampleText>> = {
  charter: content.CHARTER,
  forests: content.FORESTS,
  'drinking-water': content.WATER,
  tributaries: content.TRIBUTARIES,
};

const STORY: readonly content.StoryEvent[] = content.STORY;

/** The record numbers texts from 1, in the order in which they are tabled. */
const TABLED = STORY.flatMap((event) => (event.kind === 'table' ? [event.text] : []));

/** How long somebody who takes several positions at one sitting needs for each. */
const EACH = 20 * SECOND;

export const debate = (keys: Keyring, today: Instant, event: TextEvent): readonly Step[] => {
  const { by } = event;
  const at = moment(today, event.at);
  const text = TEXTS[event.text];
  const number = TABLED.indexOf(event.text) + 1;
  const charter = event.text === 'charter' ? SECOND_TERMS : null;
  const words = (version: number) => ({ title: text.title, clauses: content.clausesOf(text, version) });
  const last = text.revisions.length;

  /** The story's own: of all that the content tells, what this event is about. */
  const told = <T>(list: readonly T[], is: (item: T, index: number) => boolean): T => {
    const found = list.find(is);
    if (found === undefined) throw new RangeError(`Nothing is told of ${JSON.stringify(event)}`);
    return found;
  };
  const own = <T extends { readonly by: string }>(list: readonly T[]): T => told(list, (item) => item.by === by);
  const act = <const K extends ActKind>(kind: K, body: BodyIn<K>, delegate = 1, time = at): Step =>
    actStep(time, kind, [by, delegate], body, [keys.key(by, delegate)]);
  const versioned = (version: number) => versionHash(versionOf({ ...words(version), charter }));
  const final = () => versioned(last);

  switch (event.kind) {
    case 'table':
      return [
        act('text.table', {
          kind: charter === null ? 'resolution' : 'charter',
          ...words(0),
          charter,
          language: null,
        }),
      ];
    case 'cosponsor':
      return [act('text.cosponsor', { text: number })];
    case 'amend': {
      const { version, change, reason } = told(text.amendments, (_, i) => i === event.amendment);
      return [act('amendment.propose', { text: number, revision: version + 1, change, reason })];
    }
    case 'join-amendment':
      return [act('amendment.join', { text: number, amendment: event.amendment + 1 })];
    case 'withdraw-amendment':
      return [act('amendment.withdraw', { text: number, amendment: event.amendment + 1 })];
    case 'positions': {
      const positions = text.positions
        .filter((position) => position.by === by && position.version === event.version)
        .map(({ on, stand, reason = null, conditions = [] }) => ({
          on: on.kind === 'amendment' ? { kind: on.kind, amendment: on.index + 1 } : on,
          stand,
          reason,
          conditions,
        }));
      return parts(positions).map((some, i) =>
        act('positions.take', { text: number, revision: event.version + 1, positions: some }, 1, after(at, i * EACH)),
      );
    }
    case 'debate': {
      const { on, quote, version, posts } = told(text.threads ?? [], (_, i) => i === event.thread);
      const { words: said, lang } = told(posts, (_, i) => i === event.post);
      const post = { words: said, language: lang };
      return [
        event.post === 0
          ? act('debate.open', { text: number, revision: version + 1, on, quote, ...post })
          : act('debate.reply', { text: number, thread: event.thread + 1, ...post }),
      ];
    }
    case 'consult': {
      const consultation = told(text.consultations, (_, i) => i === event.consultation);
      const { met, where, result, hoursEarlier } = consultation;
      const tried = `${where.charAt(0).toUpperCase()}${where.slice(1)}. ${consultation.tried}`;
      const held = after(at, -hoursEarlier * HOUR);
      return consultation.on.map((on, i) =>
        // Whoever assists keeps the notes.
        act('consultation.record', { text: number, on, with: met, held, tried, result }, 2, after(at, i * EACH)),
      );
    }
    case 'revise': {
      const { tookIn, note } = told(text.revisions, (_, i) => i + 1 === event.version);
      const taken = tookIn.map((index) => index + 1);
      const body = { text: number, revision: event.version, ...words(event.version), charter, tookIn: taken, note };
      return [act('text.revise', body)];
    }
    case 'decide': {
      return [
        act('decision.open', { text: number, version: final(), deadline: moment(today, event.until), meeting: null }),
      ];
    }
    case 'decide-stand': {
      const { stand, reason = null } = own(text.decision?.stands ?? []);
      const on = { kind: 'whole' } as const;
      const positions = [{ on, stand, reason, conditions: [] }];
      return [act('positions.take', { text: number, revision: last + 1, positions })];
    }
    case 'sign':
      return [
        act('text.sign', {
          text: number,
          printed: printedOf(by),
          version: final(),
          ...signature(own(text.signatures), words(last)),
        }),
      ];
    case 'confirm':
      return [act('signature.confirm', { text: number })];
    case 'observe': {
      const { kind, clauses, english, public: open, words: said } = own(text.observations);
      const both = english === undefined ? said : `${said}\n\n${english}`;
      return [
        act('observation.make', {
          text: number,
          version: versioned(revisedBefore(event)),
          kind,
          clauses,
          words: both,
          public: open,
        }),
      ];
    }
    default:
      return unreachable(event);
  }
};

/** A text is long: an organisation answers some of it at a time. */
const parts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / 3) }, (_, i) => all.slice(i * 3, i * 3 + 3));

/** How often the text had been revised by then. */
const revisedBefore = (event: TextEvent): number =>
  STORY.slice(0, STORY.indexOf(event)).filter((earlier) => earlier.kind === 'revise' && earlier.text === event.text)
    .length;

const signature = (
  { scope, reservations = [], interpretations = [], adReferendum }: content.Signature,
  { clauses }: { readonly clauses: readonly { readonly id: string }[] },
) => ({
  clauses:
    scope.kind === 'whole' ? null : clauses.map(({ id }) => id).filter((id: string) => !scope.clauses.includes(id)),
  riders: [
    ...reservations.map((note) => ({ kind: 'reservation' as const, ...note })),
    ...interpretations.map((note) => ({ kind: 'interpretation' as const, ...note })),
  ],
  adReferendum: adReferendum === true,
});
