import { type Socket, type AddressInfo, createServer } from 'node:net';

/**
 * A mail server that takes everything and keeps nothing, in a process of its own: started by `fork`, it says its port, and after each message to
 * it how many mails it has taken since, and for how many recipients.
 */

export interface SinkCount {
  readonly mails: number;
  readonly recipients: number;
  readonly bytes: number;
}

let mails = 0;
let bytes = 0;
let recipients = new Set<string>();

const END = '\r\n.\r\n';

const serve = (socket: Socket): void => {
  let rest = '';
  let inData = false;

  const answer = (line: string): string => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') return '250-sink\r\n250-PIPELINING\r\n250 SIZE 50000000\r\n';
    if (verb === 'QUIT') return '221 bye\r\n';
    if (verb === 'RCPT') recipients.add(line.slice('RCPT TO:<'.length, -1));
    if (verb !== 'DATA') return '250 ok\r\n';
    inData = true;
    return '354 go on\r\n';
  };

  socket.setNoDelay(true).setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.write('220 sink\r\n');
  socket.on('data', (chunk: string) => {
    bytes += chunk.length;
    rest += chunk;
    let said = '';
    for (;;) {
      const end = rest.indexOf(inData ? END : '\r\n');
      if (end < 0) break;
      if (inData) {
        inData = false;
        mails++;
        said += '250 2.0.0 taken\r\n';
        rest = rest.slice(end + END.length);
      } else {
        said += answer(rest.slice(0, end));
        rest = rest.slice(end + 2);
      }
    }
    if (said !== '') socket.write(said);
  });
};

const server = createServer(serve).listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});

process.on('message', () => {
  process.send?.({ mails, recipients: recipients.size, bytes } satisfies SinkCount);
  [mails, bytes, recipients] = [0, 0, new Set()];
});
process.on('disconnect', () => process.exit());
