import { type Bytes, utf8 } from '../base/bytes.ts';
import type { Slug } from '../base/ids.ts';
import { SECOND, after } from '../base/time.ts';
import { seesAnew } from '../charter/sight/changes.ts';
import { type Viewer, isMember } from '../charter/visibility.ts';
import type { Clock } from '../conference/ports.ts';
import { hasMembersShare } from '../conference/door/shares.ts';
import type { SignIn } from '../conference/door/sign-in.ts';
import type { Conference, RecordEntry } from '../conference/types.ts';
import { type Happening, MOST_TOLD, happening } from './happenings.ts';
import { type Listener, createListener } from './listener.ts';
import { createPlaces } from './places.ts';

/** Live events: whoever listens is told within a moment of what they may see, and of nothing else. */

/** How long entries are gathered before listeners are told, and how often a silent connection is shown to be alive. */
export const GATHERED_FOR = 50;
const HEARTBEAT = 20 * SECOND;

/** How many messages may wait for a slow reader before it is let go; it will come back and catch up. */
export const MOST_WAITING = 64;

/** How long after its end a connection may take to be read to its last word before it is cut. */
export const LINGERS = 10 * SECOND;

export interface Listening {
  readonly conference: Conference;
  readonly caller: string;
  readonly token: string | null;
  /** The size that the listener knew of, where it was here before. */
  readonly since: number | null;
  /** Cuts the connection, if it is there still: one who does not read would hold it for ever. */
  readonly cut: () => void;
}

export interface Live {
  /** A stream of `text/event-stream`, or `null` where there are too many listeners. */
  readonly listen: (listening: Listening) => ReadableStream<Bytes> | null;
  /** How many listen. */
  readonly followers: () => number;
  readonly close: () => void;
}

interface LiveDeps {
  readonly signIn: Pick<SignIn, 'visitor' | 'onSignedOut'>;
  readonly clock: Clock;
  /** Told of a fault in telling one listener; the others hear all the same. */
  readonly onFault: (fault: unknown) => void;
}

export const createLive = (deps: LiveDeps): Live => {
  const hubs = new Map<Slug, Hub>();
  const places = createPlaces();
  const forgetSignOuts = deps.signIn.onSignedOut((token) => {
    for (const hub of hubs.values()) hub.signedOut(token);
  });

  const listen = ({ conference, caller, token, since, cut }: Listening): ReadableStream<Bytes> | null => {
    const { slug } = conference;
    const { me, viewer } = deps.signIn.visitor(token, slug);
    // An applicant's delegate is signed in, and a stranger still.
    const leave =
      me !== null && hasMembersShare(slug, conference.state(), viewer)
        ? places.take('members', `${slug}/${me.session.organisation}`)
        : places.take('strangers', caller);
    if (leave === null) return null;
    const hub = hubs.get(slug) ?? createHub(conference, deps, () => hubs.delete(slug));
    hubs.set(slug, hub);
    let cancelExpiry = (): void => undefined;
    let gone = (): void => undefined;
    return new ReadableStream<Bytes>(
      {
        start: (controller) => {
          const onGone = (): void => {
            leave();
            cancelExpiry();
            hub.leave(listener);
          };
          const onEnded = (): void => void deps.clock.at(after(deps.clock.now(), LINGERS), cut);
          const listener = createListener({ token, delegate: me !== null, controller, onGone, onEnded, onDeaf: cut });
          ({ gone } = listener);
          if (me !== null) cancelExpiry = deps.clock.at(me.session.expires, () => hub.check(listener));
          listener.send(utf8('retry: 2000\n\n'));
          hub.join(listener, since);
        },
        cancel: () => gone(),
      },
      { highWaterMark: MOST_WAITING },
    );
  };

  return {
    listen,
    followers: places.taken,
    close: () => {
      forgetSignOuts();
      for (const hub of hubs.values()) hub.close();
    },
  };
};

type Hub = ReturnType<typeof createHub>;

