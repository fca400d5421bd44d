import { printedAs, printedBy } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrganisationId } from '../src/base/ids.ts';
import { charterHash } from '../src/charter/law/charter.ts';
import { unescaped, wordsIn } from './kit/forms.ts';
import { startServer } from './kit/server.ts';
import {
  CHARTER,
  accepted,
  beginConference,
  enterBy,
  newPen,
  newSpeaker,
  smallConference,
} from './kit/small-conference.ts';
import { createVisitor } from './kit/visitor.ts';
import { EVENT } from '../src/charter/spec/statements.ts';

/** A link of invitation is lost: who sees that, who makes another, and until when; on pages without script. */

const server = await startServer();
const { host, clock } = server;

const wayTo = (organisation: string, delegate = 1): string =>
  `/do/invitation.renew?organisation=${organisation}&delegate=${delegate}`;

describe('the link of a founder', () => {
  it('is made anew by the first founder until it has been used, and the conference comes to be', async () => {
    const begun = await beginConference(host, clock.now, ['alfa', 'beta', 'gama'], { slug: 'springs' });
    const { conference, id, submit } = begun;
    const [alfa, beta, gama] = begun.speakers;
    assert.ok(alfa && beta && gama);
    accepted(await enterBy(begun, beta));
    const [first, second] = [createVisitor(server.origin, 'springs'), createVisitor(server.origin, 'springs')];
    await first.signIn(alfa.pen);
    await second.signIn(beta.pen);

    // What each founder sees of the others.
    const before = await first.page('');
    assert.match(wordsIn(before), /beta Македонија has entered, and has not signed yet/u);
    assert.match(
      wordsIn(before),
      /gama Македонија has not followed its link yet Its link is kept only in the tab in which it was made.*? If it is lost, make another: .*? Make another link/u,
    );
    assert.equal(unescaped(before).includes(wayTo('gama')), true);
    assert.equal(unescaped(before).includes(wayTo('beta')), false);
    const others = await second.page('');
    assert.match(wordsIn(others), /gama Македонија has not followed its link yet/u);
    assert.equal(others.includes('invitation.renew'), false);
    assert.equal((await second.get(wayTo('gama'))).status, 404);
    assert.equal((await first.get(wayTo('beta'))).status, 404);
    const stranger = await createVisitor(server.origin, 'springs').page('');
    assert.equal(stranger.includes('gama'), false);
    assert.ok(stranger.includes('href="/springs/sign-in?to=%2Fsprings"'));

    // Without the link's own signature it is refused, with everything typed kept.
    const link = newPen();
    const typed = { organisation: 'gama', delegate: '1', invitation: link.publicKey };
    assert.match(await first.page(wayTo('gama')), /The earlier link stops working/u);
    const unsigned = await first.act('invitation.renew', typed, [alfa.pen]);
    assert.equal(unsigned.status, 422);
    assert.match(await unsigned.text(), /A key that the act brings in has not signed it/u);
    const sent = await first.act('invitation.renew', typed, [alfa.pen, link]);
    assert.equal(sent.status, 303, await sent.text());
    const receipt = await first.page((sent.headers.get('location') ?? '').replace('/springs', ''));
    assert.equal(unescaped(receipt).includes(`data-invitation="${link.publicKey}"`), true);

    // The receipt of the founding names the links that lead nowhere any more.
    const old = begun.links.get(gama) ?? assert.fail();
    assert.equal(
      unescaped(await first.page('/receipt/0')).includes(
        `data-ended="${JSON.stringify([begun.links.get(beta)?.publicKey, old.publicKey])}"`,
      ),
      true,
    );

    // The new link leads in, the old one does not.
    const body = { delegate: 1, key: gama.pen.publicKey, use: 'ssh', name: null } as const;
    assert.equal((await submit({ ...gama, pen: old }, 'key.enrol', body, [gama.pen])).ok, false);
    accepted(await submit({ ...gama, pen: link }, 'key.enrol', body, [gama.pen]));
    assert.equal((await first.page('')).includes('invitation.renew'), false);
    const late = newPen();
    const again = { organisation: gama.organisation, delegate: 1, invitation: late.publicKey };
    const refused = await submit(alfa, 'invitation.renew', again, [late]);
    assert.deepEqual(refused, {
      ok: false,
      error: { kind: 'refused', refusal: { article: '4.1', kind: 'already', what: 'entered' } },
    });
    for (const speaker of begun.speakers) {
      const printed = printedBy(conference, speaker.organisation);
      accepted(await submit(speaker, 'charter.sign', { charter: charterHash(CHARTER), printed }));
    }
    assert.notEqual(conference.state().founded, null);
    assert.equal(conference.state().conference, id);
  });
});

describe('the link of a delegate, and of an outside signatory', () => {
  it('is made anew by the organisation that gave it, from its own page and from the statement', async () => {
    const { speakers, submit, conference } = await smallConference(host, clock.now, ['alfa', 'beta']);
    const [alfa, beta] = speakers;
    assert.ok(alfa && beta);
    const [own, outside] = [newPen(), newPen()];
    accepted(
      await submit(
        alfa,
        'delegate.appoint',
        { delegate: 2, name: null, role: 'assisting', invitation: own.publicKey },
        [own],
      ),
    );
    const guest = newSpeaker('guests');
    const profile = { printed: printedAs('Guests'), country: 'MK', about: null, website: null } as const;
    const vouching = { kind: 'mail-domain', domain: 'guests.example' } as const;
    const clauses = [{ id: 'c1', kind: 'paragraph', words: 'It rained.' }] as const;
    accepted(
      await submit(alfa, 'statement.open', {
        title: 'On the flood',
        clauses,
        event: EVENT,
        lead: null,
        calls: [],
      } as never),
    );
    const newcomer = { ...profile, invitation: outside.publicKey };
    const invitation = { statement: 1, organisation: guest.organisation, newcomer, vouching };
    accepted(await submit(alfa, 'statement.invite', invitation as never, [outside]));

    const [maker, other] = [createVisitor(server.origin, 'rivers'), createVisitor(server.origin, 'rivers')];
    await maker.signIn(alfa.pen);
    await other.signIn(beta.pen);
    assert.equal(unescaped(await maker.page('/organisation')).includes(wayTo('alfa', 2)), true);
    for (const page of ['/statements/1', '/participants/guests']) {
      assert.equal(unescaped(await maker.page(page)).includes(wayTo('guests')), true, page);
      assert.equal((await other.page(page)).includes('invitation.renew'), false, page);
    }

    const link = newPen();
    const typed = { organisation: 'guests', delegate: '1', invitation: link.publicKey };
    assert.equal((await maker.act('invitation.renew', typed, [alfa.pen, link])).status, 303);
    const body = { delegate: 1, key: guest.pen.publicKey, use: 'ssh', name: null } as const;
    accepted(await submit({ ...guest, pen: link }, 'key.enrol', body, [guest.pen]));
    assert.equal((await maker.page('/statements/1')).includes('invitation.renew'), false);
    assert.equal(conference.state().organisations.get('guests' as OrganisationId)?.delegates[0]?.invitation, null);

    // Whoever has come in is led to what it came for, and to nothing that it may not do.
    const outsider = createVisitor(server.origin, 'rivers');
    await outsider.signIn(guest.pen);
    assert.equal((await outsider.get('')).headers.get('location'), '/rivers/today');
    const needs = unescaped(await outsider.page('/today'));
    assert.match(wordsIn(needs), /You are invited to sign “On the flood”/u);
    assert.equal(needs.includes('/rivers/statements/1'), true);
    assert.equal(needs.includes('/do/text.table'), false);
  });
});
