import { utf8 } from '../../src/base/bytes.ts';
import type { Language, OrganisationId, Slug } from '../../src/base/ids.ts';
import { after, instant } from '../../src/base/time.ts';
import { createManualClock } from '../../src/conference/clock.ts';
import type { MailAddress } from '../../src/conference/post/address.ts';
import type { Carriage, Carrier, CarrierAnswer } from '../../src/conference/post/carrier.ts';
import type { Mailing, Outbox, OutboxItem, MailOutcome } from '../../src/conference/post/outbox.ts';
import { type Courier, createCourier } from '../../src/post/courier.ts';
import { createMemoryOutbox } from '../../src/store/memory/outbox.ts';

/** A courier with an outbox in memory and a carrier that answers as it is told. */

export const SLUG = 'rivers' as Slug;
export const START = instant(1_000_000);

export const mailing = (number: number, more: Partial<Mailing> = {}): Mailing => ({
  slug: SLUG,
  key: `7/diktyo/${number}`,
  kind: 'circular',
  entry: 7,
  organisation: 'diktyo' as OrganisationId,
  delegate: number,
  data: null,
  address: `d${number}@example.org` as MailAddress,
  language: 'el' as Language,
  messageId: `<7.diktyo.${number}@x>`,
  token: `t${number}`,
  urgent: false,
  queued: START,
  ...more,
});

export const accepted: CarrierAnswer = { kind: 'accepted', answer: '250 ok' };

export interface Scene {
  readonly courier: Courier;
  readonly outbox: Outbox;
  readonly clock: ReturnType<typeof createManualClock>;
  /** To whom mails were handed, in order. */
  readonly handed: readonly string[];
  readonly settled: readonly MailOutcome[];
  readonly faults: readonly unknown[];
  /** Lets time pass, and resolves when all that is due then is done. */
  readonly pass: (ms: number) => Promise<void>;
  readonly state: (number: number) => OutboxItem['state'] | undefined;
}

export interface Given {
  readonly outbox?: Outbox;
  readonly width?: number;
  readonly answer?: (to: string, time: number) => CarrierAnswer | Promise<CarrierAnswer>;
  readonly render?: (item: OutboxItem) => Carriage | null;
  readonly close?: () => void;
}

export const scene = ({
  outbox = createMemoryOutbox(),
  width = 2,
  answer = () => accepted,
  render,
  close,
}: Given = {}): Scene => {
  const clock = createManualClock(START);
  const handed: string[] = [];
  const settled: MailOutcome[] = [];
  const faults: unknown[] = [];
  const carrier: Carrier = {
    width,
    hand: async ({ to }) => {
      handed.push(to);
      return answer(to, handed.filter((other) => other === to).length);
    },
    close: async () => close?.(),
  };
  const courier = createCourier({
    outbox,
    carrier,
    clock,
    render: async (item) => (render ?? (({ address }) => ({ from: null, to: address, message: utf8('x') })))(item),
    onSettled: (outcomes) => settled.push(...outcomes),
    onFault: (fault) => faults.push(fault),
  });
  return {
    courier,
    outbox,
    clock,
    handed,
    settled,
    faults,
    pass: async (ms) => {
      clock.set(after(clock.now(), ms));
      await courier.idle();
    },
    state: (number) => outbox.get(SLUG, `7/diktyo/${number}`)?.state,
  };
};

export const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);
