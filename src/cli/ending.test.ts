import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createEnding } from './ending.ts';

test('a server that ends answers what it was asked, says that the connection closes, and cuts what stays silent', async () => {
  const waiting: ServerResponse[] = [];
  const server = createServer((_request, response) => void waiting.push(response));
  const ending = createEnding(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = async (): Promise<IncomingMessage> => {
    const asked = request({ port, agent, host: '127.0.0.1' }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    return answer;
  };
  const answered = async (number: number): Promise<void> => {
    while (waiting.length < number) await once(server, 'request');
    waiting[number - 1]?.end('ok');
  };

  const first = ask();
  await answered(1);
  assert.equal((await first).headers.connection, 'keep-alive');
  const second = ask();
  while (waiting.length < 2) await once(server, 'request');
  const ended = ending.end(60_000);
  await answered(2);
  assert.equal((await second).headers.connection, 'close');
  await ended;
  await assert.rejects(ask(), { code: 'ECONNREFUSED' });
  agent.destroy();
});

test('and what is never answered is cut', async () => {
  const server = createServer(() => undefined);
  const ending = createEnding(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const asked = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }).end();
  await once(server, 'request');
  const cut = assert.rejects(once(asked, 'response'), { code: 'ECONNRESET' });
  await ending.end(1);
  await cut;
});
