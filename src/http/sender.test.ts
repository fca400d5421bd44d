import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import type { OrganisationId, Slug } from '../base/ids.ts';
import { MOST_SESSIONS, senderOf } from './sender.ts';

/** Who is taken to send this, and which sessions were looked up for it. */
const asked = (url: string, headers: Readonly<Record<string, string>>, proxies = 0) => {
  const looked: string[] = [];
  const member = (token: string | null, slug: Slug): OrganisationId | null => {
    looked.push(`${slug} ${token}`);
    return token === `good-for-${slug}` ? ('ada' as OrganisationId) : null;
  };
  const request = { url, headers, socket: { remoteAddress: '192.0.2.1' } } as unknown as IncomingMessage;
  return { ...senderOf(request, { signIn: { member }, proxies }), looked };
};

describe('who sends a request', () => {
  it('is a member by a session of a browser, also where it asks for a style sheet', () => {
    for (const url of ['/rivers/texts', '/assets/style.css', '/'])
      for (const name of ['isonomia-rivers', '__Host-isonomia-rivers']) {
        const { share, who } = asked(url, { cookie: `isonomia-language=en; ${name}=good-for-rivers` });
        assert.deepEqual({ share, who }, { share: 'members', who: '/rivers/ada' }, `${url} ${name}`);
      }
  });

  it('is a member by a token for the conference that is asked', () => {
    const headers = { authorization: 'Bearer good-for-rivers' };
    assert.equal(asked('/api/conferences/rivers/texts', headers).share, 'members');
    assert.equal(asked('/api/conferences/seas/texts', headers).share, 'strangers');
  });

  it('is looked for among a few sessions, the one for what is asked first', () => {
    const cookies = Array.from({ length: 50 }, (_, i) => `isonomia-other-${i}=x`);
    const cookie = [...cookies, 'isonomia-rivers=good-for-rivers'].join('; ');
    assert.deepEqual(asked('/rivers', { cookie }).looked, ['rivers good-for-rivers']);
    const { share, looked } = asked('/seas', { cookie });
    assert.equal(share, 'strangers');
    assert.equal(looked.length, MOST_SESSIONS);
  });

  it('is an address where no session is good, which only a proxy of ours may name', () => {
    const headers = { cookie: 'isonomia-rivers=made-up', 'x-forwarded-for': '198.51.100.7' };
    assert.equal(asked('/rivers', headers).who, '192.0.2.1');
    assert.equal(asked('/rivers', headers, 1).who, '198.51.100.7');
  });
});
