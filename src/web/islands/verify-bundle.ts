import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { markdownToCheck as markdownOf } from '../../charter/version-markdown.ts';
import type { Clause } from '../../text/clause.ts';
import { leadsTo } from '../../base/address.ts';
import { type Run, runsOf } from '../../text/runs.ts';
import { numbering } from '../../text/numbering.ts';
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
  const input = part(element, 'input[type=file]', HTMLInputElement);
  const good = part(element, '[data-part=good]');
  const bad = part(element, '[data-part=bad]');

  const check = async (file: File): Promise<void> => {
    show(good, false);
    show(bad, false);
    teller.say('checking', { file: file.name });
    const tar = new Uint8Array(await file.arrayBuffer());
    const checked = await verifyBundle(tar, { markdownOf });
    teller.say(checked.ok ? 'good' : 'bad');
    if (checked.ok) showSummary(checked.value, textIn(tar));
    else showFault(checked.error);
  };

  const showFault = (fault: BundleFault): void => {
    const { kind } = fault;
    part(bad, '[data-part=why]').textContent = words[`fault:${kind}`] ?? words['fault:other'] ?? '';
    part(bad, '[data-part=file]').textContent = fault.file === '' ? '' : filled(words['inFile'], { file: fault.file });
    show(bad);
  };

  const showSummary = ({ entries, checkpoint, textHash }: BundleSummary, text: SignedText): void => {
    part(good, 'h2').textContent = text.title;
    part(good, '[data-part=text]').replaceChildren(...paragraphsOf(text));
    const names = namesIn(entries);
    const about = entries.filter(({ entry }) => mentions(entry.act.body, textHash));
    const rest = entries.filter((entry) => !about.includes(entry));
    const { length } = text.clauses;
    part(good, '[data-part=about]').replaceChildren(...about.map((entry) => row(entry, names, length)));
    part(good, '[data-part=rest]').replaceChildren(...rest.map((entry) => row(entry, names, length)));
    part(good, '[data-part=record]').textContent = filled(words['record'], { size: checkpoint.size });
    show(good);
  };

  const row = (
    { entry, signers, index }: ProvenEntry,
    names: ReadonlyMap<string, string>,
    clauses: number,
  ): HTMLLIElement => {
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
    what.textContent = filled(words['row'], { kind: kind + scopeOf(act.body, clauses), at, index });
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
  const scopeOf = ({ clauses, adReferendum }: JsonObject, of: number): string => {
    const part = Array.isArray(clauses) ? ` – ${filled(words['inPart'], { n: clauses.length, of })}` : '';
    return part + (adReferendum === true ? ` – ${words['adReferendum'] ?? ''}` : '');
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
    const lists = [body['founders'], body['invited']].flatMap((list): readonly Json[] =>
      Array.isArray(list) ? (list as readonly Json[]) : [],
    );
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

/** What the signatures cover; checked before it is read here. */
interface SignedText {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

const textIn = (tar: Bytes): SignedText =>
  JSON.parse(fromUtf8(readTar(tar)?.get('text.json') ?? new Uint8Array()) ?? '') as SignedText;

const paragraphsOf = ({ clauses }: SignedText): readonly HTMLElement[] => {
  const numbers = numbering(clauses);
  return clauses.map(({ id, kind, words }) => {
    const paragraph = document.createElement(kind === 'heading' ? 'h4' : 'p');
    paragraph.dir = 'auto';
    const number = numbers.get(id) ?? '';
    if (number !== '') paragraph.append(`${number} `);
    paragraph.append(...runsOf(words).map(runElement));
    return paragraph;
  });
};

const runElement = (run: Run): HTMLElement | string => {
  if (run.kind === 'words') return run.emphasis ? filledWith('em', [run.text]) : run.text;
  const inside = run.words.map(runElement);
  if (run.kind === 'note') return filledWith('small', [' (', ...inside, ')']);
  const link = Object.assign(filledWith('a', inside), { href: run.href, rel: 'nofollow noopener noreferrer' });
  return filledWith('span', [link, filledWith('small', [' (', filledWith('bdi', [leadsTo(run.href) ?? '']), ')'])]);
};

const filledWith = <Name extends 'em' | 'small' | 'a' | 'span' | 'bdi'>(
  name: Name,
  inside: readonly (HTMLElement | string)[],
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
};
