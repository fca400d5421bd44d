import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseRelay } from './post/relay.ts';
import { withPasswordFrom } from './relay-password.ts';

describe('the relay', () => {
  it('is reached under TLS, from the first byte or before anything of worth is said', () => {
    const auth = { user: 'post@example.org', password: 'a b/ü' };
    assert.deepEqual(parseRelay('smtps://post%40example.org:a%20b%2F%C3%BC@mail.example.net'), {
      host: 'mail.example.net',
      port: 465,
      security: 'tls',
      auth,
    });
    assert.deepEqual(parseRelay('smtp://mail.example.net:2525'), {
      host: 'mail.example.net',
      port: 2525,
      security: 'starttls',
      auth: null,
    });
    assert.equal(parseRelay('smtp://mail.example.net/')?.port, 587);
  });

  it('may do without on this machine', () => {
    const local = { port: 25, security: 'opportunistic', auth: null };
    for (const [text, host] of [
      ['smtp://localhost', 'localhost'],
      ['smtp://127.0.0.1', '127.0.0.1'],
      ['smtp://[::1]', '::1'],
    ] as const)
      assert.deepEqual(parseRelay(text), { host, ...local });
    assert.equal(parseRelay('smtps://localhost')?.security, 'tls');
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      'mail.example.net',
      'http://x',
      'smtp:x',
      'smtp://',
      'smtp://:pw@x',
      'smtp://x/y',
      'smtp://x?y',
      'smtp://%@x',
      'smtp://x:99999',
    ])
      assert.equal(parseRelay(text), null, text);
  });

  it('takes its password from a file where the address has none', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, 'smtp-password');
    const relay = parseRelay('smtps://post@mail.example.net') ?? assert.fail();
    await assert.rejects(withPasswordFrom(relay, file));
    await writeFile(file, ' pass word \n');
    assert.deepEqual((await withPasswordFrom(relay, file)).auth, { user: 'post', password: ' pass word ' });
    const whole = parseRelay('smtps://post:own@mail.example.net') ?? assert.fail();
    assert.equal(await withPasswordFrom(whole, file), whole);
  });
});
