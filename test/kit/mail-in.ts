import { type Bytes, utf8 } from '../../src/base/bytes.ts';
import type { ReadMail } from '../../src/post/inbound/mail.ts';
import { readMail } from '../../src/post/inbound/read.ts';

/** Messages for tests. */

/** The head of a message by Anna. */
export const HEAD = ['From: =?utf-8?B?zobOvc69zrE=?= <Anna@Example.ORG>', 'Message-ID: <1@example.org>'] as const;

/** A message from its lines; a string's characters below U+0100 are its bytes where `latin1` is given. */
export const message = (lines: readonly string[], latin1 = false): Bytes => {
  const text = lines.join('\r\n');
  return latin1 ? new Uint8Array(Buffer.from(text, 'latin1')) : utf8(text);
};

export const none = (): boolean => false;

export const read = (...lines: readonly string[]): ReadMail => readMail(message(lines), 'anna@example.org', none);
