import type { Draft } from '../base/brand.ts';
import type { AttachmentHash, OrganisationId } from '../base/ids.ts';
import type { ActKind, AnyAct, BodyOf } from './acts.ts';
import type { Resource } from './consequences.ts';
import type { Refusal } from './refusal.ts';
import type { File, Letter, Mark, State } from './state.ts';
import { subjectsOf } from './subjects.ts';

/** What is kept beside the record: which acts name it, whose it is, and whether it was erased. */

export interface Kept {
  /** The organisation that brought it, and alone may name it again. */
  readonly by: OrganisationId;
  /** The entries that name it, by index; the first one brought it. */
  readonly named: readonly number[];
  /** What those entries are about. */
  readonly subjects: readonly Resource[];
  readonly erased: Erasure | null;
}

export interface Erasure {
  /** `null`: the host, where the law obliges it. */
  readonly by: OrganisationId | null;
  readonly reason: string;
  readonly on: Mark;
}

interface Named {
  readonly hash: AttachmentHash;
  /** A name is one line of text; a letter may be any file. */
  readonly kind: 'name' | 'letter';
}

const name = (hash: AttachmentHash | null): readonly Named[] => (hash === null ? [] : [{ hash, kind: 'name' }]);
const letter = (hash: AttachmentHash): Named => ({ hash, kind: 'letter' });
const files = (named: readonly File[]): readonly Named[] => named.map(({ hash }) => letter(hash));
const wordsAndFiles = (body: Pick<Letter, 'words' | 'files'>): readonly Named[] => [
  ...(body.words === null ? [] : [letter(body.words)]),
  ...files(body.files),
];

/** The kinds of act that bring attachments, and where their bodies name them. An erasure names one, and brings none. */
export const NAMED: { readonly [K in ActKind]?: (body: BodyOf<K>) => readonly Named[] } = {
  'conference.found': (body) => name(body.delegate),
  'participation.apply': (body) => [letter(body.letter), ...name(body.delegate)],
  'participation.reapply': (body) => [letter(body.letter)],
  'recovery.request': (body) => [letter(body.explanation)],
  'delegate.appoint': (body) => name(body.name),
  'key.enrol': (body) => name(body.name),
  'meeting.guest': (body) => name(body.name),
  'agenda.propose': (body) => files(body.files),
  'letter.send': wordsAndFiles,
  'host.received': wordsAndFiles,
};

export const namedIn = ({ kind, body }: AnyAct): readonly Named[] =>
  (NAMED[kind] as ((body: unknown) => readonly Named[]) | undefined)?.(body) ?? [];

/** The attachments that an act brings. */
export const attachmentsOf = (act: AnyAct): readonly AttachmentHash[] => namedIn(act).map(({ hash }) => hash);

/** The attachment that an act erases. */
export const erasedBy = (act: AnyAct): AttachmentHash | null =>
  act.kind === 'attachment.erase' || act.kind === 'host.erased' ? act.body.attachment : null;

export const isErased = (state: State, hash: AttachmentHash): boolean =>
  (state.attachments.get(hash)?.erased ?? null) !== null;

/** Whose the attachments of an act are: its maker's, and of a mail that the host took in, its writer's. */
const bringerOf = (act: AnyAct): OrganisationId =>
  act.kind === 'host.received' ? act.body.organisation : act.by.organisation;

/**
 * Refused under 4.1 where an act names what is another's, which its owner could erase under its hands; or what was erased, which would come back.
 */
export const attachmentsRefusal = (state: State, act: AnyAct): Refusal | null => {
  const bringer = bringerOf(act);
  const spent = attachmentsOf(act).find((hash) => {
    const kept = state.attachments.get(hash);
    return kept !== undefined && (kept.by !== bringer || kept.erased !== null);
  });
  return spent === undefined ? null : { article: '4.1', kind: 'taken', field: 'attachments', value: spent };
};

/** Notes what an act has brought, once it is applied. */
export const keep = (state: Draft<State>, act: AnyAct, { index }: Mark): void => {
  for (const hash of new Set(attachmentsOf(act))) {
    const kept = state.attachments.get(hash);
    const subjects = subjectsOf(state, act, index).filter((subject) => kept?.subjects.includes(subject) !== true);
    if (kept === undefined)
      state.attachments.set(hash, { by: bringerOf(act), named: [index], subjects: [...subjects], erased: null });
    else {
      kept.named.push(index);
      kept.subjects.push(...subjects);
    }
  }
};
