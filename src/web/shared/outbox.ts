/** Signed acts on their way: kept until the server has said yes or no, sent one after the other in the order in which they were made. */

export interface Kept {
  /** The act's own; the record takes an act once, however often it arrives. */
  readonly nonce: string;
  /** The act in canonical form. */
  readonly act: string;
  /** Base64. */
  readonly signature: string;
  /** What the button said that made it. */
  readonly label: string;
  /** The id of the form that the button is in. */
  readonly form: string;
  /** When it was made, and from when on it is not worth sending, by this machine's clock in milliseconds. */
  readonly made: number;
  readonly until: number | null;
}

/** `later`: nobody said yes or no. */
export type Answer<R> =
  { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly why: R } | { readonly kind: 'later' };

export type SendOutcome<R> = Exclude<Answer<R>, { readonly kind: 'later' }> | { readonly kind: 'stale' };

interface OutboxDeps<R> {
  /** Where acts are kept, so that they outlive the page. */
  readonly storage: { readonly load: () => string | null; readonly save: (text: string) => void };
  readonly now: () => number;
  readonly send: (kept: Kept) => Promise<Answer<R>>;
  /** Told when an act has left: it was accepted, refused, or is of no use any more. */
  readonly onOutcome: (kept: Kept, outcome: SendOutcome<R>) => void;
  /** Told whenever the list has changed. */
  readonly onChange: () => void;
}

interface Outbox {
  readonly list: () => readonly Kept[];
  readonly add: (kept: Kept) => void;
  /** Takes one out that is not to be sent. One that is just on its way may arrive all the same. */
  readonly drop: (nonce: string) => void;
  /** Sends what is there until all is sent or nobody answers. */
  readonly flush: () => Promise<void>;
}

export const createOutbox = <R>({ storage, now, send, onOutcome, onChange }: OutboxDeps<R>): Outbox => {
  let list = loaded(storage.load());
  let flushing: Promise<void> | null = null;

  const set = (next: readonly Kept[]): void => {
    list = next;
    storage.save(JSON.stringify(list));
    onChange();
  };
  const drop = (nonce: string): void => set(list.filter((kept) => kept.nonce !== nonce));

  const sendAll = async (): Promise<void> => {
    for (let first = list[0]; first !== undefined; first = list[0]) {
      const answer: Answer<R> | { readonly kind: 'stale' } =
        first.until !== null && now() > first.until ? { kind: 'stale' } : await send(first);
      if (answer.kind === 'later') return;
      drop(first.nonce);
      onOutcome(first, answer);
    }
  };

  return {
    list: () => list,
    add: (kept) => set([...list, kept]),
    drop,
    flush: () =>
      (flushing ??= sendAll().finally(() => {
        flushing = null;
      })),
  };
};

/** What was kept by an earlier page; nothing of what is not in the form of this one. */
const loaded = (text: string | null): readonly Kept[] => {
  try {
    const list = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(list) && list.every(isKept) ? list : [];
  } catch {
    return [];
  }
};

const isKept = (item: unknown): item is Kept =>
  typeof item === 'object' &&
  item !== null &&
  ['nonce', 'act', 'signature', 'label', 'form'].every((name) => typeof Reflect.get(item, name) === 'string') &&
  typeof Reflect.get(item, 'made') === 'number';
