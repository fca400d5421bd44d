import type { OrganisationId, Slug } from '../base/ids.ts';
import { DAY, type Instant, SECOND, after } from '../base/time.ts';
import { isParticipant } from '../charter/members/organisations.ts';
import type { Circulation } from '../charter/group/state.ts';
import type { OnFault } from '../conference/about.ts';
import type { Contacts } from '../conference/post/contacts.ts';
import type { Mailing, Outbox, MailOutcome } from '../conference/post/outbox.ts';
import type { Clock } from '../conference/ports.ts';
import type { Conference } from '../conference/types.ts';
import { MOST_OUTCOMES, type DeliveryOutcome, unreported } from './deliveries.ts';
import { reachedAt } from './entitled.ts';
import { createInsistence } from './insistence.ts';
import type { Wanted } from './mail/mailings.ts';

/**
 * Takes what is circulated to the delegates of everyone entitled to it (8.4, 9.2), and says on the record what became of it. What is still to be done follows from the record and
 * the outbox together, so a start goes on where a crash broke off: a mail is queued once by its name, and an outcome is on the record or is put there.
 */
export interface Postmaster {
  /** Looks after a conference from now on, beginning with what was left undone. */
  readonly watch: (conference: Conference) => void;
  /** Told what became of mails; others than those of circulations are passed over. */
  readonly settled: (outcomes: readonly MailOutcome[]) => void;
  /** A delegate has a new address: what did not reach their organisation lately is sent there. */
  readonly readdressed: (slug: Slug, organisation: OrganisationId) => void;
  /** Since when a conference's mails cannot be queued or reported, because a store refuses; `null`: they can. */
  readonly unwritten: (slug: Slug) => Instant | null;
  /** Resolves when nothing is left to queue or to report. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface PostmasterDeps {
  readonly outbox: Outbox;
  readonly contacts: Contacts;
  readonly clock: Clock;
  /** Queues mails, durably, and sets out. */
  readonly send: (mailings: readonly Mailing[]) => Promise<number>;
  readonly mailing: (wanted: Wanted) => Mailing;
  /** Since when this node has a post: what was circulated before is not mailed. */
  readonly since: Instant;
  readonly onFault: OnFault;
}

/** How long outcomes are gathered before they go on the record together. */
const GATHERED_FOR = 2 * SECOND;

/** How long a report of a bounce may be waited for, and a new address makes up for an old one. */
const LATELY = 14 * DAY;

export const createPostmaster = (deps: PostmasterDeps): Postmaster => {
  const { clock, onFault } = deps;
  const rounds = new Map<Slug, Round>();
  let closed = false;

  return {
    watch: (conference) => {
      if (closed || rounds.has(conference.slug)) return;
      rounds.set(conference.slug, createRound(deps, conference));
    },
    settled: (outcomes) => {
      const touched = Map.groupBy(outcomes, ({ slug }) => slug);
      for (const [slug, settled] of touched) {
        const numbers = settled.flatMap(({ key }) => numberIn(key) ?? []);
        rounds.get(slug)?.report(numbers);
      }
    },
    unwritten: (slug) => rounds.get(slug)?.unwritten() ?? null,
    readdressed: (slug, organisation) => rounds.get(slug)?.readdress(organisation, after(clock.now(), -LATELY)),
    idle: async () => {
      await Promise.all([...rounds.values()].map(({ idle }) => idle()));
    },
    close: async () => {
      closed = true;
      const ended = [...rounds.values()].map(({ close }) => close());
      rounds.clear();
      await Promise.all(ended).catch(onFault);
    },
  };
};

/** The circulation that a mail belongs to, by its key `NUMBER/ORGANISATION/DELEGATE`. */
const numberIn = (key: string): number | null => {
  const number = /^(\d+)\//u.exec(key)?.[1];
  return number === undefined ? null : Number(number);
};

