import { DAY, HOUR } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import { MOST } from '../law/limits.ts';
import { type Step, all } from './spec.ts';
import { acting, clauses, founded, rulesWith, table } from './acts.ts';
import { openStatement } from './statements.ts';
import { amendAll } from './negotiation.ts';
import { asClauseId, fakeHash, fakeKey } from './world.ts';
import { fingerprint } from '../../base/keys.ts';
import { present } from '../texts/texts.ts';

/** The worst that members can make of a conference within the limits, for tests and benchmarks. */

export const CROWD = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani', 'goran', 'hera'] as const;

/** Words of single signs with `?` at other places for each `seed`: they share much, in many ways, and differ by as much as is looked for. */
export const signs = (length: number, seed: number): string =>
  Array.from({ length }, (_, i) => ((i + seed * 37) % 83 === 0 ? '?' : '!')).join('');

/** Tries it, whatever comes of it. */
const attempt =
  (kind: ActKind, by: string, body: unknown): Step =>
  (world) => {
    world.send({ kind, by, body });
    return null;
  };

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

/** Of everything that acts go through, so many things more, in whatever scene. */
export const clutter = (count: number): Step => all(...Array.from({ length: count }, (_, i) => all(...littleOfAll(i))));

const littleOfAll = (i: number): readonly Step[] => {
  const label = `clutter ${i}`;
  const last =
    (kind: ActKind, by: string, body: (state: Parameters<Step>[0]['state']) => unknown): Step =>
    (world) => {
      world.send({ kind, by, body: body(world.state) });
      return null;
    };
  const onText = (text: number): readonly Step[] => [
    last('amendment.propose', 'bor', ({ texts }) => ({
      text,
      revision: texts[text - 1]?.revisions.length ?? 1,
      change: { kind: 'add', after: null, clause: { id: `x${i}`, kind: 'operative', words: 'More.' } },
      reason: 'More.',
    })),
    last('amendment.withdraw', 'bor', ({ texts }) => ({ text, amendment: lastOf(texts[text - 1]?.amendments) })),
    last('position.take', 'bor', ({ texts }) => ({
      text,
      revision: texts[text - 1]?.revisions.length ?? 1,
      on: { kind: 'clause', clause: 'c1' },
      stand: 'support',
      reason: label,
    })),
    attempt('proposal.make', 'bor', { text, what: { kind: 'languages', authentic: ['sr'] }, reason: label }),
    last('proposal.withdraw', 'bor', ({ texts }) => ({ text, proposal: lastOf(texts[text - 1]?.proposals) })),
    last('debate.open', 'bor', ({ texts }) => ({
      text,
      revision: texts[text - 1]?.revisions.length ?? 1,
      on: { kind: 'whole' },
      quote: null,
      words: label,
    })),
    last('observation.make', 'bor', ({ texts }) => {
      const known = texts[text - 1];
      const version = known === undefined ? fakeHash('none') : present(known).hash;
      return { text, version, kind: 'view', clauses: [], words: label, public: false };
    }),
  ];
  return [
    attempt('text.table', 'bor', {
      kind: 'resolution',
      title: label,
      clauses: clauses('One.'),
      rules: null,
    }),
    last('text.withdraw', 'bor', ({ texts }) => ({ text: lastOf(texts) })),
    ...[1, 2].flatMap(onText),
    openStatement('ada'),
    attempt('letter.send', 'ada', {
      kind: 'circular',
      subject: label,
      language: 'en',
      answers: null,
      words: fakeHash(label),
      files: [],
      correspondent: null,
      list: { kind: 'participants' },
    }),
    attempt('attachment.erase', 'ada', { attachment: fakeHash(label), reason: label }),
    attempt('help.ask', 'ada', { what: 'technical', words: label, until: null }),
    ...(i < MOST.keys - 5
      ? [
          attempt('key.enrol', 'bor', { delegate: 1, key: fakeKey(label), use: 'ssh', name: null }),
          attempt('key.revoke', 'bor', { key: fingerprint(fakeKey(label)) }),
        ]
      : []),
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
    // Where the group could not convene it, the last is another.
    last('meeting.cancel', 'ada', ({ meetings }) => ({
      meeting: meetings.at(-1)?.kind === 'group' ? meetings.length : 1000,
      reason: label,
    })),
    attempt('speech.request', 'bor', { meeting: 1, kind: 'point-of-order' }),
    last('speech.end', 'bor', ({ meetings }) => ({ meeting: 1, speech: lastOf(meetings[0]?.speeches) })),
    attempt('participation.apply', `stranger-${i}`, {
      name: `Stranger ${i}`,
      gloss: null,
      country: 'RS',
      about: null,
      website: null,
      charter: fakeHash('none'),
      letter: fakeHash(label),
      delegate: null,
      key: fakeKey(`stranger ${i}`),
      use: 'ssh',
    }),
  ].map((step): Step => (world) => {
    step(world);
    return null;
  });
};
