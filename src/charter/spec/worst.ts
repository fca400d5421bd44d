import { DAY, HOUR } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { MOST } from '../law/limits.ts';
import { type Step, all } from './spec.ts';
import { bringPiece } from './archive.ts';
import { act, acting, clauses, founded, onClause, rulesWith, table, takeAll } from './acts.ts';
import { printed } from './names.ts';
import { openStatement } from './statements.ts';
import { propose } from './publications.ts';
import { amendAll } from './negotiation.ts';
import { asClauseId, fakeHash, fakeKey } from './world.ts';
import { fingerprint } from '../../base/keys.ts';
import { present } from '../texts/texts.ts';
import type { State } from '../state.ts';
import type { Text } from '../texts/state.ts';

/** The worst that members can make of a conference within the limits, for tests and benchmarks. */

export const CROWD = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani', 'goran', 'hera'] as const;

/** Words of single signs with `?` at other places for each `seed`: they share much, in many ways, and differ by as much as is looked for. */
export const signs = (length: number, seed: number): string =>
  Array.from({ length }, (_, i) => ((i + seed * 37) % 83 === 0 ? '?' : '!')).join('');

/** Amendments that each put a word of their own into the same clause, at places that do not meet. */
const inserted = (words: string, from: number, count: number): string => {
  const tokens = words.split(' ');
  tokens[2 * from + 1] = `w${from}x${count}`;
  return tokens.join(' ');
};

const LONG = Array.from({ length: 140 }, (_, i) => `w${i}`).join(' ');

/** A text with as many amendments open as may be, none a rival of another, on as few clauses as hold them; and every period ends at once. */
export const crowded: Step = all(
  founded(CROWD, rulesWith({ participation: { noDisagreementDays: 1 } })),
  table(
    'ada',
    Array.from({ length: 16 }, () => LONG),
  ),
  ...CROWD.flatMap((by, o) =>
    Array.from({ length: 8 }, (_, c) =>
      amendAll(
        by,
        Array.from({ length: 7 }, (_each, i) => ({
          change: {
            kind: 'replace',
            clause: asClauseId(`c${((c * 2 + (o % 2)) % 16) + 1}`),
            words: inserted(LONG, (o >> 1) * 7 + i, o),
          },
        })),
      ),
    ),
  ),
);

/** One clause as long as may be, with as many other wordings as may be, each of which is compared in the slowest way. */
export const rivals: Step = all(
  founded(CROWD),
  table('ada', [signs(8000, 0)]),
  ...['bor', 'cvet'].map((by, i) =>
    amendAll(by, [{ change: { kind: 'replace', clause: 'c1', words: signs(8000, i + 1) } }]),
  ),
);

/** The number of the last of a list, or of one that is not there. */
const lastOf = (list: readonly unknown[] = []): number => Math.max(1, list.length);

/** Of everything that acts go through, so many things more, as far as the scene has room for it. Refused where any of it is. */
export const clutter = (count: number): Step =>
  all(...Array.from({ length: count }, (_, i) => all(...CLUTTER.map(({ fits, acts }) => where(fits, acts(i))))));

/** The kinds of act by which there is more. */
export const CLUTTERED: readonly ActKind[] = [
  'text.table',
  'text.withdraw',
  'statement.open',
  'archive.bring',
  'letter.send',
  'attachment.erase',
  'help.ask',
  'participation.apply',
  'key.enrol',
  'key.revoke',
  'meeting.convene',
  'meeting.cancel',
  'speech.request',
  'speech.end',
  'recovery.request',
  'amendment.propose',
  'amendment.withdraw',
  'positions.take',
  'debate.open',
  'proposal.make',
  'proposal.withdraw',
  'observation.make',
  'periodical.propose',
  'publication.withdraw',
];

interface Clutter {
  /** Whether the scene has what these acts are about, in the stage in which they are made. */
  readonly fits: (state: State) => boolean;
  readonly acts: (i: number) => Step;
}

const where =
  (fits: Clutter['fits'], step: Step): Step =>
  (world) =>
    fits(world.state) ? step(world) : null;

const label = (i: number): string => `clutter ${i}`;

const always = (): boolean => true;

const inStage =
  (text: number, ...stages: readonly Text['stage'][]) =>
  ({ texts }: State): boolean =>
    stages.some((stage) => texts[text - 1]?.stage === stage);

const revisionOf = ({ texts }: State, text: number): number => texts[text - 1]?.revisions.length ?? 1;

