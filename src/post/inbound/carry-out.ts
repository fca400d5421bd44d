import { createHmac } from 'node:crypto';
import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { Language } from '../../base/ids.ts';
import { mediaTypeOf } from '../../base/media-type.ts';
import { ok, unreachable } from '../../base/result.ts';
import { saltedHash } from '../../record/envelope.ts';
import type { Attachment } from '../../base/act.ts';
import type { Fate } from '../../conference/post/tray.ts';
import type { Conference, Rejection } from '../../conference/types.ts';
import { answerOf } from '../calendar/answer.ts';
import { type Say, sayRefusal, sayWaiting } from './answer.ts';
import { cleanLine } from './clean.ts';
import type { Placement } from './place.ts';

/** Does what a mail comes to: the host says on the record what came in, or the one door judges what was signed. */

/** What became of a mail, and what is said to its sender, where they may be answered. */
export interface CarriedOut {
  readonly fate: Exclude<Fate, { readonly kind: 'new' | 'done' }>;
  readonly says: readonly Say[];
}

export interface CarryOutDeps {
  /** Notes that a mail of ours did not arrive. */
  readonly bounced: (token: string, answer: string) => Promise<void>;
  /** Why the one door, or the rules, did not let something in. */
  readonly inWords: (rejection: Rejection) => Say;
  /** Under which salts are made that nobody else can make. */
  readonly key: Bytes;
}

export interface Mailed {
  readonly id: string;
  /** In which the author most likely wrote. */
  readonly language: Language;
}

export const createCarryOut = ({ bounced, inWords, key }: CarryOutDeps) => {
  const silent = (fate: CarriedOut['fate']): CarriedOut => ({ fate, says: [] });

  /** The same mail gives the same salts: so a mail that is dealt with twice, for the host went down in between, is known again. */
  const attached = (id: string, number: number, content: Bytes): Attachment => {
    const salt = new Uint8Array(createHmac('sha256', key).update(`salt ${id} ${number}`).digest().subarray(0, 16));
    return { hash: saltedHash(salt, content), salt, content };
  };

  const reply = async (
    conference: Conference,
    { id, language }: Mailed,
    { circulation, organisation, delegate, proven, said }: Extract<Placement, { readonly kind: 'reply' }>,
  ): Promise<CarriedOut> => {
    const { letters, circulations } = conference.state();
    const words = said.words === '' ? null : attached(id, 0, utf8(said.words));
    const files = said.files.map(({ content }, i) => attached(id, i + 1, content));
    const first = (words ?? files[0])?.hash;
    const as = circulation === null ? 'letter' : 'comment';
    const before = letters.find((letter) => (letter.words ?? letter.files[0]?.hash) === first);
    if (before !== undefined) return silent({ kind: 'placed', as, entries: [before.on.index] });
    const body = {
      organisation,
      delegate,
      proven,
      subject: cleanLine(said.subject, 300) || '—',
      language,
      answers: circulations.find(({ number }) => number === circulation)?.number ?? null,
      words: words?.hash ?? null,
      files: said.files.map(({ name, type }, i) => ({
        name,
        type: mediaTypeOf(type),
        hash: attached(id, i + 1, said.files[i]?.content ?? new Uint8Array()).hash,
      })),
    };
    const result = await conference.attest('host.received', body, [...(words === null ? [] : [words]), ...files]);
    return result.ok ? silent({ kind: 'placed', as, entries: [result.value.index] }) : rejected(result.error);
  };

  const attendance = async (
    conference: Conference,
    mailed: Mailed,
    {
      organisation,
      delegate,
      proven,
      attendee,
      answer,
      circulation,
      said,
    }: Extract<Placement, { readonly kind: 'attendance' }>,
  ): Promise<CarriedOut> => {
    const body = answerOf(conference.state(), { organisation, delegate, address: attendee }, answer);
    if (!body.ok) {
      const { kind } = body.error;
      const why = kind === 'other-meeting' || kind === 'old-notice' ? kind : 'calendar';
      return { fate: { kind: 'refused', why, told: false }, says: sayRefusal({ kind: why }) };
    }
    const { meeting, reply: answered } = body.value;
    const given = conference.state().meetings[meeting - 1]?.replies.get(organisation);
    // The same answer again says nothing more: the host may have gone down between taking it in and putting it down in the tray.
    const same = given?.byMail === true && given.reply === answered && given.proven === proven;
    const result = same ? ok(given.on) : await conference.attest('host.replied', { ...body.value, proven });
    if (!result.ok) return rejected(result.error);
    const replied = result.value.index;
    if (said === null) return silent({ kind: 'placed', as: 'attendance', entries: [replied] });
    // What they wrote goes on the register, as it would in a mail of its own; where it may not, they are told.
    const written = await reply(conference, mailed, {
      kind: 'reply',
      circulation,
      organisation,
      delegate,
      proven,
      said,
    });
    const entries = [replied, ...(written.fate.kind === 'placed' ? written.fate.entries : [])];
    return { ...written, fate: { kind: 'placed', as: 'attendance', entries } };
  };

  const acts = async (
    conference: Conference,
    list: Extract<Placement, { readonly kind: 'acts' }>['acts'],
  ): Promise<CarriedOut> => {
    const says: Say[] = [];
    const entries: number[] = [];
    let why = '';
    for (const { name, envelope } of list) {
      const result = await conference.submit(envelope);
      if (result.ok) {
        const { index } = result.value;
        entries.push(index);
        says.push((m) => m.act.accepted(name, index));
      } else {
        const { error } = result;
        why ||= codeOf(error);
        says.push((m) => m.act.rejected(name, inWords(error)(m)));
      }
    }
    const fate =
      entries.length === 0
        ? ({ kind: 'refused', why, told: false } as const)
        : ({ kind: 'placed', as: 'act', entries } as const);
    return { fate, says };
  };

  const rejected = (error: Rejection): CarriedOut => ({
    fate: { kind: 'refused', why: codeOf(error), told: false },
    says: [(m) => m.notTaken(inWords(error)(m))],
  });

  return async (conference: Conference, mailed: Mailed, placement: Placement): Promise<CarriedOut> => {
    switch (placement.kind) {
      case 'reply':
        return reply(conference, mailed, placement);
      case 'attendance':
        return attendance(conference, mailed, placement);
      case 'acts':
        return acts(conference, placement.acts);
      case 'bounce':
        await bounced(placement.token, placement.answer);
        return silent({ kind: 'bounce', status: placement.status });
      case 'automatic':
        return silent({ kind: 'ignored', why: placement.why });
      case 'refused': {
        const { why } = placement;
        return { fate: { kind: 'refused', why: why.kind, told: false }, says: sayRefusal(why) };
      }
      case 'waiting': {
        const { why } = placement;
        return { fate: { kind: 'waiting', why, told: false }, says: sayWaiting(why) };
      }
      default:
        return unreachable(placement);
    }
  };
};

const codeOf = (rejection: Rejection): string =>
  rejection.kind === 'refused' ? rejection.refusal.kind : rejection.kind;
