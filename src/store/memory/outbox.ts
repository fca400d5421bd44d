import { FORGOTTEN, type Person, isTheirs } from '../../conference/post/personal.ts';
import type { Mailing, Outbox, OutboxItem, OutboxState, OutboxTally } from '../../conference/post/outbox.ts';

/** An {@link Outbox} that is forgotten with the process. */
export const createMemoryOutbox = (): Outbox => {
  const kept = new Map<string, OutboxItem>();
  const keyOf = ({ slug, key }: Pick<OutboxItem, 'slug' | 'key'>): string => `${slug}/${key}`;
  const items = (): readonly OutboxItem[] => [...kept.values()];
  const move = (item: OutboxItem, state: OutboxState, more: Partial<OutboxItem> = {}): OutboxItem => {
    const moved = { ...item, ...more, state };
    kept.set(keyOf(item), moved);
    return moved;
  };
  const find = (is: (item: OutboxItem) => boolean): OutboxItem | null => items().find(is) ?? null;
  const forgetOne = (item: OutboxItem): void => {
    const state =
      item.state.kind === 'queued' || item.state.kind === 'sending' ? item.state : { ...item.state, answer: '' };
    move(item, state, { address: FORGOTTEN, data: null });
  };
  const dueTimes = (): readonly number[] =>
    items().flatMap(({ state }) => (state.kind === 'queued' ? [state.next] : []));

  return {
    put: async (mailings) => {
      const fresh = new Map<string, Mailing>();
      for (const mailing of mailings) {
        const key = keyOf(mailing);
        if (!kept.has(key) && !fresh.has(key)) fresh.set(key, mailing);
      }
      const tokens = new Set([...kept.values(), ...fresh.values()].map(({ token }) => token));
      if (tokens.size < kept.size + fresh.size) throw new Error('Two mails have one token');
      for (const [key, mailing] of fresh)
        kept.set(key, { ...mailing, attempts: 0, state: { kind: 'queued', next: mailing.queued, answer: null } });
      return fresh.size;
    },
    claim: async (now, most) =>
      items()
        .filter(({ state }) => state.kind === 'queued' && state.next <= now)
        .toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || dueOf(a) - dueOf(b))
        .slice(0, most)
        .map((item) => move(item, { kind: 'sending', since: now }, { attempts: item.attempts + 1 })),
    settle: async (outcomes) => {
      for (const outcome of outcomes) {
        const item = kept.get(keyOf(outcome));
        if (item?.state.kind === 'sending' && item.attempts === outcome.attempts) move(item, outcome.state);
      }
    },
    release: async (now) => {
      const uncertain = items().filter(({ state }) => state.kind === 'sending');
      for (const item of uncertain) move(item, { kind: 'queued', next: now, answer: null });
      return uncertain.length;
    },
    bounce: async (token, answer, at) => {
      const item = find((item) => item.token === token);
      return item === null || isOver(item) ? null : move(item, { kind: 'bounced', answer, at });
    },
    again: async (slug, key, address, at) => {
      const item = kept.get(keyOf({ slug, key }));
      if (item === undefined || !isOver(item)) return false;
      move(item, { kind: 'queued', next: at, answer: null }, { address, attempts: 0, queued: at });
      return true;
    },
    nextDue: () => {
      const times = dueTimes();
      return times.length === 0 ? null : (Math.min(...times) as OutboxItem['queued']);
    },
    backlog: () => {
      const waiting = items().filter(({ state }) => state.kind === 'queued');
      const since =
        waiting.length === 0 ? null : (Math.min(...waiting.map(({ queued }) => queued)) as OutboxItem['queued']);
      return { waiting: waiting.length, since };
    },
    get: (slug, key) => kept.get(keyOf({ slug, key })) ?? null,
    byToken: (token) => find((item) => item.token === token),
    byMessageId: (messageId) => find((item) => item.messageId === messageId),
    of: (slug, entry) => items().filter((item) => item.slug === slug && item.entry === entry),
    tally: (slug, entry) => {
      const tally = { queued: 0, sending: 0, 'handed-over': 0, bounced: 0, 'given-up': 0 };
      for (const item of items()) if (item.slug === slug && item.entry === entry) tally[item.state.kind]++;
      return tally satisfies OutboxTally;
    },
    inState: (slug, kind, most) =>
      items()
        .filter((item) => item.slug === slug && item.state.kind === kind)
        .toReversed()
        .slice(0, most),
    concerning: (person) => items().filter((item) => isTo(person, item)),
    forget: async (person, now) => {
      for (const item of items()) {
        if (!isTo(person, item) || item.state.kind === 'sending') continue;
        if (item.entry === null) kept.delete(keyOf(item));
        else
          forgetOne(
            item.state.kind === 'queued' ? { ...item, state: { kind: 'given-up', answer: '', at: now } } : item,
          );
      }
    },
    expire: async (before, now) => {
      for (const item of items()) {
        const { state } = item;
        if (state.kind === 'queued' || state.kind === 'sending') continue;
        if (state.at > now) move(item, { ...state, at: now });
        if (state.at >= before) continue;
        if (item.entry === null) kept.delete(keyOf(item));
        else forgetOne(item);
      }
    },
    close: async () => {},
  };
};

const isTo = (person: Person, item: OutboxItem): boolean =>
  item.slug === person.slug && isTheirs(person, item, item.address);

const dueOf = ({ state }: OutboxItem): number => (state.kind === 'queued' ? state.next : 0);

const isOver = ({ state }: OutboxItem): boolean => state.kind === 'bounced' || state.kind === 'given-up';
