import type { Slug } from '../base/ids.ts';
import { fromUtf8 } from '../base/bytes.ts';
import { type Result, err } from '../base/result.ts';
import { type Instant, MINUTE, after } from '../base/time.ts';
import type { BodyOf } from '../charter/acts.ts';
import { isErased } from '../charter/brought/attachments.ts';
import { isParticipant, participants } from '../charter/members/organisations.ts';
import { isDue } from '../charter/law/deadlines.ts';
import { headRefusal, judge, nextDeadline } from '../charter/judge.ts';
import { placeAtDoorRefusal } from '../charter/members/recoveries.ts';
import type { Refusal } from '../charter/law/refusal.ts';
import { speakerOf, told } from '../charter/sight/told.ts';
import { certify } from '../record/certificate.ts';
import { signMatter } from '../record/matter.ts';
import { hashTile } from '../record/tiles.ts';
import { type Candidate, createAppender } from './door/appender.ts';
import { type Noted, createCheckpoints } from './load/checkpoints.ts';
import { weakKeyFault } from './door/keys.ts';
import { signaturesFault } from './door/signatures.ts';
import { type DoorLimits, readSubmission } from './door/submission.ts';
import type { Verifier } from './door/verifier.ts';
import { recordEntry } from './load/entries.ts';
import { hostAct, notYetOpened, notYetShown } from './door/host-acts.ts';
import type { HostKey } from './host-key.ts';
import { type Limiter, type Limits, UNLIMITED } from './door/limits.ts';
import { ifWhole } from './load/attachment.ts';
import { load } from './load/load.ts';
import type { Loaded } from './load/loaded.ts';
import { whyNotKept } from './not-kept.ts';
import type { Clock, Store } from './ports.ts';
import { preview } from './door/preview.ts';
import { createReplays } from './door/replayed.ts';
import { hasMembersShare } from './door/shares.ts';
import { withStanding } from './standing.ts';
import { createSubscribers } from './subscribers.ts';
import type { Doubts } from './time/doubt.ts';
import { type Times, ownTime, timeOfAct, timesOf } from './time/entry-time.ts';
import type { Conference, Receipt, Rejection, Sent } from './types.ts';

export interface ConferenceDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** Whether what the clock says is believed. */
  readonly doubts: Doubts;
  readonly hostKey: HostKey;
  readonly verifier: Verifier;
  readonly limits: DoorLimits;
  /** What is accepted in a while of one organisation, and from one address by keys that were nobody's. */
  readonly shares: Pick<Limits, 'actsByOrganisation' | 'newcomers'>;
  /** The public address, without a slash at the end: passkeys must be made for its host, and sign on this very site. */
  readonly origin: string;
  /** Takes the right to found, where the record is yet to begin; see `FoundingRight`. */
  readonly spendRight: () => boolean;
  /** Told of what went wrong outside any answer: a failed write, a listener that threw. */
  readonly onFault: (error: unknown, slug: Slug) => void;
}

/** How long after a failed write the store is tried again although nobody acts. */
const AGAIN = MINUTE;

