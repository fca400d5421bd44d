import { printedAs } from '../../../test/kit/printed.ts';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type Rivers, rejection, startRivers } from '../../../test/kit/rivers.ts';
import { CHARTER, type Pen, accepted, newPen, newSpeaker, write } from '../../../test/kit/small-conference.ts';
import { concat, utf8 } from '../../base/bytes.ts';
import type { Country, OrganisationId, Slug } from '../../base/ids.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { MOST_FOUNDERS } from '../../charter/members/founding.ts';
import { MAX_SIGNATURES } from '../../record/entry.ts';
import { attach } from '../../record/envelope.ts';
import { printPublicKey } from '../../record/public-key.ts';
import { serialiseSshSig } from '../../record/sshsig.ts';
import { ACT_NAMESPACE } from '../../record/verify-signature.ts';
import { weakKeyFault } from './keys.ts';

/** What the keys that an act brings in cost the door, and that they are sound. */

let rivers: Rivers;
beforeEach(async () => {
  rivers = await startRivers();
});

it('a key that could be nobody’s does not come in', async () => {
  const { conference, who, head } = rivers;
  // The neutral element: this signature by it fits whatever there is. Libraries differ on whether it holds.
  const key = { type: 'ssh-ed25519', point: concat(Uint8Array.of(1), new Uint8Array(31)) } as const;
  const signature = { algorithm: 'ssh-ed25519', bytes: concat(key.point, new Uint8Array(32)) } as const;
  const signed = serialiseSshSig({ key, namespace: ACT_NAMESPACE, hash: 'sha512', signature });
  const anybody: Pen = { publicKey: printPublicKey(key), signAct: () => signed };
  const body = { delegate: 1, key: anybody.publicKey, use: 'ssh', name: null } as const;
  const { act, envelope } = write(who(0), head(), 'key.enrol', body, { pens: [who(0).pen, anybody] });
  assert.equal(rejection(await conference.submit(envelope)).kind, 'bad-signature');
  const fault = { kind: 'malformed', field: '/body/key', why: 'weak-key' };
  assert.deepEqual(weakKeyFault(act as unknown as AnyAct)?.fault, fault);
});

describe('signatures', () => {
  it('are counted before they are looked at: nobody makes the host check more than the act needs', async () => {
    const { conference, who, head } = rivers;
    const fresh = newPen();
    const explanation = attach(utf8('Lost.'));
    const body = { key: fresh.publicKey, use: 'ssh', explanation: explanation.hash } as const;
    const nonsense: Pen = { publicKey: fresh.publicKey, signAct: () => fresh.signAct(utf8('something else')) };
    const pens = [fresh, ...Array.from({ length: MAX_SIGNATURES - 1 }, () => nonsense)];
    const { envelope } = write(who(0), head(), 'recovery.request', body, { pens, attachments: [explanation] });
    assert.deepEqual(rejection(await conference.submit(envelope)), {
      kind: 'refused',
      refusal: { article: '4.1', kind: 'bad-field', field: 'signatures', why: 'signers' },
    });
  });
});

const GREEK = 'αβγδεζηθ';

describe('the most keys that an act brings in', () => {
  it('fit into an entry with their signatures, and no more are looked at', async () => {
    const { host } = rivers;
    const founding = (others: number) => {
      const first = newSpeaker('first');
      const links = Array.from({ length: others }, newPen);
      const profile = { country: 'MK' as Country, about: null, website: null };
      const founders = [
        { id: first.organisation, printed: printedAs('First'), ...profile, invitation: null },
        ...links.map(({ publicKey }, i) => ({
          id: `other-${i}` as OrganisationId,
          printed: printedAs(`${'ω'.repeat(110)} ${GREEK[i >> 3]}${GREEK[i & 7]}`),
          ...profile,
          invitation: publicKey,
        })),
      ];
      const own = { delegate: null, meeting: null, key: first.pen.publicKey, use: 'ssh' } as const;
      const body = { charter: CHARTER, host: host.publicKey, founders, ...own };
      const head = { conference: '', made: rivers.clock.now() } as const;
      return write(first, head, 'conference.found', body, { pens: [first.pen, ...links] }).envelope;
    };
    const right = { isOpen: () => true, spend: () => true };
    const found = (slug: string, others: number) => host.found(slug as Slug, founding(others), right);
    assert.equal(accepted(await found('most', MOST_FOUNDERS - 1)).index, 0);
    const more = rejection(await found('more', MOST_FOUNDERS));
    assert.deepEqual(more, { kind: 'malformed', fault: { kind: 'malformed', field: '/signatures', why: 'too-many' } });
  });
});
