import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, type IncomingMessage, type RequestListener, createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { NO_LIMITS, WAITING } from '../conference/door/limits.ts';
import { MOST_AHEAD, MOST_HELD, createEntrance } from './entrance.ts';

const REQUEST = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n';

/** What a node says to what is sent at once on one connection, until that closes. */
const said = async (answer: RequestListener, sent: string, waiting = WAITING): Promise<string> => {
  const server = createServer(createEntrance(answer, { signIn: { member: () => null }, proxies: 0, waiting }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  // A connection that is cut in the middle of what it sends may be reset.
  socket.on('error', () => undefined);
  socket.write(sent);
  const heard = await text(socket).catch(() => '');
  server.closeAllConnections();
  server.close();
  return heard;
};

/** Nobody may wait. */
const FULL = { strangers: { fromOne: 0, inAll: 0 }, members: { fromOne: 0, inAll: 0 } };

describe('whoever asks on where there is no room', () => {
  it('has so many answers held back, and is cut beyond', { timeout: 20_000 }, async () => {
    const server = createServer(
      createEntrance(() => assert.fail('It was begun'), { signIn: { member: () => null }, proxies: 0, waiting: FULL }),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const heard: string[] = [];
    const { promise: cut, resolve } = Promise.withResolvers<undefined>();
    for (let i = 0; i < MOST_HELD + 8; i += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined).write(REQUEST);
      void text(socket)
        .catch(() => '')
        .then((said) => heard.push(said) === 8 && resolve(undefined));
    }
    await cut;
    assert.deepEqual(new Set(heard), new Set(['']), 'they are told nothing');
    server.closeAllConnections();
    server.close();
  });
});

describe('a connection', () => {
  it(
    'is cut when more is sent ahead than may be, though its first answer never ends',
    { timeout: 20_000 },
    async () => {
      let begun = 0;
      // However many may wait: they wait behind an answer that never ends.
      await said(() => (begun += 1), REQUEST.repeat(5000), NO_LIMITS.waiting);
      assert.ok(begun <= MOST_AHEAD, `${begun} were begun`);
    },
  );

  it('has everything answered that is sent ahead within that', async () => {
    const last = REQUEST.replace('host', 'connection: close\r\nhost');
    const heard = await said((_, response) => response.end('.'), REQUEST.repeat(MOST_AHEAD - 1) + last);
    assert.equal(heard.match(/HTTP\/1\.1 200/gu)?.length, MOST_AHEAD);
  });

  it('has any number answered, one after the other', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const server = createServer(
      createEntrance((_, response) => response.end('.'), {
        signIn: { member: () => null },
        proxies: 0,
        waiting: WAITING,
      }),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ports = new Set<number | undefined>();
    for (let i = 0; i < 3 * MOST_AHEAD; i += 1) {
      const asked = request({ port: (server.address() as AddressInfo).port, agent }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      ports.add(asked.socket?.localPort);
      assert.equal(await text(answer), '.');
    }
    assert.equal(ports.size, 1);
    agent.destroy();
    server.close();
  });

  it('brings no body in pieces, of which none has been read', async () => {
    const head = 'POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n';
    let begun = 0;
    const heard = await said(() => (begun += 1), head + '1\r\na\r\n'.repeat(1000));
    assert.match(heard, /^HTTP\/1\.1 411 /u);
    assert.equal(begun, 0);
  });
});