interface Round {
  readonly report: (circulations: readonly number[]) => void;
  readonly readdress: (organisation: OrganisationId, since: Instant) => void;
  readonly unwritten: () => Instant | null;
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One conference's post, one step after another. A step that a store has refused is taken again, from its beginning, until it is done: each finds what it has done. */
const createRound = (deps: PostmasterDeps, conference: Conference): Round => {
  const { outbox, clock, send, since } = deps;
  const { slug } = conference;
  const onFault = (fault: unknown): void => deps.onFault(fault, { conference: slug });
  /** Circulations up to this number are queued. */
  let queued = 0;
  const touched = new Set<number>();
  const insistence = createInsistence({ clock, onFault });
  let steps: Promise<void> = Promise.resolve();
  let callOff = (): void => undefined;
  let waiting = false;
  let closed = false;

  const step = (work: () => Promise<void>): void => {
    steps = steps.then(() => insistence.on(work)).catch(onFault);
  };

  /** Queues every mail of the circulations that came since, and says who cannot be mailed. */
  const distribute = async (): Promise<void> => {
    for (const circulation of conference.state().circulations.slice(queued)) {
      if (circulation.on.at >= since) await distributeOne(circulation, [...circulation.recipients.keys()]);
      queued = circulation.number;
    }
  };

  const distributeOne = async (circulation: Circulation, to: readonly OrganisationId[]): Promise<void> => {
    const state = conference.state();
    const now = clock.now();
    const missing: DeliveryOutcome[] = [];
    const mailings = to.flatMap((organisation) => {
      // What the record has an outcome for was sent before; whoever has left since lacks no address.
      if (
        circulation.recipients.get(organisation)?.mail?.result === 'handed-over' ||
        !isParticipant(state, organisation)
      )
        return [];
      const contacts = reachedAt(deps.contacts, state, slug, organisation);
      if (contacts.length === 0) missing.push({ organisation, result: 'no-address', code: null });
      return contacts.map(({ delegate, address, language }) =>
        deps.mailing({
          slug,
          key: null,
          kind: 'circulation',
          entry: circulation.number,
          organisation,
          delegate,
          data: null,
          address,
          language,
          urgent: false,
          queued: now,
        }),
      );
    });
    if (mailings.length > 0) await send(mailings);
    const unsaid = missing.filter(({ organisation }) => circulation.recipients.get(organisation)?.mail === null);
    await attest(circulation.number, unsaid);
  };

  const attest = async (circulation: number, outcomes: readonly DeliveryOutcome[]): Promise<void> => {
    for (let i = 0; i < outcomes.length; i += MOST_OUTCOMES) {
      await conference.attest('host.delivered', { circulation, outcomes: outcomes.slice(i, i + MOST_OUTCOMES) });
    }
  };

  const reportNow = async (): Promise<void> => {
    for (const number of touched) {
      const circulation = conference.state().circulations[number - 1];
      const outcomes = circulation === undefined ? [] : unreported(outbox, slug, circulation);
      // What comes to be known from here on is reported by itself.
      touched.delete(number);
      try {
        await attest(number, outcomes);
      } catch (fault) {
        touched.add(number);
        throw fault;
      }
    }
  };

  /** What is done goes on the record at once where nothing else is on its way, else together with what follows it soon. */
  const report = (numbers: readonly number[]): void => {
    for (const number of numbers) touched.add(number);
    if (touched.size > 0) step(reportSoon);
  };

  const reportSoon = async (): Promise<void> => {
    if (touched.size === 0) return;
    const { queued: left, sending } = tallyOf(outbox, slug, touched);
    if (left + sending === 0) return reportNow();
    if (waiting || closed) return;
    waiting = true;
    callOff = clock.at(after(clock.now(), GATHERED_FOR), () => {
      waiting = false;
      step(reportNow);
    });
  };

  const leave = conference.subscribe(() => {
    if (conference.state().circulations.length > queued) step(distribute);
  });

  // What the last run left undone: mails that were not queued, outcomes that were not reported.
  step(async () => {
    await distribute();
    const begun = conference.state().circulations.filter(({ on }) => on.at >= since);
    for (const { number, on, recipients } of begun) {
      const open = [...recipients.values()].some(({ mail }) => mail === null);
      if (open || on.at >= after(clock.now(), -LATELY)) touched.add(number);
    }
    await reportNow();
  });

  return {
    report,
    unwritten: insistence.since,
    readdress: (organisation, from) =>
      step(async () => {
        const { circulations } = conference.state();
        for (const circulation of circulations) {
          const delivery = circulation.recipients.get(organisation);
          if (circulation.on.at < from || circulation.on.at < since || delivery === undefined) continue;
          if (delivery.mail?.result === 'bounced' || delivery.mail?.result === 'no-address') {
            await distributeOne(circulation, [organisation]);
            await sendAgain(circulation.number, organisation);
          }
        }
      }),
    idle: async () => {
      for (let before: unknown = null; before !== steps;) {
        before = steps;
        await steps;
      }
    },
    close: async () => {
      leave();
      closed = true;
      callOff();
      insistence.end();
      await steps;
    },
  };

  /** What was refused at an old address goes to the new one. */
  async function sendAgain(number: number, organisation: OrganisationId): Promise<void> {
    const contacts = reachedAt(deps.contacts, conference.state(), slug, organisation);
    for (const item of outbox.of(slug, number)) {
      const contact = contacts.find(({ delegate }) => item.organisation === organisation && delegate === item.delegate);
      if (contact !== undefined && contact.address !== item.address) {
        await outbox.again(slug, item.key, contact.address, clock.now());
      }
    }
    await send([]);
  }
};

const tallyOf = (outbox: Outbox, slug: Slug, numbers: Iterable<number>) => {
  const sum = { queued: 0, sending: 0 };
  for (const number of numbers) {
    const tally = outbox.tally(slug, number);
    sum.queued += tally.queued;
    sum.sending += tally.sending;
  }
  return sum;
};
