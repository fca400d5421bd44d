import type { MailView } from '../../conference/post/tray.ts';
import { type Addressee, type Incoming, type Placement, cutOf } from './place.ts';
import { ownWords, piecesOf } from './quotes.ts';

/** Whom it comes from: who is taken to speak, or else the delegate for whom their own domain vouches. */
const writerOf = ({ trust, known }: Incoming, placement: Placement): Addressee | null =>
  'organisation' in placement ? placement : trust.aligned ? (known[0] ?? null) : null;

/** A mail as it is shown to people. */
export const viewOf = (incoming: Incoming, placement: Placement): MailView => ({
  ...wordsOf(incoming),
  organisation: writerOf(incoming, placement)?.organisation ?? null,
  delegate: writerOf(incoming, placement)?.delegate ?? null,
  answers: 'circulation' in placement ? placement.circulation : null,
});

const wordsOf = ({ mail, trust }: Incoming): Omit<MailView, 'organisation' | 'delegate' | 'answers'> => ({
  name: mail.from?.name ?? '',
  address: mail.from?.address ?? '',
  subject: mail.subject,
  words: ownWords(piecesOf(mail.words)),
  cut: cutOf(mail),
  files: mail.attachments.map(({ name, type, content }) => ({ name, type, size: content.length })),
  trust,
});
