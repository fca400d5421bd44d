import type { Bytes } from '../../base/bytes.ts';
import { fromUtf8 } from '../../base/bytes.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { readTar } from '../../record/tar.ts';
import {
  type BundleFault,
  type BundleSummary,
  type NamedSigner,
  type ProvenEntry,
  verifyBundle,
} from '../../record/verify-bundle.ts';
import { createTeller, define, filled, part, show, wordsOf } from './kit/element.ts';

/** `<verify-bundle>`: checks a proof bundle that is dropped on it, here and without asking anyone. */
define('verify-bundle', (element) => {
  const words = wordsOf(element);
  const teller = createTeller(element);
  const input = part<HTMLInputElement>(element, 'input[type=file]');
  const good = part(element, '[data-part=good]');
  const bad = part(element, '[data-part=bad]');

  const check = async (file: File): Promise<void> => {
    show(good, false);
    show(bad, false);
    teller.say('checking', { file: file.name });
    const tar = new Uint8Array(await file.arrayBuffer());
    const checked = await verifyBundle(tar);
    teller.say(checked.ok ? 'good' : 'bad');
    if (checked.ok) showSummary(checked.value, titleIn(tar));
    else showFault(checked.error);
  };

  const showFault = (fault: BundleFault): void => {
    const { kind } = fault;
    part(bad, '[data-part=why]').textContent = words[`fault:${kind}`] ?? words['fault:other'] ?? '';
    part(bad, '[data-part=file]').textContent = fault.file === '' ? '' : filled(words['inFile'], { file: fault.file });
    show(bad);
  };

  const showSummary = ({ entries, checkpoint, textHash }: BundleSummary, title: string): void => {
    part(good, 'h2').textContent = title;
    const names = namesIn(entries);
    const about = entries.filter(({ entry }) => mentions(entry.act.body, textHash));
    const rest = entries.filter((entry) => !about.includes(entry));
    part(good, '[data-part=about]').replaceChildren(...about.map((entry) => row(entry, names)));
    part(good, '[data-part=rest]').replaceChildren(...rest.map((entry) => row(entry, names)));
    part(good, '[data-part=record]').textContent = filled(words['record'], { size: checkpoint.size });
    show(good);
  };

  const row = ({ entry, signers, index }: ProvenEntry, names: ReadonlyMap<string, string>): HTMLLIElement => {
    const item = document.createElement('li');
    const who = document.createElement('bdi');
    const { act, time } = entry;
    who.className = 'what';
    who.textContent = names.get(act.by.organisation) ?? act.by.organisation;
    const what = document.createElement('span');
    what.className = 'why';
    const { lang } = document.documentElement;
    const at = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).format(time);
    const kind = words[`kind:${act.kind}`] ?? act.kind;
    what.textContent = filled(words['row'], { kind: kind + scopeOf(act.body), at, index });
    const how = document.createElement('span');
    how.className = 'why accord';
    how.textContent = signers.map(told).join(' ');
    item.append(who, what, how);
    return item;
  };

  const told = ({ principal, algorithm }: NamedSigner): string => {
    const by = algorithm.startsWith('webauthn') ? 'passkey' : algorithm.startsWith('sk-') ? 'hardware' : 'ed25519';
    return filled(words['signedBy'], { principal, key: words[by] ?? by });
  };

  /** Of a signature: how much of the text it covers. */
  const scopeOf = ({ clauses, adReferendum }: JsonObject): string => {
    const scope = Array.isArray(clauses) && clauses.every((id) => typeof id === 'string');
    return (
      (scope ? ` – ${filled(words['inPart'], { clauses: clauses.join(', ') })}` : '') +
      (adReferendum === true ? ` – ${words['adReferendum'] ?? ''}` : '')
    );
  };

  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file === undefined) return;
    check(file).catch(() => teller.say('unreadable'));
  };
  input.disabled = false;
  input.addEventListener('change', () => take(input.files));
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  });
});

/** What organisations call themselves, where the bundle holds the act that says so. */
const namesIn = (entries: readonly ProvenEntry[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { entry } of entries) {
    const { body, by, kind } = entry.act;
    const lists = [body['founders'], body['invited']].flatMap((list) => (Array.isArray(list) ? list : []));
    const applied = { id: by.organisation, name: body['name'] ?? null };
    for (const item of kind === 'participation.apply' ? [applied] : lists) {
      const { id, name } = item as { readonly id?: Json; readonly name?: Json };
      if (typeof id === 'string' && typeof name === 'string') names.set(id, name);
    }
  }
  return names;
};

const mentions = (value: Json, hash: string): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some((item: Json) => mentions(item, hash))
    : value === hash;

const titleIn = (tar: Bytes): string => {
  const text = fromUtf8(readTar(tar)?.get('text.json') ?? new Uint8Array()) ?? '{}';
  const { title } = JSON.parse(text) as { readonly title?: unknown };
  return typeof title === 'string' ? title : '';
};
