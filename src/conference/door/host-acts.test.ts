import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type Rivers, refusal, startRivers } from '../../../test/kit/rivers.ts';
import {
  type Speaker,
  accepted,
  newSpeaker,
  smallConference,
  someText,
  write,
} from '../../../test/kit/small-conference.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { present } from '../../charter/texts/texts.ts';

let rivers: Rivers;
beforeEach(async () => {
  rivers = await startRivers();
});

describe('the host’s key', () => {
  const asHost = (): Speaker => ({ organisation: '' as OrganisationId, delegate: 0, pen: rivers.hostKey });

  it('can append nothing in an organisation’s name', async () => {
    const { conference, who, head, hostKey, submit } = rivers;
    const posing = write(who(0), head(), 'text.table', someText(), { pens: [hostKey] });
    assert.equal(refusal(await conference.submit(posing.envelope)), 'unknown-key');
    assert.equal(refusal(await submit(asHost(), 'text.table', someText())), 'unknown-key');
  });

  it('cannot tick before anything is due, nor can another key', async () => {
    const { submit, who } = rivers;
    assert.equal(refusal(await submit(asHost(), 'host.tick', {})), 'nothing-due');
    assert.equal(refusal(await submit({ ...asHost(), pen: who(0).pen }, 'host.tick', {})), 'unknown-key');
  });

  it('must be the one that the founding act names', async () => {
    const { clock, who, host } = rivers;
    const posing = { ...host, publicKey: who(0).pen.publicKey };
    await assert.rejects(smallConference(posing, clock.now, ['omega', 'psi'], { slug: 'forests' }), /other-host/u);
    assert.equal(host.conferences().length, 1);
  });
});

describe('what the host shows', () => {
  it('is noted on the record once', async () => {
    const { conference, submit, table, who } = rivers;
    accepted(await table());
    const version = present(conference.state().texts[0] ?? assert.fail()).hash;
    const observation = { text: 1, version, kind: 'view' as const, clauses: [], words: 'We see it so.', public: false };
    accepted(await submit(who(0), 'observation.make', observation));
    const { size } = conference.state();
    await Promise.all([
      conference.noteShown(who(1).organisation, [1, 1, 2]),
      conference.noteShown(who(1).organisation, [1]),
    ]);
    await conference.noteShown(who(0).organisation, [1]);
    assert.equal(conference.state().size, size + 1);
    const circulation = conference.state().observations[0]?.circulation ?? [];
    assert.deepEqual(
      circulation.map(({ organisation, shown }) => [organisation, shown === null]),
      [
        ['beta', false],
        ['gama', true],
      ],
    );
  });
});

describe('preview', () => {
  it('says what the charter would, without a signature', () => {
    const { conference, who, head } = rivers;
    const viewer = ({ organisation: id }: Speaker) => ({ kind: 'organisation', id }) as const;
    const preview = (speaker: Speaker, text: number) =>
      conference.preview(write(speaker, head(), 'text.cosponsor', { text }).act as unknown as AnyAct, viewer(speaker))
        ?.kind;
    const { act } = write(who(0), head(), 'text.table', someText());
    assert.equal(conference.preview(act as unknown as AnyAct, viewer(who(0))), null);
    assert.equal(preview(newSpeaker('omega'), 1), 'unknown-key');
    assert.equal(preview(who(0), 1), 'unknown');
  });
});
