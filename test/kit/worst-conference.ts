import { DAY, MINUTE } from '../../src/base/time.ts';
import { MOST } from '../../src/charter/law/limits.ts';
import { type Step, all, wait } from '../../src/charter/spec/spec.ts';
import {
  act,
  acting,
  amend,
  applyFor,
  appoint,
  charterWith,
  consult,
  decide,
  enrol,
  found,
  lose,
  observe,
  onAmendment,
  onClause,
  present,
  revise,
  rulesWith,
  sign,
  signCharter,
  table,
  take,
  whole,
} from '../../src/charter/spec/acts.ts';
import {
  AHEAD,
  agreed,
  answer,
  arrive,
  ask,
  circulate,
  closeCall,
  calledByEnough,
  convene,
  credentials,
  help,
  inMeeting,
  item,
  letter,
  slate,
} from '../../src/charter/spec/meetings.ts';
import { debate, suggest, translate } from '../../src/charter/spec/negotiation.ts';
import { openStatement, signStatement } from '../../src/charter/spec/statements.ts';
import { asClauseId } from '../../src/charter/spec/world.ts';
import { keeper } from '../../src/charter/spec/means.ts';
import type { PublicKey } from '../../src/base/ids.ts';
import { actedTogether, archive, booked, placed, published, told } from './worst-chapters.ts';

/** A conference with as much of everything as makes the worst of any one page or answer. */

const FOUNDERS = Array.from({ length: 60 }, (_, i) => `founder-${i + 1}`);
const GUESTS = Array.from({ length: 90 }, (_, i) => `guest-${i + 1}`);
/** Who takes part, in order. The first is in the coordinating group. */
export const CROWD = [...FOUNDERS, ...GUESTS];
export const [ADA = '', BOR = '', CVET = ''] = CROWD;

/** One that applies and that nobody presents. */
export const STRANGER = 'stranger-1';

const RULES = rulesWith({
  participation: { noDisagreementDays: 1, presenters: 1 },
  coordinatingGroup: { perCountry: 50 },
});

const times = (count: number, step: (i: number) => Step): Step =>
  all(...Array.from({ length: count }, (_, i) => step(i)));
const each = (step: (by: string, i: number) => Step, who: readonly string[] = CROWD): Step => all(...who.map(step));

const WORDS = Array.from({ length: 10 }, () => 'It goes further than our members could carry home.').join(' ');
const LONG = Array.from({ length: 140 }, (_, i) => `w${i}`).join(' ');

const people = (host: PublicKey): Step =>
  all(
    found(FOUNDERS, charterWith(RULES), { host }),
    ...FOUNDERS.slice(1).map((name) => enrol(name)),
    ...FOUNDERS.map((name) => signCharter(name)),
    ...GUESTS.map((name) => all(applyFor(name, { about: WORDS }), present(ADA, name))),
    wait(2 * DAY),
    times(3, (round) =>
      all(
        times(90, (i) => applyFor(`stranger-${90 * round + i}`)),
        wait(31 * DAY),
      ),
    ),
    times(100, (i) => appoint(BOR, `delegate ${i}`)),
  );

/** A text that everybody disputes in every clause. */
const disputed: Step = all(
  table(
    ADA,
    Array.from({ length: 30 }, () => LONG),
  ),
  times(60, (i) => revise(ADA, [...Array.from({ length: 29 }, () => LONG), `Revision ${i}.`])),
  ...CROWD.slice(0, 12).flatMap((by, o) =>
    Array.from({ length: 40 }, (_, i) => {
      const clause = asClauseId(`c${((o * 40 + i) % 29) + 1}`);
      const tokens = LONG.split(' ');
      tokens[2 * Math.floor((o * 40 + i) / 29) + 1] = `w${o}x${i}`;
      return amend(by, { kind: 'replace', clause, words: tokens.join(' ') });
    }),
  ),
  times(20, (c) => each((by) => take(by, 'object', onClause(`c${c + 1}`), WORDS))),
  times(20, (a) => each((by) => take(by, 'stand-aside', onAmendment(a + 1)), CROWD.slice(0, 40))),
  each((by) => take(by, 'object', whole, WORDS)),
  times(100, (i) => consult(CROWD[i % 50] ?? '', CROWD.slice(60, 90), onClause(`c${(i % 20) + 1}`))),
  times(200, (i) => debate(CROWD[i % 50] ?? '', i % 2 === 0 ? whole : onClause(`c${(i % 29) + 1}`))),
  times(200, (i) => act('debate.reply', CROWD[i % 50] ?? '', { text: 1, thread: 1, words: WORDS, language: null })),
  times(50, (i) =>
    all(
      suggest(CROWD[i] ?? '', { kind: 'rapporteur', organisation: CROWD[i] as never }),
      act('proposal.withdraw', CROWD[i] ?? '', { text: 1, proposal: i + 1 }),
    ),
  ),
  translate(ADA, Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`c${i + 1}`, LONG]))),
);

