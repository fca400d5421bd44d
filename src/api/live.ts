import { type Bytes, utf8 } from '../base/bytes.ts';
import type { Slug } from '../base/ids.ts';
import { SECOND, after } from '../base/time.ts';
import { isMember } from '../charter/visibility.ts';
import type { Clock } from '../conference/ports.ts';
import type { SignIn } from '../conference/sign-in.ts';
import type { Conference, RecordEntry } from '../conference/types.ts';
import { type Happening, MOST_TOLD, happening } from './happenings.ts';

/** Live events: whoever listens is told within a moment of what they may see, and of nothing else. */

/** How long entries are gathered before listeners are told, and how often a silent connection is shown to be alive. */
export const GATHERED_FOR = 50;
const HEARTBEAT = 20 * SECOND;

/** The most connections in all, and from one caller. Each holds about 22 KB of memory and a file descriptor of the process. */
export const MOST_LISTENERS = 8000;
export const MOST_FROM_ONE = 100;

/** How many messages may wait for a slow reader before it is let go; it will come back and catch up. */
const MOST_WAITING = 64;

export interface Listening {
  readonly conference: Conference;
  readonly caller: string;
  readonly token: string | null;
  /** The size that the listener knew of, where it was here before. */
  readonly since: number | null;
}

export interface Live {
  /** A stream of `text/event-stream`, or `null` where there are too many listeners. */
  readonly listen: (listening: Listening) => ReadableStream<Bytes> | null;
  readonly close: () => void;
}

interface Listener {
  readonly token: string | null;
  readonly caller: string;
  readonly send: (message: Bytes) => void;
  readonly end: () => void;
  /** Whether they came as a delegate: they are let go when they no longer are one. */
  readonly delegate: boolean;
}

export const createLive = (deps: { readonly signIn: SignIn; readonly clock: Clock }): Live => {
  const hubs = new Map<Slug, Hub>();
  const callers = new Map<string, number>();
  const count = (caller: string, by: 1 | -1): void => {
    const now = (callers.get(caller) ?? 0) + by;
    if (now === 0) callers.delete(caller);
    else callers.set(caller, now);
  };
  let total = 0;

  const listen = ({ conference, caller, token, since }: Listening): ReadableStream<Bytes> | null => {
    if (total >= MOST_LISTENERS || (callers.get(caller) ?? 0) >= MOST_FROM_ONE) return null;
    const hub = hubs.get(conference.slug) ?? createHub(conference, deps, () => hubs.delete(conference.slug));
    hubs.set(conference.slug, hub);
    let leave = (): void => undefined;
    return new ReadableStream<Bytes>(
      {
        start: (controller) => {
          const listener: Listener = {
            token,
            caller,
            delegate: deps.signIn.visitor(token, conference.slug).me !== null,
            send: (message) => {
              if ((controller.desiredSize ?? 0) <= 0) listener.end();
              else controller.enqueue(message);
            },
            end: () => {
              leave();
              controller.close();
            },
          };
          total++;
          count(caller, 1);
          leave = () => {
            leave = () => undefined;
            total--;
            count(caller, -1);
            hub.leave(listener);
          };
          listener.send(utf8('retry: 2000\n\n'));
          hub.join(listener, since);
        },
        cancel: () => leave(),
      },
      { highWaterMark: MOST_WAITING },
    );
  };

  return {
    listen,
    close: () => {
      for (const hub of hubs.values()) hub.close();
    },
  };
};

type Hub = ReturnType<typeof createHub>;

/** The listeners of one conference. It watches the conference only as long as there are any. */
const createHub = (
  conference: Conference,
  { signIn, clock }: { readonly signIn: SignIn; readonly clock: Clock },
  onEmpty: () => void,
) => {
  const listeners = new Set<Listener>();
  let gathered: RecordEntry[] = [];
  let missed = false;
  let flushing = false;
  let cancelTimer = (): void => undefined;
  let cancelBeat = (): void => undefined;
  let unsubscribe = (): void => undefined;

  const flush = (): void => {
    flushing = false;
    const entries = gathered;
    const much = missed;
    gathered = [];
    missed = false;
    tellAll(entries, much);
  };

  const tellAll = (entries: readonly RecordEntry[], much: boolean): void => {
    const state = conference.state();
    /** Members are told the same, and so are the delegates of any other organisation. */
    const messages = new Map<string, Bytes | null>();
    for (const listener of listeners) {
      const { viewer } = signIn.visitor(listener.token, conference.slug);
      if (listener.delegate && viewer.kind === 'public') {
        listener.send(SIGNED_OUT);
        listener.end();
        continue;
      }
      const name = viewer.kind === 'public' ? '' : isMember(state, viewer) ? 'all members' : viewer.id;
      if (!messages.has(name)) messages.set(name, messageOf(happening(state, viewer, entries, much)));
      const message = messages.get(name);
      if (message !== null && message !== undefined) listener.send(message);
    }
  };

  const beat = (): void => {
    for (const listener of listeners) listener.send(ALIVE);
    cancelBeat = clock.at(after(clock.now(), HEARTBEAT), beat);
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

  /** Tells one who was away what happened since. */
  const catchUp = async (listener: Listener, since: number): Promise<void> => {
    const { size } = conference.state();
    if (since >= size) return;
    const much = size - since > MOST_TOLD;
    const entries = much ? [] : await conference.entries(since, size);
    const { viewer } = signIn.visitor(listener.token, conference.slug);
    const message = messageOf(happening(conference.state(), viewer, entries, much));
    if (message !== null && listeners.has(listener)) listener.send(message);
  };

  return {
    join: (listener: Listener, since: number | null): void => {
      listeners.add(listener);
      if (listeners.size === 1) watch();
      if (since !== null) void catchUp(listener, since);
    },
    leave: (listener: Listener): void => {
      if (listeners.delete(listener) && listeners.size === 0) close();
    },
    close,
  };
};

const ALIVE = utf8(': alive\n\n');
const SIGNED_OUT = utf8('event: signed-out\ndata: {}\n\n');

const messageOf = (told: Happening | null): Bytes | null =>
  told === null ? null : utf8(`id: ${told.size}\nevent: happened\ndata: ${JSON.stringify(told)}\n\n`);
