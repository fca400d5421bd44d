import type { OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import { unreached } from './post-needs.ts';
import type { Reader } from './reader.ts';

/** What is due for the coordinating group (9.2, 9.3, 9.4, 9.6). Derived from the state; it gives nobody a power. */
export type DeskItem =
  /** The next assembly is due, and none is on its way. */
  | { readonly kind: 'assembly'; readonly deadline: Instant }
  /** The provisional agenda of an assembly is closed to proposals then. */
  | { readonly kind: 'agenda'; readonly meeting: number; readonly items: number; readonly deadline: Instant }
  /** The group's term ends soon, or has ended. */
  | { readonly kind: 'term'; readonly deadline: Instant }
  | { readonly kind: 'mandate'; readonly mandate: number; readonly deadline: Instant }
  | {
      readonly kind: 'unreached';
      readonly circulation: number;
      readonly organisations: readonly OrganisationId[];
      readonly deadline: null;
    }
  | { readonly kind: 'application'; readonly organisation: OrganisationId; readonly deadline: Instant }
  | { readonly kind: 'recovery'; readonly organisation: OrganisationId; readonly deadline: Instant }
  | { readonly kind: 'proposal'; readonly text: number; readonly proposal: number; readonly deadline: Instant }
  | { readonly kind: 'decision'; readonly text: number; readonly deadline: Instant }
  /** A meeting has ended, and its summary record is not circulated. */
  | { readonly kind: 'minutes'; readonly meeting: number; readonly deadline: null }
  /** A summary record is open to correction, or its time has passed and corrections stand against it. */
  | {
      readonly kind: 'summary';
      readonly meeting: number;
      readonly corrections: number;
      readonly deadline: Instant | null;
    }
  | { readonly kind: 'help'; readonly help: number; readonly offers: number; readonly deadline: Instant | null };

/** The parts of the desk, in the order in which they stand on it. */
export const DESK_PARTS = {
  assembly: ['assembly', 'agenda', 'term'],
  post: ['unreached'],
  mandates: ['mandate'],
  records: ['minutes', 'summary'],
  procedures: ['application', 'recovery', 'proposal', 'decision'],
  help: ['help'],
} as const satisfies Readonly<Record<string, readonly DeskItem['kind'][]>>;

/** How long before its end a mandate, and the group's own term, are told of. */
const SOON = 30 * DAY;

/** Everything that is due at `now`, the soonest first and what has no deadline last. */
export const deskOf = (reader: Reader, now: Instant): readonly DeskItem[] =>
  [
    ...assemblyItems(reader, now),
    ...groupItems(reader, now),
    ...unreachedItems(reader),
    ...procedureItems(reader, now),
    ...recordItems(reader),
    ...helpItems(reader),
  ].toSorted((a, b) => (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || 0);

const assemblyItems = (reader: Reader, now: Instant): readonly DeskItem[] => {
  const ahead = reader
    .meetings()
    .find(({ kind, stage }) => kind === 'assembly' && stage !== 'closed' && stage !== 'cancelled');
  if (ahead === undefined) {
    const { by } = reader.assemblyDue();
    return by === null ? [] : [{ kind: 'assembly', deadline: by }];
  }
  const deadline = reader.agendaCloses(ahead);
  const items = ahead.items.filter(({ withdrawn }) => withdrawn === null).length;
  return deadline > now ? [{ kind: 'agenda', meeting: ahead.number, items, deadline }] : [];
};

const groupItems = (reader: Reader, now: Instant): readonly DeskItem[] => {
  const until = reader.group()?.until ?? null;
  const term: readonly DeskItem[] =
    until !== null && until <= after(now, SOON) ? [{ kind: 'term', deadline: until }] : [];
  return [
    ...term,
    ...reader
      .mandates()
      .filter((mandate) => mandate.to === 'group' && reader.inForce(mandate, now) && mandate.until <= after(now, SOON))
      .map(({ number, until: deadline }) => ({ kind: 'mandate' as const, mandate: number, deadline })),
  ];
};

const unreachedItems = (reader: Reader): readonly DeskItem[] =>
  [...unreached(reader)].map(([circulation, organisations]) => ({
    kind: 'unreached',
    circulation,
    organisations,
    deadline: null,
  }));

const procedureItems = (reader: Reader, now: Instant): readonly DeskItem[] => [
  ...reader
    .organisations()
    .flatMap(({ id, standing }): readonly DeskItem[] =>
      standing.kind === 'applicant' && standing.period.kind === 'running'
        ? [{ kind: 'application', organisation: id, deadline: standing.period.ends }]
        : [],
    ),
  ...reader
    .recoveries()
    .flatMap(({ organisation, stage }): readonly DeskItem[] =>
      stage.kind === 'running' ? [{ kind: 'recovery', organisation, deadline: stage.ends }] : [],
    ),
  ...reader
    .texts()
    .flatMap(({ number, proposals, decision }): readonly DeskItem[] => [
      ...proposals
        .filter(({ outcome }) => outcome === 'open')
        .map((one) => ({ kind: 'proposal' as const, text: number, proposal: one.number, deadline: one.deadline })),
      ...(decision !== null && decision.outcome === null && decision.deadline > now
        ? [{ kind: 'decision' as const, text: number, deadline: decision.deadline }]
        : []),
    ]),
];

const recordItems = (reader: Reader): readonly DeskItem[] =>
  reader.meetings().flatMap(({ number, stage, summary }): readonly DeskItem[] => {
    if (stage !== 'closed') return [];
    if (summary === null) return [{ kind: 'minutes', meeting: number, deadline: null }];
    const corrections = summary.corrections.filter(({ fate }) => fate.kind === 'open').length;
    return summary.approved === null
      ? [{ kind: 'summary', meeting: number, corrections, deadline: summary.deadline }]
      : [];
  });

const helpItems = (reader: Reader): readonly DeskItem[] =>
  reader
    .help()
    .filter(({ closed }) => closed === null)
    .map(({ number, offers, until }) => ({ kind: 'help', help: number, offers: offers.length, deadline: until }));