/** Starts a conference from its record, and what had been signed of it before; see {@link Conference} for what it then does. */
export const createConference = (deps: ConferenceDeps, slug: Slug, loaded: Loaded, noted: Noted): Conference => {
  const { store, clock, doubts, hostKey, verifier, limits, origin } = deps;
  const onFault = (error: unknown): void => deps.onFault(error, slug);
  const subscribers = createSubscribers(onFault);
  const onBroken = (error: unknown): void => {
    onFault(error);
    arm(after(clock.now(), AGAIN));
  };
  const appender = createAppender(
    {
      slug,
      store,
      reload: () => load(store, slug),
      onSettled: subscribers.tell,
      onFault: onBroken,
      onUnnoted: onFault,
    },
    loaded,
  );
  const checkpoints = createCheckpoints({ slug, store, hostKey, onFault }, { tree: loaded.tree, noted });
  let cancelTimer = (): void => undefined;
  let closed = false;

  /**
   * Why nothing can be appended here. Only the host that the founding act names can say that time has passed, and so carry the record on; and it
   * does not carry on what is not the record that it has signed.
   */
  const barred = (): Rejection | null => {
    if (checkpoints.isStopped()) return { kind: 'signing-stopped' };
    const { host } = appender.ahead();
    return host === null || host === hostKey.publicKey ? null : { kind: 'kept-elsewhere' };
  };
  const times = (): Times => timesOf(appender.ahead(), clock.now(), doubts.of(slug));
  const ownNow = (): Instant => ownTime(appender.ahead(), times());

  const offerOwn = (candidate: Candidate, time: Instant): Promise<Receipt> => {
    const offered = appender.offer(candidate, time);
    if (!offered.ok) throw new Error(`The host's own act was refused: ${offered.error.kind}`);
    return offered.value;
  };

  /** What has fallen due is settled on the record before anything else is judged. */
  const tickWhereDue = (time: Instant): void => {
    const ahead = appender.ahead();
    if (isDue(ahead, time)) void offerOwn(hostAct(hostKey, ahead, 'host.tick', {}, time), time);
  };

  const offer = (candidate: Candidate, time: Instant): Result<Promise<Receipt>, Refusal> => {
    // What comes at a wrong time, or again, moves nothing.
    const head = headRefusal(appender.ahead(), { ...candidate, time });
    if (head !== null) return err(head);
    tickWhereDue(time);
    const offered = appender.offer(candidate, time);
    arm();
    return offered;
  };

  /** Waits for the next deadline, so that it takes effect although nobody acts; while it is in doubt whether it has passed, for a minute at a time. */
  const arm = (at = nextDeadline(appender.ahead())): void => {
    cancelTimer();
    if (at === null || closed || barred() !== null) cancelTimer = () => undefined;
    else {
      const soonest = after(clock.now(), doubts.of(slug) === null ? 0 : AGAIN);
      cancelTimer = clock.at(Math.max(at, soonest) as Instant, () => void wake());
    }
  };
  const wake = async (): Promise<void> => {
    try {
      if (appender.isBroken()) await appender.mend();
      tickWhereDue(times().sure);
      arm();
    } catch (error) {
      onBroken(error);
    }
  };
  arm();

  const attest: Conference['attest'] = async (kind, body, attachments) => {
    if (closed) throw new Error('The conference is closed');
    const why = barred();
    if (why !== null) return err(why);
    if (appender.isBroken()) await appender.mend();
    const time = ownNow();
    tickWhereDue(time);
    const offered = offer(hostAct(hostKey, appender.ahead(), kind, body, time, attachments), time);
    return offered.ok ? { ok: true, value: await offered.value } : refused(offered.error);
  };

  /** The same where nobody waits for it: what cannot be said now is said when it is shown again. */
  const show = async <K extends 'host.shown' | 'host.opened'>(kind: K, body: BodyOf<K>): Promise<void> => {
    if (!closed && barred() === null) await whereKept(() => attest(kind, body));
  };

  /** A refusal as its maker may hear it, who has shown by a signature who they are. */
  const toMaker = (candidate: Candidate, reason: Refusal, time: Instant): Rejection => {
    const state = appender.ahead();
    const viewer = speakerOf(state, candidate);
    return { kind: 'refused', refusal: told(state, viewer, { ...candidate, time }, reason) };
  };

  /** Whoever takes part has a clock of their own, which counts where the host's is in doubt. */
  const hear = ({ act, signers }: Candidate): void => {
    const state = appender.ahead();
    const [signer] = signers;
    const key = signer === undefined ? undefined : state.keys.get(signer.fingerprint);
    if (key === undefined || key.until !== null || key.organisation !== act.by.organisation) return;
    if (!isParticipant(state, key.organisation)) return;
    doubts.hear(slug, key.organisation, act.made, participants(state).length);
  };

  /**
   * In whose share an act is accepted: theirs whose key has signed it, whatever it says; so nobody uses up another's, or hears how much of it is left. By a key that is nobody's
   * yet, in that of where it comes from, so that no one address takes the places of all; whom a participant passes on is known to somebody.
   */
  const shareOf = (candidate: Candidate, sent: Sent | null): readonly [Limiter, who: string] | null => {
    const { actsByOrganisation, newcomers } = deps.shares;
    const speaker = speakerOf(appender.ahead(), candidate);
    if (speaker.kind !== 'public') return [actsByOrganisation, `${slug}/${speaker.id}`];
    return sent === null || sent.passedOn ? null : [newcomers, sent.from];
  };

  /** The right to found is spent when nothing but the writing is left, so that no refusal costs it and no failure leaves it open. */
  const foundingRefused = (candidate: Candidate, time: Instant): Rejection | null => {
    const { act } = candidate;
    if (act.kind === 'conference.found' && act.body.host !== hostKey.publicKey)
      return { kind: 'refused', refusal: OTHER_HOST };
    const refusal = judge(appender.ahead(), { ...candidate, time });
    if (refusal !== null) return toMaker(candidate, refusal, time);
    return deps.spendRight() ? null : { kind: 'founding-token' };
  };

  const replays = createReplays({ appender, verifier, entry: (index) => conference.entry(index) });

  const conference: Omit<Conference, 'standing'> = {
    slug,
    state: appender.settled,
    submit: async (body, sent = null) => {
      if (closed) throw new Error('The conference is closed');
      const read = readSubmission(body, { limits, origin });
      if (!read.ok) return read;
      const submission = read.value;
      const again = await replays.answer(submission);
      if (again !== null) return again;
      const fault = await signaturesFault({ verifier, state: appender.ahead }, submission);
      if (fault !== null) return err(fault);
      const weak = weakKeyFault(submission.act);
      if (weak !== null) return err(weak);
      const why = barred();
      if (why !== null) return err(why);
      if (appender.isBroken()) await appender.mend();
      const candidate = { ...submission, signers: submission.claimed };
      hear(candidate);
      const time = timeOfAct(appender.ahead(), clock.now(), doubts.of(slug), candidate.act.made);
      if (time === null) return err({ kind: 'clock-in-doubt' });
      const closedTo = submission.act.kind === 'conference.found' ? foundingRefused(candidate, time) : null;
      if (closedTo !== null) return err(closedTo);
      const shut = placeAtDoorRefusal(appender.ahead(), submission.act, time, sent?.passedOn === true);
      if (shut !== null) return err({ kind: 'refused', refusal: shut });
      const [share, who] = shareOf(candidate, sent) ?? [UNLIMITED, ''];
      const wait = share.wait(who, clock.now());
      if (wait > 0) return err({ kind: 'too-many', wait });
      const offered = offer(candidate, time);
      if (offered.ok) {
        // Only what was accepted counts, and once.
        share.take(who, clock.now());
        return { ok: true, value: { ...(await offered.value), replayed: false } };
      }
      // Its twin was let in while the signatures of this one were checked.
      const twin = offered.error.kind === 'replayed' ? await replays.answer(submission) : null;
      return twin ?? err(toMaker(candidate, offered.error, time));
    },
    preview: (act, viewer) => {
      const [state, time] = [appender.settled(), times().now];
      const passedOn = hasMembersShare(slug, state, viewer);
      return placeAtDoorRefusal(state, act, time, passedOn) ?? preview(state, act, { time, viewer });
    },
    noteShown: async (organisation, numbers) => {
      const observations = notYetShown(appender.ahead(), organisation, numbers).slice(0, MOST_SHOWN);
      if (observations.length > 0) await show('host.shown', { organisation, observations });
    },
    noteOpened: async (organisation, numbers) => {
      const circulations = notYetOpened(appender.ahead(), organisation, numbers).slice(0, MOST_SHOWN);
      if (circulations.length > 0) await show('host.opened', { organisation, circulations });
    },
    attest,
    isReadOnly: checkpoints.isStopped,
    doubt: () => {
      const doubt = doubts.of(slug);
      return doubt === null || doubt.known === doubt.shown ? null : doubt;
    },
    entry: async (index) => (await conference.entries(index, index + 1))[0] ?? null,
    entries: async (from, to) => {
      // An entry can be in the store a moment before it is settled.
      const end = Math.min(to, appender.settled().size);
      return (await store.read(slug, from, end)).map((bytes, i) => recordEntry(bytes, from + i));
    },
    attachment: async (hash) => {
      const found = await store.attachment(slug, hash);
      // Asked last: it may have been erased while the store was looking.
      if (found === null || isErased(appender.settled(), hash)) return null;
      return ifWhole(slug, found, onFault);
    },
    attachmentHashes: () => store.attachmentHashes(slug),
    certify: async (document, file) => {
      const { host, conference, size, time } = appender.settled();
      if (host !== hostKey.publicKey || conference === null) return null;
      return certify({ ...document, conference, entry: size - 1, time }, file, hostKey);
    },
    signMatter: async (matter) => (appender.settled().host === hostKey.publicKey ? signMatter(matter, hostKey) : null),
    checkpoint: async () => fromUtf8(await checkpoints.of(appender.settled().conference, appender.tree())) ?? '',
    inclusionProof: (index, size) => appender.tree().inclusionProof(index, size),
    consistencyProof: (from, to) => appender.tree().consistencyProof(from, to),
    root: (size) => appender.tree().root(size),
    tile: (level, index, width) => hashTile(appender.tree(), { level, index, width }),
    subscribe: subscribers.subscribe,
    close: async () => {
      closed = true;
      cancelTimer();
      await appender.idle();
    },
  };
  return withStanding(conference, { isBroken: appender.isBroken, now: clock.now });
};

/** What is noted of reading keeps nobody from reading where the disk does not take it: the next reading notes it. */
const whereKept = async (note: () => Promise<unknown>): Promise<void> => {
  try {
    await note();
  } catch (fault) {
    if (whyNotKept(fault) === null) throw fault;
  }
};

/** The most observations of one `host.shown`. */
const MOST_SHOWN = 100;

const OTHER_HOST: Refusal = { article: '13.1', kind: 'bad-field', field: 'host', why: 'other-host' };

const refused = (refusal: Refusal): Result<never, Rejection> => err({ kind: 'refused', refusal });
