import { connect } from 'node:net';

/** A process of its own that follows a conference over many connections, each in the name of another caller, and says when it was told what. */

/** What it is told to do, by its arguments: the port, the path, how many connections. */
const [port = '', path = '', count = ''] = process.argv.slice(2);

/** How many connect at once. */
const AT_ONCE = 200;

/** When each follower was told of an act, in milliseconds of the machine's clock. */
let told: number[] = [];

const follow = (number: number): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect(Number(port), '127.0.0.1');
  const caller = `10.0.${number >> 8}.${number & 255}`;
  let head = '';
  socket.on('connect', () =>
    socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: ${caller}\r\n\r\n`),
  );
  socket.on('data', (chunk) => {
    const text = chunk.toString('latin1');
    if (text.includes('event: happened')) told.push(performance.timeOrigin + performance.now());
    if (head.includes('\r\n\r\n')) return;
    head += text;
    if (!head.includes('\r\n\r\n')) return;
    if (head.startsWith('HTTP/1.1 200 ')) resolve();
    else reject(new Error(head.slice(0, head.indexOf('\r\n'))));
  });
  socket.on('error', reject);
  return promise;
};

for (let at = 0; at < Number(count); at += AT_ONCE)
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, Number(count) - at) }, (_, i) => follow(at + i)));
process.on('message', () => {
  process.send?.(told);
  told = [];
});
process.on('disconnect', () => process.exit());
process.send?.([]);
