import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Given, readSettings } from './settings.ts';

const settings = (given: Given = {}, environment: Record<string, string> = {}) => {
  const read = readSettings(given, environment);
  return read.ok ? read.value : read.error;
};

/** Why they are refused, or nothing. */
const complaint = (given: Given, environment: Record<string, string> = {}): string => {
  const read = readSettings(given, environment);
  return read.ok ? '' : read.error;
};

describe('settings', () => {
  it('have defaults that serve one machine', () => {
    assert.deepEqual(settings(), {
      origin: null,
      listen: { host: '127.0.0.1', port: 8080 },
      data: './data',
      proxies: 0,
      limits: true,
      sample: false,
      mail: null,
    });
  });

  it('come by option or by environment, and the option counts first', () => {
    const environment = { ISONOMIA_LISTEN: '[::1]:0', ISONOMIA_SAMPLE: 'on', ISONOMIA_PROXY: '2', PATH: '/bin' };
    const read = settings({ listen: 'localhost:9000', origin: 'https://rivers.example' }, environment);
    assert.partialDeepStrictEqual(read, { origin: 'https://rivers.example', proxies: 2, sample: true });
    assert.partialDeepStrictEqual(read, { listen: { host: 'localhost', port: 9000 } });
    assert.partialDeepStrictEqual(settings({}, environment), { listen: { host: '::1', port: 0 } });
    assert.partialDeepStrictEqual(settings({ listen: 'localhost:65535' }), { listen: { port: 65_535 } });
    assert.partialDeepStrictEqual(settings({ sample: true, limits: 'off' }), { sample: true, limits: false });
  });

  it('send mail where a domain is named, through a server on this machine or the one that is named', () => {
    const relay = { host: 'localhost', port: 25, security: 'opportunistic', auth: null };
    assert.partialDeepStrictEqual(settings({ mail: 'Post.δίκτυο.gr' }), {
      mail: { domain: 'post.xn--kxajtuyg.gr', relay },
    });
    const environment = { ISONOMIA_MAIL: 'post.example.org', ISONOMIA_SMTP: 'smtps://me@mail.example.net' };
    const auth = { user: 'me', password: '' };
    const named = { host: 'mail.example.net', port: 465, security: 'tls', auth };
    assert.partialDeepStrictEqual(settings({}, environment), { mail: { domain: 'post.example.org', relay: named } });
    assert.partialDeepStrictEqual(settings({ 'mail-in': 'lmtp://[::1]:2424' }, environment), {
      mail: { door: { protocol: 'lmtp', host: '::1', port: 2424 } },
    });
  });

  for (const [option, text] of [
    ['origin', 'http://rivers.example'],
    ['origin', 'https://rivers.example/'],
    ['origin', 'https://rivers.example/path'],
    ['origin', 'rivers.example'],
    ['origin', 'ftp://rivers.example'],
    ['origin', 'https://me:secret@rivers.example'],
    ['listen', '8080'],
    ['listen', 'localhost:65536'],
    ['listen', 'localhost:99999'],
    ['listen', '::1:8080'],
    ['proxy', '-1'],
    ['proxy', 'yes'],
    ['limits', 'maybe'],
    ['data', ''],
    ['mail', 'localhost'],
    ['mail', 'post@example.org'],
    ['mail', 'example.org/x'],
    ['smtp', 'mail.example.org'],
    ['mail-in', 'smtp://0.0.0.0'],
    ['smtp', 'http://mail.example.org'],
  ] as const) {
    it(`refuse ${option} “${text}”, and say which setting it is`, () => {
      assert.match(complaint({ [option]: text }), new RegExp(`^--${option} must be .*“`, 'u'));
      const variable = `ISONOMIA_${option.toUpperCase().replaceAll('-', '_')}`;
      if (text !== '') assert.match(complaint({}, { [variable]: text }), new RegExp(`^${variable} must be`, 'u'));
    });
  }

  it('refuse a variable that is none', () => {
    assert.match(complaint({}, { ISONOMIA_ORIGINS: 'x' }), /^ISONOMIA_ORIGINS is no setting/u);
  });
});
