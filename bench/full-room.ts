import { join } from 'node:path';
import type { Language } from '../src/base/ids.ts';
import { DAY, HOUR, MINUTE, after } from '../src/base/time.ts';
import { charterHash } from '../src/charter/law/charter.ts';
import { createManualClock, systemClock } from '../src/conference/clock.ts';
import { loadOrCreateHostKey } from '../src/conference/host-key.ts';
import { createHost } from '../src/conference/host.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { SLUG } from '../test/kit/served.ts';
import { CHARTER, type Speaker, accepted, newSpeaker, smallConference } from '../test/kit/small-conference.ts';
import { FOUNDERS, application } from './applicants.ts';
import type { People } from './folders.ts';

/** A sitting with more organisations in the room than any conference of today has. */

const RULES = {
  ...CHARTER.rules,
  participation: { presenters: 1, noDisagreementDays: 1, byAssembly: false },
  meetings: {
    noticeDays: 0,
    agendaDays: 0,
    standingItem: null,
    conveners: 1,
    quorumPercent: 50,
    speechSeconds: 180,
    callSeconds: 60,
    recordDays: 30,
  },
};

/** A data folder with a conference of so many organisations, all of them in the room of an open sitting. */
export const fullRoom = async (data: string, organisations: number): Promise<People> => {
  const now = systemClock.now();
  // Those who did not found it have applied some days ago.
  const clock = createManualClock(after(now, -3 * DAY));
  const store = await openSqliteStore(data);
  const hostKey = await loadOrCreateHostKey(join(data, 'host-key.pem'));
  const host = await createHost({ store, hostKey, origin: 'http://localhost', clock });
  const names = Array.from({ length: FOUNDERS }, (_, i) => `organisation-${i + 1}`);
  const charter = { ...CHARTER, rules: RULES };
  const {
    conference,
    id,
    speakers: founders,
    submit,
  } = await smallConference(host, clock.now, names, {
    slug: SLUG,
    charter,
  });
  const applicants = Array.from({ length: organisations - FOUNDERS }, (_, i) =>
    newSpeaker(`organisation-${FOUNDERS + i + 1}`),
  );
  for (const speaker of applicants) {
    const { envelope } = application(speaker, { conference: id, made: clock.now() }, charterHash(charter));
    const { hash } = accepted(await conference.submit(envelope));
    const presented = { organisation: speaker.organisation, application: hash };
    accepted(await submit(founders[0] ?? speaker, 'participation.present', presented));
  }
  clock.set(after(now, -DAY));
  const speakers = [...founders, ...applicants];
  const [chair, ...others] = speakers;
  if (chair === undefined) throw new TypeError('Nobody is there');
  clock.set(now);
  const starts = after(now, 10 * MINUTE);
  const when = { starts, ends: after(starts, 8 * HOUR), zone: 'Europe/Skopje', place: 'Ohrid', link: null };
  const notice = { ...when, languages: ['en' as Language], words: null, public: true };
  accepted(await submit(chair, 'meeting.convene', { kind: 'assembly', notice }));
  const each = (all: readonly Speaker[], make: (speaker: Speaker) => ReturnType<typeof submit>) =>
    Promise.all(all.map(async (speaker) => accepted(await make(speaker))));
  await each(speakers, (speaker) => submit(speaker, 'meeting.credentials', { meeting: 1, delegates: [1] }));
  accepted(await submit(chair, 'sitting.open', { meeting: 1 }));
  await each(others, (speaker) => submit(speaker, 'sitting.arrive', { meeting: 1, present: true }));
  await host.close();
  await store.close();
  return { id, speakers };
};
