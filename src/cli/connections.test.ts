import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestContext, after, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CONNECTIONS, boundedServer, mostFrom, shareConnections } from './connections.ts';

describe('connections', () => {
  const server = createServer();
  shareConnections(server);
  const open: Socket[] = [];
  after(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Whether it stays when the server has looked at it: one that stays is answered. */
  const stays = async (port: number, localAddress: string): Promise<boolean> => {
    const socket = connect({ host: '127.0.0.1', port, localAddress });
    open.push(socket);
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const answered = once(socket, 'data').then(() => true);
    const cut = new Promise<boolean>((resolve) => socket.once('close', () => resolve(false)));
    return Promise.race([answered, cut]);
  };

  it('are shared among addresses: who has had its share gets no more, others do, and what is closed is free again', async () => {
    server.on('request', (_request, response) => response.end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const most = mostFrom(0);
    const outcomes: boolean[] = [];
    for (let i = 0; i < most + 3; i += 1) outcomes.push(await stays(port, '127.0.0.2'));
    const granted = outcomes.filter(Boolean).length;
    assert.ok(granted < most && granted >= mostFrom(most), `${granted} of ${most}`);
    assert.equal(await stays(port, '127.0.0.3'), true);
    const connections = async (): Promise<number> => promisify(server.getConnections.bind(server))();
    const before = await connections();
    open[0]?.destroy();
    while ((await connections()) >= before) await turn();
    assert.equal(await stays(port, '127.0.0.2'), true);
  });

  it('are never all one crowd’s, short of very many addresses', () => {
    let there = 0;
    for (let address = 0; address < 100; address += 1) for (let own = 0; own < mostFrom(there); own += 1) there += 1;
    assert.ok(CONNECTIONS.inAll - there > CONNECTIONS.inAll / 8, `${there}`);
  });
});

describe('a connection', () => {
  const HOUR = 3_600_000;
  /** What cuts it, and how long it may take: far less than a connection that nothing cuts. */
  const cutOn = async (
    t: TestContext,
    bounds: { readonly headersTimeout?: number; readonly requestTimeout?: number; readonly silence?: number },
    sent: string,
  ): Promise<string> => {
    const server = boundedServer((request, response) => void request.resume().on('end', () => response.end('whole')), {
      inAll: 10,
      headersTimeout: HOUR,
      requestTimeout: HOUR,
      silence: 0,
      connectionsCheckingInterval: 20,
      ...bounds,
    });
    t.after(() => void server.close());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(sent);
    return (await text(socket)).split('\r\n', 1)[0] ?? '';
  };
  const HEAD = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n';

  it('is cut where the head of a request does not end', async (t) => {
    assert.match(await cutOn(t, { headersTimeout: 50 }, HEAD), /408/u);
  });

  it('is cut where a request does not end', async (t) => {
    assert.match(await cutOn(t, { headersTimeout: 50, requestTimeout: 50 }, `${HEAD}\r\nab`), /408/u);
  });

  it('is cut where it stands still', async (t) => {
    assert.equal(await cutOn(t, { silence: 50 }, `${HEAD}\r\nab`), '');
  });
});
