import { unreachable } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import type { Mailing, OutboxItem, OutboxState } from '../../conference/post/outbox.ts';
import type { Row } from './sealed.ts';

/** The outbox's table, and what its rows stand for. */

/** Whether a mail went to somebody; {@link theirs} says who. */
export const IS_THEIRS = `slug = $slug and iif(delegate is null or $delegate is null,
  lower(address) in (select value from json_each($addresses)), organisation = $organisation and delegate = $delegate)`;

/** A new row's columns from `slug` to `queued`, and `at`. */
export const rowOf = (mailing: Mailing) =>
  [
    mailing.slug,
    mailing.key,
    mailing.kind,
    mailing.entry,
    mailing.organisation,
    mailing.delegate,
    mailing.data,
    mailing.address,
    mailing.language,
    mailing.messageId,
    mailing.token,
    mailing.urgent ? 1 : 0,
    mailing.queued,
    mailing.queued,
  ] as const;

export const itemOf = (row: Row): OutboxItem => ({
  slug: String(row['slug']) as OutboxItem['slug'],
  key: String(row['key']),
  kind: String(row['kind']),
  entry: row['entry'] === null ? null : Number(row['entry']),
  organisation: row['organisation'] === null ? null : (String(row['organisation']) as OutboxItem['organisation']),
  delegate: row['delegate'] === null ? null : Number(row['delegate']),
  data: row['data'] === null ? null : String(row['data']),
  address: String(row['address']) as OutboxItem['address'],
  language: String(row['language']) as OutboxItem['language'],
  messageId: String(row['message_id']),
  token: String(row['token']),
  urgent: row['urgent'] === 1,
  queued: Number(row['queued']) as Instant,
  attempts: Number(row['attempts']),
  state: stateOf(row),
});

export const itemOrNull = (row: Row | undefined): OutboxItem | null => (row === undefined ? null : itemOf(row));

const stateOf = (row: Row): OutboxState => {
  const kind = String(row['state']) as OutboxState['kind'];
  const at = Number(row['at']) as Instant;
  const answer = row['answer'] === null ? null : String(row['answer']);
  switch (kind) {
    case 'queued':
      return { kind, next: at, answer };
    case 'sending':
      return { kind, since: at };
    case 'handed-over':
    case 'bounced':
    case 'given-up':
      return { kind, answer: answer ?? '', at };
    default:
      return unreachable(kind);
  }
};