/** Texts that were decided and signed, that lie open, and that came to nothing. */
const texts: Step = all(
  times(3, (i) =>
    all(
      table(
        ADA,
        Array.from({ length: 30 }, () => LONG),
      ),
      decide(ADA, { text: 2 + i }),
      each((by) => take(by, 'support', whole, null, 2 + i)),
      each((by) =>
        sign(by, { text: 2 + i, clauses: null, riders: [{ kind: 'interpretation', clause: null, words: WORDS }] }),
      ),
    ),
  ),
  times(200, (i) => all(table(BOR), act('text.withdraw', BOR, { text: 5 + i }))),
  ...CROWD.slice(0, 5).map((by) => times(MOST['own-open-texts'] - (by === ADA ? 1 : 0), () => table(by))),
  times(200, (i) => observe(CROWD[i % 100] ?? '', { text: 2, words: WORDS, public: i % 2 === 0 })),
);

const statements: Step = all(
  times(150, (i) => openStatement(CROWD[i] ?? '')),
  times(5, (i) => each((by) => signStatement(by, i + 1))),
);

const meetings: Step = all(
  convene(ADA, { public: true }),
  calledByEnough([BOR]),
  convene(BOR, { public: true, in: AHEAD + 2 * DAY }),
  calledByEnough([ADA], 2),
  times(150, (i) =>
    all(
      convene(CROWD[i] ?? ''),
      acting('meeting.cancel', CROWD[i] ?? '', ({ state }) => ({ meeting: state.meetings.length, reason: WORDS })),
    ),
  ),
  ...CROWD.slice(0, 10).map((by) =>
    times(MOST['own-open-meetings'] - 1, () => convene(by, { kind: 'assembly', public: true, in: 400 * DAY })),
  ),
  each((by) => inMeeting('meeting.reply', by, { reply: 'coming' })),
  each((by) => credentials(by)),
  ...CROWD.slice(0, 50).map((by) => times(MOST['own-items'], (i) => item(by, `Item ${i} of ${by}`))),
  wait(AHEAD),
  inMeeting('sitting.open', ADA),
  each((by) => arrive(by), CROWD.slice(1)),
  agreed(ADA, { kind: 'agenda', items: Array.from({ length: 200 }, (_, i) => i + 1) }),
  agreed(ADA, slate(CROWD.slice(0, 3), CROWD.slice(3, 5))),
  agreed(ADA, keeper(CVET, Date.UTC(2040, 0, 1))),
  inMeeting('sitting.item', ADA, { item: 1 }),
  times(20, () =>
    each(
      (by) =>
        all(
          inMeeting('speech.request', by, { kind: 'speech' }),
          acting('speech.end', by, ({ state }) => ({ meeting: 1, speech: state.meetings[0]?.speeches.length ?? 0 })),
        ),
      CROWD.slice(0, 100),
    ),
  ),
  each((by) => inMeeting('speech.request', by, { kind: 'speech' })),
  times(10, () =>
    all(
      ask(ADA, { kind: 'words', words: WORDS, under: null }),
      each((by) => answer(by, 'stand-aside', { reason: WORDS })),
      wait(10 * MINUTE),
      closeCall(ADA),
    ),
  ),
);

const after: Step = all(
  inMeeting('sitting.close', ADA, { resumes: null }),
  circulate(
    ADA,
    Array.from({ length: 100 }, () => WORDS),
  ),
  times(20, () =>
    each(
      (by) =>
        act('summary.correct', by, { meeting: 1, version: 1, clause: 'c2', words: 'We nearly agreed.', reason: WORDS }),
      CROWD.slice(0, 50),
    ),
  ),
  times(30, (i) =>
    circulate(
      ADA,
      Array.from({ length: 50 }, () => `${WORDS} ${i}`),
    ),
  ),
  times(100, () => help(ADA)),
);

const post: Step = all(
  times(300, (i) => letter(ADA, { subject: `Circular ${i}` })),
  times(200, (i) => letter(CROWD[i % 100] ?? '', { kind: 'letter' })),
  times(40, (i) => lose(CROWD[i + 20] ?? '')),
);

/** An assembly that is under way, as full as its room can be. */
const underWay: Step = all(
  each((by) => credentials(by, [1], 2)),
  wait(2 * DAY),
  inMeeting('sitting.open', BOR, {}, 2),
  each((by) => (by === BOR ? () => null : arrive(by, 2))),
  times(20, (i) => item(CROWD[i] ?? '', `Item ${i}`, [], 2)),
  agreed(BOR, { kind: 'agenda', items: Array.from({ length: 20 }, (_, i) => i + 1) }, 2),
  inMeeting('sitting.item', BOR, { item: 1 }, 2),
  each((by) => inMeeting('speech.request', by, { kind: 'speech' }, 2)),
  each((by) => inMeeting('card.show', by, { card: 'warm' }, 2)),
  ask(BOR, { kind: 'words', words: WORDS, under: null }, 2),
  each((by) => answer(by, 'stand-aside', { reason: WORDS, meeting: 2 }), CROWD.slice(0, -1)),
);

export const worst = (host: PublicKey): Step =>
  all(
    people(host),
    disputed,
    texts,
    statements,
    meetings,
    after,
    post,
    underWay,
    archive(CROWD),
    told(CROWD),
    actedTogether(CROWD),
    published(CROWD),
    placed(ADA, 2),
    booked(CVET, CROWD),
  );
