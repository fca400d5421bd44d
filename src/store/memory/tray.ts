import type { Bytes } from '../../base/bytes.ts';
import { type Person, isTheirs } from '../../conference/post/personal.ts';
import { foldedAddress } from '../../conference/post/address.ts';
import {
  type Dropped,
  type FateKind,
  type Lying,
  type Tray,
  type TrayItem,
  isStrangers,
} from '../../conference/post/tray.ts';

const isBy = (person: Person, { slug, sender, view }: TrayItem): boolean =>
  slug === person.slug &&
  [sender, ...(view === null ? [] : [view.address])].some((address) =>
    isTheirs(person, view ?? { organisation: null, delegate: null }, address),
  );

const emptied = (item: TrayItem): TrayItem => ({
  ...item,
  sender: '',
  from: { address: '', name: '' },
  view: item.view === null ? null : { ...item.view, name: '', address: '', subject: '', words: '', cut: '', files: [] },
});

/** A {@link Tray} that is forgotten with the process. */
export const createMemoryTray = (): Tray => {
  const kept = new Map<string, { item: TrayItem; readonly raw: Bytes }>();
  const gone = new Map<string, Dropped>();
  const key = (slug: string, id: string): string => `${slug}/${id}`;
  const items = (): readonly TrayItem[] => [...kept.values()].map(({ item }) => item);
  const byAge = (a: TrayItem, b: TrayItem): number => a.at - b.at || (a.id < b.id ? -1 : 1);
  const lying = (counts: (one: { readonly item: TrayItem }) => boolean): Lying => {
    const found = [...kept.values()].filter(counts);
    return { mails: found.length, bytes: found.reduce((sum, { item }) => sum + item.size, 0) };
  };
  const drop: Tray['drop'] = (slug, id, now) => {
    if (kept.delete(key(slug, id))) gone.set(slug, { mails: (gone.get(slug)?.mails ?? 0) + 1, last: now });
  };
  const forget = (which: (item: TrayItem) => boolean): void => {
    for (const [where, { item }] of kept) {
      if (item.fate.kind === 'new' || !which(item)) continue;
      if (item.fate.kind === 'placed') kept.set(where, { item: emptied(item), raw: new Uint8Array() });
      else kept.delete(where);
    }
  };
  return {
    keep: async ({ raw, ...mail }) => {
      const where = key(mail.slug, mail.id);
      if (kept.has(where)) return false;
      kept.set(where, { item: { ...mail, size: raw.length, view: null, fate: { kind: 'new' } }, raw });
      return true;
    },
    settle: async (slug, id, view, fate) => {
      const found = kept.get(key(slug, id));
      if (found === undefined) return false;
      found.item = { ...found.item, view: view ?? found.item.view, fate };
      return true;
    },
    empty: async (slug, entry) => {
      for (const [where, { item }] of kept) {
        if (item.slug !== slug || item.fate.kind !== 'placed' || !item.fate.entries.includes(entry)) continue;
        const view = item.view === null ? null : { ...item.view, subject: '', words: '', cut: '', files: [] };
        kept.set(where, { item: { ...item, view }, raw: new Uint8Array() });
      }
    },
    get: (slug, id) => kept.get(key(slug, id))?.item ?? null,
    raw: (slug, id) => kept.get(key(slug, id))?.raw ?? null,
    list: (slug, fates, before, most) =>
      items()
        .filter((item) => item.slug === slug && fates.includes(item.fate.kind) && item.at < before)
        .sort((a, b) => byAge(b, a))
        .slice(0, most),
    tally: (slug) => {
      const count: Record<FateKind, number> = {
        new: 0,
        placed: 0,
        refused: 0,
        waiting: 0,
        done: 0,
        ignored: 0,
        bounce: 0,
      };
      for (const item of items()) if (item.slug === slug) count[item.fate.kind] += 1;
      return count;
    },
    fresh: (most) =>
      items()
        .filter(({ fate }) => fate.kind === 'new')
        .sort(byAge)
        .slice(0, most),
    strangers: (slug, sender) =>
      lying(
        ({ item }) =>
          isStrangers(item) &&
          (slug === null || item.slug === slug) &&
          (sender === undefined || foldedAddress(item.sender) === foldedAddress(sender)),
      ),
    unread: () => lying(({ item }) => item.fate.kind === 'new'),
    drop,
    expire: (before, now) => {
      for (const item of items()) if (isStrangers(item) && item.at < before) drop(item.slug, item.id, now);
    },
    concerning: (person) =>
      items()
        .filter((item) => isBy(person, item))
        .sort((a, b) => byAge(b, a)),
    forget: (person) => forget((item) => isBy(person, item)),
    forgetBefore: (before, now) => {
      forget(({ at }) => at < before);
      for (const found of kept.values()) if (found.item.at > now) found.item = { ...found.item, at: now };
    },
    dropped: (slug) => gone.get(slug) ?? null,
    close: async () => {},
  };
};
