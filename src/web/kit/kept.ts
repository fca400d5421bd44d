import type { AttachmentHash } from '../../base/ids.ts';
import { standing } from '../../charter/history/archive.ts';
import type { KeptFile } from '../../charter/law/kept.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';
import { paragraphs } from './prose.ts';
import { orgs, sentence, theirs } from './theirs.ts';
import { dayText } from './words.ts';

/** What is kept beside the record: what it is in words, that it was erased, and the way to erase it. */

/** Everything that shows it, in words; what nothing shows any more is said to be that. */
export const keptInWords = (context: Context, hash: AttachmentHash): readonly string[] => {
  const { reader, t } = context;
  const words = t.post.erasure;
  const among = (files: readonly KeptFile[], where: string): readonly string[] =>
    files.flatMap((file) => (file.hash === hash ? [words.file(file.name, where)] : []));
  const piece = reader.pieceNaming(hash);
  const found = [
    ...(piece === null ? [] : [words.piece(standing(piece).what.reference)]),
    ...reader
      .letters()
      .flatMap((letter) => [
        ...(letter.words === hash ? [words.words(letter.reference)] : []),
        ...among(letter.files, letter.reference),
      ]),
    ...reader
      .meetings()
      .flatMap(({ items, guests }) => [
        ...items.flatMap(({ files, title }) => among(files, words.item(title))),
        ...(guests.some(({ name }) => name === hash) ? [words.guest] : []),
      ]),
    ...reader
      .organisations()
      .flatMap(({ delegates, applications }) => [
        ...delegates.flatMap(({ name, number }) => (name === hash ? [words.name(t.common.delegate(number))] : [])),
        ...(applications.some(({ letter }) => letter === hash) ? [words.application] : []),
      ]),
    ...(reader.recoveries().some(({ explanation }) => explanation === hash) ? [words.explanation] : []),
  ];
  return found.length === 0 ? [words.other] : found;
};

/** That it was erased, by whom, when and why; nothing where it was not. */
export const erasedNote = (context: Context, hash: AttachmentHash): Html | '' => {
  const erased = context.reader.kept(hash)?.erased ?? null;
  if (erased === null) return '';
  const { by, on, reason } = erased;
  const words = context.t.post.erasure;
  const day = dayText(context, on.at);
  return html`<div class="quiet">
    <p>${by === null ? words.erasedByHost(day) : sentence((name) => words.erased(name, day), orgs(context, [by]))}</p>
    ${paragraphs(reason)}
  </div>`;
};

/** Instead of the name of a delegate that cannot be read: that it was erased, or none was given. */
export const withoutName = ({ reader, t }: Context, name: AttachmentHash | null): string =>
  name !== null && (reader.kept(name)?.erased ?? null) !== null
    ? t.post.erasure.nameErased
    : t.workspace.participants.noName;

/** The way to erase it, for those who represent the organisation that brought it. `what`: it stands beside much that is not erased with it. */
export const eraseLink = ({ me, reader, base, t }: Context, hash: AttachmentHash | null, what: string): Html | '' => {
  const kept = hash === null ? null : reader.kept(hash);
  if (me === null || kept?.by !== me.organisation.id || kept.erased !== null || me.delegate.role !== 'representing')
    return '';
  const words = t.post.erasure;
  return html`<a href="${base}/do/attachment.erase?attachment=${hash}">${words.link}: ${theirs(what)}</a>`;
};
