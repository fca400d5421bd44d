import type { Bytes } from '../base/bytes.ts';
import type { Slug } from '../base/ids.ts';
import { type Result, err } from '../base/result.ts';
import { conferenceIdOf } from '../base/act.ts';
import type { Refusal } from '../charter/law/refusal.ts';
import { systemClock } from './clock.ts';
import { type ConferenceDeps, createConference } from './conference.ts';
import type { Noted } from './load/checkpoints.ts';
import type { Store } from './ports.ts';
import { DOOR_LIMITS, readSubmission } from './door/submission.ts';
import { createVerifier } from './door/verifier.ts';
import { NO_LIMITS } from './door/limits.ts';
import { load } from './load/load.ts';
import { nothingLoaded } from './load/loaded.ts';
import { Lost, Unreadable } from './load/unreadable.ts';
import { crowdPrimitives } from './verifying/crowd.ts';
import { NO_DOUBTS } from './time/doubt.ts';
import type { Accepted, Conference, FoundingRight, Halted, Host, Rejection } from './types.ts';

export interface HostDeps
  extends
    Pick<ConferenceDeps, 'store' | 'hostKey' | 'origin'>,
    Partial<Pick<ConferenceDeps, 'clock' | 'doubts' | 'limits' | 'shares' | 'verifier' | 'onFault'>> {}

/**
 * Starts an installation: every conference in the store, replayed from its record. One whose record cannot be read is halted, and the others go on.
 * @throws where the store cannot say which conferences there are
 */
export const createHost = async (given: HostDeps): Promise<Host> => {
  const deps: ConferenceDeps = {
    clock: systemClock,
    doubts: NO_DOUBTS,
    limits: DOOR_LIMITS,
    shares: NO_LIMITS,
    verifier: createVerifier(crowdPrimitives),
    spendRight: () => false,
    onFault: () => undefined,
    ...given,
  };
  const { store } = deps;
  const conferences = new Map<Slug, Conference>();
  const halted = new Map<Slug, Halted>();
  const listeners = new Set<(conference: Conference) => void>();

  /** What was signed is read first: of a record that grows meanwhile, it can only have been what is read then. */
  const open = async (slug: Slug): Promise<Conference> => {
    const noted = await notedOf(store, slug);
    const conference = createConference(deps, slug, await load(store, slug), noted);
    const { size } = conference.state();
    // What was written by other hands, or noted and lost with the power, is known from here on.
    if (!conference.isReadOnly() && size > (noted.acknowledged?.size ?? size))
      await store.acknowledge(slug, { size, root: conference.root(size) });
    conferences.set(slug, conference);
    for (const listener of listeners) tell(listener, conference);
    return conference;
  };
  /** A conference is open, whatever becomes of telling so. */
  const tell = (listener: (conference: Conference) => void, conference: Conference): void => {
    try {
      listener(conference);
    } catch (fault) {
      deps.onFault(fault, conference.slug);
    }
  };
  const halt = (slug: Slug, why: Error): void => {
    halted.set(slug, { slug, why });
    deps.onFault(why, slug);
  };
  const there = await store.conferences();
  for (const slug of there) await open(slug).catch((error: unknown) => halt(slug, new Unreadable(slug, error)));
  for (const { slug, size } of await store.acknowledged())
    if (size > 0 && !there.includes(slug)) halt(slug, new Lost(slug, size));

  const found = async (slug: Slug, body: Bytes, right: FoundingRight): Promise<Result<Accepted, Rejection>> => {
    const read = readSubmission(body, deps);
    const id = read.ok ? conferenceIdOf(read.value.hash) : null;
    // A founding whose outcome never reached this process may be in the store.
    if (halted.has(slug)) return refused({ article: '13.1', kind: 'taken', field: 'slug', value: slug });
    const there = conferences.get(slug) ?? ((await store.size(slug)) > 0 ? await open(slug) : null);
    if (there !== null && there.state().conference === id) return there.submit(body);
    if (!right.isOpen()) return err({ kind: 'founding-token' });
    if (!read.ok) return read;
    if (there !== null) return refused({ article: '13.1', kind: 'taken', field: 'slug', value: slug });
    // The store would hold to it, too; here it is said in words.
    if ([...conferences.values()].some((other) => other.state().conference === id))
      return refused({ article: '13.1', kind: 'already-founded' });
    const beginning = createConference({ ...deps, spendRight: right.spend }, slug, nothingLoaded(), NOTHING_NOTED);
    try {
      const founded = await beginning.submit(body);
      if (founded.ok) await open(slug);
      return founded;
    } finally {
      await beginning.close();
    }
  };
  /** One founding after the other: each knows of all before. */
  let last: Promise<unknown> = Promise.resolve();

  return {
    publicKey: deps.hostKey.publicKey,
    conferences: () => [...conferences.values()],
    conference: (slug) => conferences.get(slug) ?? null,
    halted: () => [...halted.values()],
    onOpened: (listener) => {
      listeners.add(listener);
      for (const conference of conferences.values()) tell(listener, conference);
      return () => listeners.delete(listener);
    },
    found: (slug, body, right = ANYBODY) => {
      const next = last.then(() => found(slug, body, right));
      last = next.catch(() => undefined);
      return next;
    },
    close: async () => {
      await Promise.all([...conferences.values()].map((conference) => conference.close()));
    },
  };
};

const NOTHING_NOTED: Noted = { signed: null, acknowledged: null };

const notedOf = async (store: Store, slug: Slug): Promise<Noted> => ({
  signed: await store.lastSigned(slug),
  acknowledged: (await store.acknowledged()).find((head) => head.slug === slug) ?? null,
});

const ANYBODY: FoundingRight = { isOpen: () => true, spend: () => true };

const refused = (refusal: Refusal): Result<never, Rejection> => err({ kind: 'refused', refusal });
