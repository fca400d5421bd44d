import type { PublicKey } from '../src/base/ids.ts';
import { unreachable } from '../src/base/result.ts';
import { type Instant, MINUTE, after, dayOf } from '../src/base/time.ts';
import { statementHash } from '../src/charter/decisions/statements.ts';
import { clausesSchema } from '../src/text/clause.ts';
import * as content from './content/index.ts';
import { assemblies } from './assemblies.ts';
import { books } from './books.ts';
import { debate } from './debate.ts';
import { descriptions } from './descriptions.ts';
import type { Keyring } from './keyring.ts';
import { letters } from './letters.ts';
import { reports } from './reports.ts';
import { application, enrol, founding, presentation, printedOf, profileOf, signFounding } from './people.ts';
import { publications } from './publications.ts';
import { solidarity } from './solidarity.ts';
import { type Step, actStep, attached, moment } from './steps.ts';

/** Who looks in without doing anything, so that the newest observation has reached some and not yet others. */
const VISITS: readonly { readonly at: content.When; readonly by: content.ParticipantId }[] = [
  { at: [-3, 12, 40], by: 'zelena-sava' },
  { at: [-2, 16, 5], by: 'lumi-i-lire' },
  { at: [-1, 7, 30], by: 'nehir-dernegi' },
];

/** The story as steps, soonest first; `met`: with its assemblies and its periodical. Nothing but its arguments decides: the same day gives the same steps. */
export const script = (keys: Keyring, host: PublicKey, today: Instant, met: boolean): readonly Step[] =>
  [
    ...content.STORY.flatMap((event) => stepsOf(keys, host, today, event)),
    ...(met
      ? [
          ...descriptions(keys, today),
          ...assemblies(keys, today),
          ...letters(keys, today),
          ...reports(keys, today),
          ...publications(keys, today, flood(today)),
          ...books(keys, today),
          ...solidarity(keys, today),
        ]
      : []),
    ...read(today),
    ...VISITS.map(({ at, by }): Step => ({ kind: 'visit', at: moment(today, at), organisation: by })),
  ].toSorted((a, b) => a.at - b.at);

const read = (today: Instant): readonly Step[] =>
  content.PARTICIPANTS.flatMap(({ id, delegates }) =>
    delegates.map(({ role }, i): Step => ({
      kind: 'read',
      at: moment(today, content.READ[role]),
      organisation: id,
      delegate: i + 1,
    })),
  );

const stepsOf = (keys: Keyring, host: PublicKey, today: Instant, event: content.StoryEvent): readonly Step[] => {
  if ('text' in event) return debate(keys, today, event);
  const at = moment(today, event.at);
  switch (event.kind) {
    case 'found':
      return founding(keys, host, at, event.by);
    case 'sign-founding':
      return [signFounding(keys, at, event.by)];
    case 'apply':
      return application(keys, at, event.by, isAmendedBy(today, at));
    case 'present':
      return [presentation(keys, at, event.by, event.of)];
    case 'bring-archive':
      return bringArchive(keys, at, event.by);
    case 'open-statement':
      return openStatement(keys, today, at, event.by);
    case 'sign-statement':
      return signStatement(keys, today, at, event.by);
    case 'withdraw-statement':
      return [
        actStep(at, 'statement.withdraw', [event.by, 1], { statement: 1, reason: content.FLOOD.withdrawn.reason }, [
          keys.key(event.by, 1),
        ]),
      ];
    case 'falls-due':
      return [{ kind: 'wait', at }];
    default:
      return unreachable(event);
  }
};

/** Whether the charter's second version is in force at that moment: its decision ended with the last stand. */
const isAmendedBy = (today: Instant, at: Instant): boolean => {
  const adopted = content.STORY.findLast((event) => event.kind === 'decide-stand' && event.text === 'charter');
  return adopted !== undefined && moment(today, adopted.at) <= at;
};

/** One piece after another, each with its words beside the record. */
const bringArchive = (keys: Keyring, at: Instant, by: string): readonly Step[] =>
  content.ARCHIVE.map(({ what, words }, i) => {
    const beside = words === null ? [] : [attached(`archive ${what.reference}`, words.join('\n\n'))];
    const papers = { words: beside[0]?.hash ?? null, files: [] };
    return actStep(after(at, 4 * i * MINUTE), 'archive.bring', [by, 1], { what, papers }, [keys.key(by, 1)], beside);
  });

/** The statement's words: its event is so many days before the day that the sample is played on. */
const flood = (today: Instant) => {
  const { title, event, clauses, lead, calls } = content.FLOOD;
  const on = dayOf(moment(today, event.on));
  return { title, event: { name: event.name, on }, clauses: clausesSchema.parse(clauses), lead, calls };
};

/** It is opened, and those from outside are invited one after another. */
const openStatement = (keys: Keyring, today: Instant, at: Instant, by: string): readonly Step[] => [
  actStep(at, 'statement.open', [by, 1], flood(today), [keys.key(by, 1)]),
  ...content.OUTSIDE.map(({ id, vouching }, i) => {
    const link = keys.invitation(id, 1);
    const newcomer = { ...profileOf(id), invitation: link.publicKey };
    const body = { statement: 1, organisation: id, newcomer, vouching };
    return actStep(after(at, 3 * (i + 1) * MINUTE), 'statement.invite', [by, 1], body, [keys.key(by, 1), link]);
  }),
];

/** One from outside follows its link before it signs. */
const signStatement = (keys: Keyring, today: Instant, at: Instant, by: string): readonly Step[] => {
  const body = { statement: 1, printed: printedOf(by), version: statementHash(flood(today)) };
  const sign = actStep(at, 'statement.sign', [by, 1], body, [keys.key(by, 1)]);
  const outside = content.OUTSIDE.some(({ id }) => id === by);
  return outside ? [enrol(keys, after(at, -25 * MINUTE), by, 1, true), sign] : [sign];
};
