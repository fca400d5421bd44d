import { printedAs } from '../../test/kit/printed.ts';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type Rivers, START, startRivers, turns } from '../../test/kit/rivers.ts';
import { type Speaker, accepted, newSpeaker, someText, write } from '../../test/kit/small-conference.ts';
import { utf8 } from '../base/bytes.ts';
import type { Country, OrganisationId } from '../base/ids.ts';
import { DAY, HOUR, after } from '../base/time.ts';
import type { State } from '../charter/state.ts';
import { present } from '../charter/texts/texts.ts';
import { attach } from '../record/envelope.ts';
import type { Conference } from './types.ts';

let rivers: Rivers;
beforeEach(async () => {
  rivers = await startRivers();
});

/** An organisation applies, one presents it, and the period in which others may disagree begins. */
const applies = async (): Promise<Speaker> => {
  const { conference, head, submit, who } = rivers;
  const applicant = newSpeaker('delta');
  const letter = attach(utf8('We should like to take part.'));
  const charter = conference.state().charter?.hash;
  assert.ok(charter !== undefined);
  const profile = { printed: printedAs('Delta'), country: 'GR' as Country, about: null, website: null };
  const key = { key: applicant.pen.publicKey, use: 'ssh' } as const;
  const body = { ...profile, ...key, charter, letter: letter.hash, delegate: null };
  accepted(
    await conference.submit(write(applicant, head(), 'participation.apply', body, { attachments: [letter] }).envelope),
  );
  const { organisation } = applicant;
  const application = conference.state().organisations.get(organisation)?.applications.at(-1)?.act ?? assert.fail();
  assert.equal((await conference.entries(0, Infinity)).at(-1)?.hash, application);
  accepted(await submit(who(0), 'participation.present', { organisation, application }));
  return applicant;
};

const standing = (state: State) => state.organisations.get('delta' as OrganisationId)?.standing.kind;
const kinds = async (conference: Conference, from: number) =>
  (await conference.entries(from, Infinity)).map(({ act }) => act.kind);

const PERIOD = 30 * DAY;

describe('a deadline', () => {
  it('takes effect although nobody acts', async () => {
    const { conference, clock } = rivers;
    await applies();
    const { size } = conference.state();
    clock.set(after(START, PERIOD - 1));
    await turns();
    assert.equal(standing(conference.state()), 'applicant');
    clock.set(after(START, PERIOD));
    await turns();
    assert.equal(standing(conference.state()), 'participant');
    assert.deepEqual(await kinds(conference, size), ['host.tick']);
  });

  it('that passed while the host was down takes effect before the next act', async () => {
    const applicant = await applies();
    const { head, restarted } = rivers;
    const { size } = rivers.conference.state();
    const again = await restarted(after(START, PERIOD + HOUR));
    accepted(await again.submit(write(applicant, head(), 'text.table', someText()).envelope));
    assert.deepEqual(await kinds(again, size), ['host.tick', 'text.table']);
  });

  it('is waited for even when a later one was set first', async () => {
    const { conference, clock, submit, table, who } = rivers;
    await applies();
    accepted(await table());
    const text = conference.state().texts[0];
    assert.ok(text !== undefined);
    const deadline = after(START, 8 * DAY);
    const { hash: version } = present(text);
    accepted(await submit(who(0), 'decision.open', { text: 1, version, deadline, meeting: null }));
    clock.set(deadline);
    await turns();
    assert.equal(conference.state().texts[0]?.stage, 'not-adopted');
    assert.equal(standing(conference.state()), 'applicant');
    clock.set(after(START, PERIOD));
    await turns();
    assert.equal(standing(conference.state()), 'participant');
  });

  it('is tried again when the store could not write the tick', async () => {
    const { conference, clock, store } = rivers;
    await applies();
    store.fail = 'before-writing';
    clock.set(after(START, PERIOD));
    await turns();
    assert.equal(standing(conference.state()), 'applicant');
    store.fail = 'never';
    clock.set(after(START, PERIOD + HOUR));
    await turns();
    assert.equal(standing(conference.state()), 'participant');
  });
});

describe('the time of entries', () => {
  it('never goes back, whatever the machine’s clock does', async () => {
    const { clock, table } = rivers;
    clock.set(after(START, HOUR));
    const first = accepted(await table());
    clock.set(START);
    const second = accepted(await table());
    assert.ok(second.time >= first.time);
  });
});
