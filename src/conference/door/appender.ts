import type { ActHash, Slug } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import type { Signer } from '../../charter/act.ts';
import { apply } from '../../charter/apply.ts';
import { erasedBy } from '../../charter/brought/attachments.ts';
import { judge } from '../../charter/judge.ts';
import type { Refusal } from '../../charter/law/refusal.ts';
import type { State } from '../../charter/state.ts';
import type { Tree } from '../../record/tree.ts';
import { writeEntry } from '../../record/entry.ts';
import type { Submission } from './submission.ts';
import { type Loaded, readEntries, settle, withNothingAhead } from '../load/loaded.ts';
import type { Store, Stored } from '../ports.ts';
import type { Attachment } from '../../base/act.ts';
import type { Happened, Receipt, RecordEntry } from '../types.ts';

/** An act whose signatures have been verified. */
export interface Candidate extends Pick<Submission, 'act' | 'actBytes' | 'hash' | 'signatures' | 'attachments'> {
  readonly signers: readonly Signer[];
}

/** The last steps of the one door: judge, append, apply, tell. One for each record, for it decides the order. */
export interface Appender {
  readonly ahead: () => State;
  /** @throws where the state may be wrong, until {@link mend} has read the record again */
  readonly settled: () => State;
  readonly tree: () => Tree;
  /**
   * Judges an act at `time`, which is not before that of the last entry. Refused at once, or allowed and given a place behind
   * everything allowed before; the promise resolves when it is durable and rejects when it could not be written.
   * @throws where the appender is broken
   */
  readonly offer: (candidate: Candidate, time: Instant) => Result<Promise<Receipt>, Refusal>;
  /** The promise of an act that was allowed and is not durable yet. */
  readonly onItsWay: (hash: ActHash) => Promise<Receipt> | null;
  /** Whether writing has failed, so that nothing can be judged until {@link mend}. */
  readonly isBroken: () => boolean;
  /** Starts again from what the store has. Rejects where it does not answer. */
  readonly mend: () => Promise<void>;
  /** Resolves when nothing is waiting to be written. */
  readonly idle: () => Promise<void>;
}

export interface AppenderDeps {
  readonly slug: Slug;
  readonly store: Store;
  /** Reads the whole record again, when the state in memory may be wrong. */
  readonly reload: () => Promise<Loaded>;
  /** Called when entries are durable, before their makers are told. */
  readonly onSettled: (happened: Happened) => void;
  /** Called when writing has failed, once those who were waiting know. */
  readonly onFault: (error: unknown) => void;
  /** Called when what was acknowledged could not be noted. */
  readonly onUnnoted: (error: unknown) => void;
}

/** The most entries of one transaction. */
const MOST = 2000;

const storedAs = ({ act, bytes }: RecordEntry, attachments: readonly Attachment[]): Stored => {
  const erased = erasedBy(act);
  return { entry: bytes, attachments, erases: erased === null ? [] : [erased] };
};

interface Waiting {
  readonly entry: RecordEntry;
  readonly attachments: readonly Attachment[];
  readonly done: PromiseWithResolvers<Receipt>;
}

export const createAppender = (
  { slug, store, reload, onSettled, onFault, onUnnoted }: AppenderDeps,
  from: Loaded,
): Appender => {
  let loaded = from;
  let queue: Waiting[] = [];
  const onItsWay = new Map<ActHash, Promise<Receipt>>();
  let broken: Error | null = null;
  /** The settled state may be half moved on: nobody reads it, and the record is read again. */
  let spoilt: Error | null = null;
  let mending: Promise<void> | null = null;
  let writing: Promise<void> | null = null;

  const settleAll = (entries: readonly RecordEntry[]): void => {
    if (entries.length === 0) return;
    try {
      for (const entry of entries) settle(loaded, entry);
    } catch (cause) {
      spoilt = new Error('A durable act could not be applied', { cause });
      throw spoilt;
    }
    onSettled({ size: loaded.settled.size, entries });
  };

  /** One append for all who are waiting; those who come meanwhile share the next, which does not wait until this one is noted. */
  const write = async (): Promise<void> => {
    let noted: Promise<void> | null = null;
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST);
      try {
        const stored = batch.map(({ entry, attachments }) => storedAs(entry, attachments));
        await keep(stored);
        settleAll(batch.map(({ entry }) => entry));
      } catch (error) {
        fail(error, batch);
        break;
      }
      noted = acknowledge(batch);
    }
    await noted;
  };

  /**
   * Tells the makers of durable acts, once it is noted apart from the record how far that has come, so that they are missed if they are lost. The acts
   * themselves are safe: a note that fails is made up for by the next.
   */
  const acknowledge = async (batch: readonly Waiting[]): Promise<void> => {
    const { tree } = loaded;
    await store.acknowledge(slug, { size: tree.size(), root: tree.root() }).catch(onUnnoted);
    for (const { entry, done } of batch) {
      onItsWay.delete(entry.hash);
      done.resolve({ index: entry.index, hash: entry.hash, time: entry.time });
    }
  };

  const keep = (stored: readonly Stored[]): Promise<void> => {
    const { ahead, settled } = loaded;
    return settled.size === 0 && ahead.conference !== null
      ? store.begin(slug, ahead.conference, stored)
      : store.append(slug, settled.size, stored);
  };

  /** What was judged upon the failed entries must go with them: the next act is judged in a state that has none of them. */
  const fail = (cause: unknown, batch: readonly Waiting[]): void => {
    broken = new Error('The record could not be written', { cause });
    for (const { entry, done } of [...batch, ...queue]) {
      onItsWay.delete(entry.hash);
      done.reject(broken);
    }
    queue = [];
    onFault(cause);
  };

  const startWriting = (): void => {
    writing ??= write().finally(() => {
      writing = null;
      if (queue.length > 0) startWriting();
    });
  };

  const mend = async (): Promise<void> => {
    await writing;
    if (spoilt !== null) {
      loaded = await reload();
      spoilt = null;
      broken = null;
      return;
    }
    // The last append may have reached the disk although its outcome did not reach us.
    settleAll(await readEntries(store, slug, loaded.settled.size));
    loaded = withNothingAhead(loaded);
    broken = null;
  };

  const idle = async (): Promise<void> => {
    if (writing === null) return;
    await writing;
    await idle();
  };

  return {
    ahead: () => loaded.ahead,
    settled: () => {
      if (spoilt !== null) throw spoilt;
      return loaded.settled;
    },
    tree: () => loaded.tree,
    offer: ({ act, actBytes, hash, signers, signatures, attachments }, time) => {
      if (broken !== null) throw broken;
      const { ahead } = loaded;
      const refusal = judge(ahead, { act, hash, signers, time });
      if (refusal !== null) return err(refusal);
      const bytes = writeEntry(actBytes, signatures, time);
      const entry: RecordEntry = { act, hash, signers, time, index: ahead.size, bytes, signatures };
      try {
        apply(ahead, entry);
      } catch (error) {
        broken = new Error('An allowed act could not be applied', { cause: error });
        onFault(error);
        throw broken;
      }
      const done = Promise.withResolvers<Receipt>();
      // Whoever waits hears of a failure; for a tick nobody does.
      done.promise.catch(() => undefined);
      queue.push({ entry, attachments, done });
      onItsWay.set(hash, done.promise);
      startWriting();
      return ok(done.promise);
    },
    onItsWay: (hash) => onItsWay.get(hash) ?? null,
    isBroken: () => broken !== null,
    mend: () =>
      (mending ??= mend().finally(() => {
        mending = null;
      })),
    idle,
  };
};
