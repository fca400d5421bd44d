import { type Nonce, conferenceIdOf } from '../src/base/act.ts';
import { type Bytes, base64url, utf8 } from '../src/base/bytes.ts';
import type { ActHash, ConferenceId, OrganisationId, Slug } from '../src/base/ids.ts';
import { canonicalBytes } from '../src/base/json.ts';
import { sha256 } from '../src/base/sha256.ts';
import type { Instant } from '../src/base/time.ts';
import type { ManualClock } from '../src/conference/clock.ts';
import type { ReadingMark, ReadingMarks } from '../src/conference/reading-marks.ts';
import type { Conference, Host } from '../src/conference/types.ts';
import { type UnreadAct, actHash } from '../src/record/act.ts';
import { writeEnvelope } from '../src/record/envelope.ts';
import { signEd25519 } from '../src/record/sign-ed25519.ts';
import { ACT_NAMESPACE } from '../src/record/verify-signature.ts';
import { createKeyring } from './keyring.ts';
import { openStoryPost } from './mail.ts';
import { script } from './script.ts';
import { type Step, midnight } from './steps.ts';

export const SAMPLE_SLUG = 'sample' as Slug;

export interface Stage {
  /** Has no conference {@link SAMPLE_SLUG} yet. */
  readonly host: Host;
  /** The host's own clock, which the play sets from one moment of the story to the next. */
  readonly clock: ManualClock;
  /** The day before which everything in the story has happened. */
  readonly now: Instant;
  /** Where is kept how far delegates have read; none: nowhere. */
  readonly marks?: Pick<ReadingMarks, 'put'>;
  /** Whether the conference has met: without its assemblies it has no group, none of what they decided, and no mail. Default true. */
  readonly met?: boolean;
}

/**
 * Plays the sample conference through the one door: every act signed by its delegate's published key, at its own time, with its
 * attachments. But for what the host says in its own name, the same day gives the same record.
 * @throws Error where the door refuses an act: the story or the rules are wrong
 */
export const playSample = async ({ host, clock, now, marks, met = true }: Stage): Promise<Conference> => {
  const today = midnight(now);
  const steps = script(await createKeyring(), host.publicKey, today, met);
  const [first, ...rest] = await envelopes(steps);
  if (first?.body === undefined) throw new TypeError('The story does not begin with an act');
  clock.set(first.step.at);
  const founded = await host.found(SAMPLE_SLUG, first.body);
  if (!founded.ok) throw new Error(`The founding was refused: ${JSON.stringify(founded.error)}`);
  const conference = host.conference(SAMPLE_SLUG);
  if (conference === null) throw new TypeError('What was founded is not there');
  const faults: unknown[] = [];
  const post = !met ? null : openStoryPost({ conference, clock, today, onFault: (fault) => faults.push(fault) });
  for (const { step, body } of rest) {
    clock.set(step.at);
    if (body !== undefined) await submit(conference, step, body);
    if (step.kind === 'read') marks?.put(markOf(conference, step));
    else await lookRound(conference, step);
    await post?.round();
  }
  await post?.close();
  if (faults.length > 0) throw new AggregateError(faults, 'The post of the story failed');
  return conference;
};

const submit = async (conference: Conference, step: Step, body: Bytes): Promise<void> => {
  const received = await conference.submit(body);
  if (received.ok) return;
  const told = step.kind === 'act' ? `${step.act.kind} by ${step.act.by.organisation}` : step.kind;
  throw new Error(`${told} was refused: ${JSON.stringify(received.error)}`);
};

type Reading = Extract<Step, { readonly kind: 'read' }>;

/** All that is on the record by then. */
const markOf = ({ slug, state }: Conference, { at, organisation, delegate }: Reading): ReadingMark => ({
  slug,
  organisation: organisation as OrganisationId,
  delegate,
  upTo: state().size,
  at,
});

/** Whoever signs in is shown the observations that are new to them, and opens their letters; the host notes it (8.4, 9.2). */
const lookRound = async (conference: Conference, step: Exclude<Step, Reading>): Promise<void> => {
  if (step.kind === 'wait') return;
  const organisation = (step.kind === 'visit' ? step.organisation : step.act.by.organisation) as OrganisationId;
  const { organisations, observations, circulations } = conference.state();
  if (organisations.get(organisation)?.standing.kind !== 'participant') return;
  await conference.noteShown(
    organisation,
    observations.map(({ number }) => number),
  );
  await conference.noteOpened(
    organisation,
    circulations.flatMap(({ number, what }) => (what.kind === 'letter' ? [number] : [])),
  );
};

interface Ready {
  readonly step: Step;
  /** What is sent to the door, where the step is an act. */
  readonly body?: Bytes;
}

/** Every act signed beforehand, all at once: what they say is known, and only their order matters at the door. */
const envelopes = (steps: readonly Step[]): Promise<readonly Ready[]> => {
  let conference: ConferenceId | '' = '';
  const applications = new Map<string, ActHash>();
  return Promise.all(
    steps.map((step, i): Promise<Ready> => {
      if (step.kind !== 'act') return Promise.resolve({ step });
      const { kind, by, body } = step.act;
      const head = { v: 1, kind, by, conference, made: step.at, nonce: nonceOf(i) };
      const act = { ...head, body: typeof body === 'function' ? body(applications) : body } as unknown as UnreadAct;
      const actBytes = canonicalBytes(act);
      if (kind === 'participation.apply') applications.set(by.organisation, actHash(actBytes));
      if (i === 0) conference = conferenceIdOf(actHash(actBytes));
      return sealed(step, act, actBytes);
    }),
  );
};

const sealed = async (
  step: Extract<Step, { readonly kind: 'act' }>,
  act: UnreadAct,
  message: Bytes,
): Promise<Ready> => {
  const signatures = await Promise.all(
    step.signers.map((key) => signEd25519(key, { message, namespace: ACT_NAMESPACE })),
  );
  return { step, body: utf8(writeEnvelope({ act, signatures, attachments: step.attachments })) };
};

/** The keys are published, so nothing here can be hidden by a nonce; it only has to be another one each time. */
const nonceOf = (step: number): Nonce =>
  base64url(sha256(utf8(`isonomia sample nonce ${step}`)).subarray(0, 16)) as Nonce;