const onText = (text: number): readonly Clutter[] => [
  {
    fits: inStage(text, 'negotiation'),
    acts: (i) =>
      all(
        acting('amendment.propose', 'bor', ({ state }) => ({
          text,
          revision: revisionOf(state, text),
          change: { kind: 'add', after: null, clause: { id: `x${i}`, kind: 'operative', words: 'More.' } },
          reason: 'More.',
        })),
        acting('amendment.withdraw', 'bor', ({ state }) => ({
          text,
          amendment: lastOf(state.texts[text - 1]?.amendments),
        })),
      ),
  },
  {
    fits: inStage(text, 'negotiation', 'decision'),
    acts: (i) =>
      all(
        takeAll('bor', [{ on: onClause('c1'), stand: 'support', reason: label(i), conditions: [] }], text),
        acting('debate.open', 'bor', ({ state }) => ({
          text,
          revision: revisionOf(state, text),
          on: { kind: 'whole' },
          quote: null,
          words: label(i),
          language: null,
        })),
      ),
  },
  {
    fits: inStage(text, 'negotiation', 'decision', 'adopted'),
    acts: (i) =>
      all(
        act('proposal.make', 'bor', { text, what: { kind: 'languages', authentic: ['sr'] }, reason: label(i) }),
        acting('proposal.withdraw', 'bor', ({ state }) => ({
          text,
          proposal: lastOf(state.texts[text - 1]?.proposals),
        })),
      ),
  },
  {
    fits: ({ texts }) => texts.length >= text,
    acts: (i) =>
      acting('observation.make', 'bor', ({ state }) => {
        const known = state.texts[text - 1];
        const version = known === undefined ? fakeHash('none') : present(known).hash;
        return { text, version, kind: 'view', clauses: [], words: label(i), public: false };
      }),
  },
];

/** What is ever asked for in one organisation's name has so many places; these ask in several. */
const LOSERS = ['ada', 'bor', 'cvet'] as const;

const CLUTTER: readonly Clutter[] = [
  {
    fits: always,
    acts: (i) =>
      all(
        act('text.table', 'bor', {
          kind: 'resolution',
          title: label(i),
          clauses: clauses('One.'),
          charter: null,
          language: null,
        }),
        acting('text.withdraw', 'bor', ({ state }) => ({ text: lastOf(state.texts) })),
        openStatement('ada'),
        bringPiece('ada', { reference: label(i) }),
        act('letter.send', 'ada', {
          kind: 'circular',
          subject: label(i),
          language: 'en',
          answers: null,
          words: fakeHash(label(i)),
          files: [],
          correspondent: null,
          list: { kind: 'participants' },
        }),
        act('attachment.erase', 'ada', { attachment: fakeHash(label(i)), reason: label(i) }),
        act('help.ask', 'ada', { what: 'technical', words: label(i), until: null }),
        acting('participation.apply', `stranger-${i}`, ({ state }) => ({
          printed: printed(`Stranger ${i}`),
          country: 'RS',
          about: null,
          website: null,
          charter: state.charter?.hash,
          letter: fakeHash(`letter ${label(i)}`),
          delegate: null,
          key: fakeKey(`stranger ${i}`),
          use: 'ssh',
        })),
      ),
  },
  {
    fits: always,
    acts: (i) =>
      all(
        propose('bor', { title: label(i) }),
        acting('publication.withdraw', 'bor', ({ state }) => ({ periodical: lastOf(state.periodicals), issue: null })),
      ),
  },
  {
    fits: ({ keysOf }) => (keysOf.get('bor' as OrganisationId)?.length ?? 0) < MOST.keys - 5,
    acts: (i) =>
      all(
        act('key.enrol', 'bor', { delegate: 1, key: fakeKey(label(i)), use: 'ssh', name: null }),
        act('key.revoke', 'bor', { key: fingerprint(fakeKey(label(i))) }),
      ),
  },
  {
    fits: ({ group }) => group?.members.some((id) => id === 'ada') === true,
    acts: (i) =>
      all(
        acting('meeting.convene', 'ada', ({ now }) => ({
          kind: 'group',
          notice: {
            starts: now + DAY,
            ends: now + DAY + HOUR,
            zone: 'Europe/Skopje',
            place: 'Ohrid',
            link: null,
            languages: ['en'],
            words: null,
            public: false,
          },
        })),
        acting('meeting.cancel', 'ada', ({ state }) => ({ meeting: state.meetings.length, reason: label(i) })),
      ),
  },
  {
    fits: ({ meetings }) => meetings[0]?.stage === 'open',
    acts: () =>
      all(
        act('speech.request', 'bor', { meeting: 1, kind: 'point-of-order' }),
        acting('speech.end', 'bor', ({ state }) => ({ meeting: 1, speech: lastOf(state.meetings[0]?.speeches) })),
      ),
  },
  {
    fits: always,
    acts: (i) =>
      act('recovery.request', LOSERS[i % LOSERS.length] ?? '', {
        key: fakeKey(`lost ${i}`),
        use: 'ssh',
        explanation: fakeHash(`lost ${i}`),
      }),
  },
  ...[1, 2].flatMap(onText),
];
