import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { virtualAuthenticator } from './authenticator.ts';
import { axeCheck } from './axe.ts';
import { assertFits, faultsOf, launch, screenshot } from './browser.ts';

const html = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>Kit</title><main><h1>Διάσκεψη</h1>${body}</main></html>`;

const PAGES: Readonly<Record<string, string>> = {
  '/': html('<p>Plain.</p><script src="/script.js"></script><noscript><p id="plain">No script.</p></noscript>'),
  '/broken': html('<img src="data:,"><p style="width:2000px">Wide.</p><script>var inline = 1;</script>'),
};

const answer: RequestListener = (request, response) => {
  if (request.url === '/script.js') {
    response.setHeader('content-type', 'text/javascript').end('document.title += " scripted";');
    return;
  }
  const page = PAGES[request.url ?? ''];
  response.statusCode = page === undefined ? 404 : 200;
  response.setHeader('content-type', 'text/html');
  response.setHeader('content-security-policy', `default-src 'self'; img-src data:; style-src 'unsafe-inline'`);
  response.end(page);
};

const server = createServer(answer).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
after(() => server.close());
const baseURL = `http://localhost:${(server.address() as AddressInfo).port}`;

const kit = await launch();
const open = async (path: string, options: Parameters<typeof kit.page>[0] = {}) => {
  const page = await kit.page({ baseURL, ...options });
  await page.goto(path);
  return page;
};

const register = async () => {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: new Uint8Array(32),
      rp: { name: 'Kit', id: 'localhost' },
      user: { id: new Uint8Array(16), name: 'delegate', displayName: 'Delegate' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    },
  });
  return made?.id ?? null;
};

const signIn = async () => {
  const found = await navigator.credentials.get({
    publicKey: { challenge: new Uint8Array(500), rpId: 'localhost', userVerification: 'required' },
  });
  return found?.id ?? null;
};

test('a sound page passes axe under its own content policy, and fits the narrowest screen', async () => {
  const page = await open('/');
  assert.equal(await page.title(), 'Kit scripted');
  await axeCheck(page);
  await assertFits(page);
  assert.deepEqual(faultsOf(page), []);
});

test('a broken page is told apart: axe, width and content policy', async () => {
  const page = await open('/broken');
  await assert.rejects(axeCheck(page), /image-alt/u);
  await assert.rejects(assertFits(page), /Wide\./u);
  assert.match(faultsOf(page).join('\n'), /Content Security Policy/u);
});

test('a page without script is shown as such, and axe still reads it', async () => {
  const page = await open('/', { script: false });
  assert.equal(await page.title(), 'Kit');
  assert.equal(await page.locator('#plain').textContent(), 'No script.');
  await axeCheck(page);
});

test('a page is pictured at 1280 and 360 px, light and dark', async () => {
  const page = await open('/');
  const paths = await screenshot(page, 'kit');
  assert.deepEqual(
    paths.map((path) => path.slice(path.lastIndexOf('/') + 1)),
    ['kit-1280-light.png', 'kit-1280-dark.png', 'kit-360-light.png', 'kit-360-dark.png'],
  );
  // A PNG names its width in bytes 16 to 19 (W3C PNG, section 11.2.1).
  const widths = await Promise.all(paths.map(async (path) => (await readFile(path)).readUInt32BE(16)));
  assert.deepEqual(widths, [1280, 1280, 360, 360]);
});

test('a passkey is made and used, and goes with its owner to another page', async () => {
  const first = await open('/');
  const here = await virtualAuthenticator(first);
  const id = await first.evaluate(register);
  assert.equal(await first.evaluate(signIn), id);
  const [passkey] = await here.passkeys();
  assert.ok(passkey);
  assert.equal(passkey.signCount, 2);

  const second = await open('/');
  const there = await virtualAuthenticator(second);
  await there.add(passkey);
  assert.equal(await second.evaluate(signIn), id);

  await there.verifies(false);
  await assert.rejects(second.evaluate(signIn), /NotAllowedError/u);
});