/** The listeners of one conference. It watches the conference only as long as there are any. */
const createHub = (conference: Conference, { signIn, clock, onFault }: LiveDeps, onEmpty: () => void) => {
  const listeners = new Set<Listener>();
  /** Those of them who have not been told yet what they missed. Whoever heard of a later entry first, and was cut off, would come back as one who knows of the earlier ones. */
  const behind = new Set<Listener>();
  let gathered: RecordEntry[] = [];
  let missed = false;
  let flushing = false;
  let cancelTimer = (): void => undefined;
  let cancelBeat = (): void => undefined;
  let unsubscribe = (): void => undefined;

  /** A fault with one listener is theirs alone: they are let go, come back and catch up. */
  const withEach = (list: Iterable<Listener>, work: (listener: Listener) => void): void => {
    for (const listener of list) {
      try {
        work(listener);
      } catch (fault) {
        onFault(fault);
        listener.end();
      }
    }
  };

  /** Whom the listener stands for now; one whose session has ended is let go, and it is nobody. */
  const viewerOf = (listener: Listener): Viewer | null => {
    const { viewer } = signIn.visitor(listener.token, conference.slug);
    if (!listener.delegate || viewer.kind !== 'public') return viewer;
    listener.send(SIGNED_OUT);
    listener.end();
    return null;
  };

  const flush = (): void => {
    flushing = false;
    const entries = gathered;
    const much = missed;
    gathered = [];
    missed = false;
    const state = conference.state();
    /** Members are told the same, but for those who have only become so; and so are the delegates of any other organisation. */
    const messages = new Map<string, Bytes | null>();
    withEach(listeners, (listener) => {
      if (behind.has(listener)) return;
      const viewer = viewerOf(listener);
      if (viewer === null) return;
      const one = viewer.kind === 'public' ? '' : viewer.id;
      const name = isMember(state, viewer) && !seesAnew(state, viewer, entries) ? 'all members' : one;
      const known = messages.get(name);
      const message = known === undefined ? messageOf(happening(state, viewer, entries, much)) : known;
      messages.set(name, message);
      if (message !== null) listener.send(message);
    });
  };

  const beat = (): void => {
    cancelBeat = clock.at(after(clock.now(), HEARTBEAT), beat);
    withEach(listeners, (listener) => {
      if (viewerOf(listener) !== null) listener.send(ALIVE);
    });
  };

  const watch = (): void => {
    unsubscribe = conference.subscribe(({ entries }) => {
      if (gathered.length + entries.length > MOST_TOLD) {
        gathered = [];
        missed = true;
      }
      if (!missed) gathered.push(...entries);
      if (flushing) return;
      flushing = true;
      cancelTimer = clock.at(after(clock.now(), GATHERED_FOR), flush);
    });
    cancelBeat = clock.at(after(clock.now(), HEARTBEAT), beat);
  };

  const close = (): void => {
    unsubscribe();
    cancelTimer();
    cancelBeat();
    onEmpty();
    for (const listener of listeners) listener.end();
  };

  /** Tells one who was away what happened since, until they know as much as everybody. */
  const catchUp = async (listener: Listener, since: number): Promise<void> => {
    behind.add(listener);
    for (let from = since; behind.has(listener) && from < conference.state().size;) {
      const { size } = conference.state();
      const much = size - from > MOST_TOLD;
      const entries = much ? [] : await conference.entries(from, size);
      withEach([listener], () => {
        const viewer = viewerOf(listener);
        const message = viewer === null ? null : messageOf(happening(conference.state(), viewer, entries, much));
        if (message !== null) listener.send(message);
      });
      from = size;
    }
    behind.delete(listener);
  };

  return {
    join: (listener: Listener, since: number | null): void => {
      listeners.add(listener);
      if (listeners.size === 1) watch();
      if (since === null) return;
      catchUp(listener, since).catch((fault: unknown) => {
        onFault(fault);
        listener.end();
      });
    },
    leave: (listener: Listener): void => {
      behind.delete(listener);
      if (listeners.delete(listener) && listeners.size === 0) close();
    },
    /** Lets go of a listener whose session has ended. */
    check: (listener: Listener): void => withEach([listener], viewerOf),
    signedOut: (token: string): void =>
      withEach(
        [...listeners].filter((listener) => listener.token === token),
        viewerOf,
      ),
    close,
  };
};

const ALIVE = utf8(': alive\n\n');
const SIGNED_OUT = utf8('event: signed-out\ndata: {}\n\n');

const messageOf = (told: Happening | null): Bytes | null =>
  told === null ? null : utf8(`id: ${told.size}\nevent: happened\ndata: ${JSON.stringify(told)}\n\n`);
