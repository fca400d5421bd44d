import { printedAs } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { type IncomingMessage, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { base64, utf8 } from '../src/base/bytes.ts';
import type { Country, OrganisationId } from '../src/base/ids.ts';
import { canonical } from '../src/base/json.ts';
import { charterHash } from '../src/charter/law/charter.ts';
import { actSendCommand } from '../src/cli/act-send.ts';
import { actCommand } from '../src/cli/act.ts';
import type { Command, ExitCode, Terminal } from '../src/cli/command.ts';
import { keyNewCommand } from '../src/cli/key.ts';
import { startServer } from './kit/server.ts';
import {
  CHARTER,
  type Pen,
  type Written,
  newPen,
  newSpeaker,
  smallConference,
  someText,
  write,
} from './kit/small-conference.ts';

/** Acts whose answers are lost on the way back: the command line before a real node, with a line between them that drops what it should carry. */

type Fate =
  | 'carried'
  /** The act arrives, and the connection breaks before the answer. */
  | 'dropped'
  /** The act arrives, and the answer breaks off in the middle. */
  | 'cut'
  /** The act arrives, and a proxy says that it did not. */
  | 'bad-gateway'
  /** The act arrives, and a gate that somebody must sign in at says no in the node's place. */
  | 'gate'
  /** The act arrives, and then another node, which does not have the record, answers. */
  | 'astray'
  /** The act never arrives. */
  | 'swallowed';

const server = await startServer();
const small = await smallConference(server.host, server.clock.now);
/** What becomes of the sendings to come; the last one of all that follow. */
let fates: Fate[];
let folder: string;
let said: string[];

const terminal: Terminal = {
  say: (words) => void said.push(words),
  complain: (words) => void said.push(words),
  write: () => assert.fail('Nothing is written'),
  read: () => assert.fail('Nothing is read'),
  environment: {},
};

const nextFate = (): Fate => (fates.length > 1 ? fates.shift() : fates[0]) ?? 'carried';

/** What stands between the command and the node. */
const line = createServer((incoming, outgoing) => {
  void (async () => {
    const body = await buffer(incoming);
    const fate = incoming.method === 'POST' ? nextFate() : 'carried';
    if (fate === 'swallowed') return outgoing.destroy();
    const answer = await forwarded(incoming, body);
    const words = await buffer(answer);
    switch (fate) {
      case 'dropped':
        return outgoing.destroy();
      case 'cut':
        outgoing.writeHead(answer.statusCode ?? 0, { 'content-length': words.length });
        return outgoing.write(words.subarray(0, 10), () => outgoing.destroy());
      case 'bad-gateway':
        return outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      case 'gate':
        return outgoing.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Sign in to the guest network</h1>');
      case 'astray': {
        const problem = {
          type: 'urn:isonomia:problem:not-found',
          status: 404,
          title: 'No such conference.',
          kind: 'not-found',
        };
        return outgoing.writeHead(404, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
      }
      case 'carried':
        return outgoing.writeHead(answer.statusCode ?? 0, answer.headers).end(words);
    }
  })();
}).listen(0, '127.0.0.1');
await once(line, 'listening');
after(() => {
  line.closeAllConnections();
  line.close();
});

const forwarded = ({ method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(new URL(url ?? '', server.origin), { method, headers }, resolve)
      .on('error', reject)
      .end(body);
  });

let applicants = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  said = [];
  fates = ['carried'];
  await run(keyNewCommand, '--out', at('key'));
  await writeFile(at('letter.txt'), 'We would like to take part.');
  const profile = { country: 'MK', about: null, website: null, delegate: null };
  const name = `Applicant ${String.fromCodePoint(0x41 + applicants++)}`;
  await writeFile(
    at('apply.json'),
    JSON.stringify({ printed: printedAs(name), ...profile, charter: charterHash(CHARTER) }),
  );
  said = [];
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const run = (command: Command, ...args: readonly string[]): Promise<ExitCode> => command.run(args, terminal);

const through = (): string => `http://127.0.0.1:${(line.address() as AddressInfo).port}`;

/** An application by somebody new: an act that needs nothing before it. */
const apply = (): Promise<ExitCode> => {
  const place = [
    '--server',
    through(),
    '--conference',
    'rivers',
    '--key',
    at('key'),
    '--as',
    `applicant-${applicants}`,
  ];
  const files = ['--attach', `letter=${at('letter.txt')}`, '--keep', at('kept.json')];
  return run(actCommand, ...place, ...files, 'participation.apply', at('apply.json'));
};

const size = (): number => small.conference.state().size;

describe('an act whose answer is lost', () => {
  const sentAgain = (fate: Fate) => async (): Promise<void> => {
    const before = size();
    fates = [fate, 'carried'];
    assert.equal(await apply(), 0, said.join('\n'));
    assert.equal(size(), before + 1);
    assert.match(said[0] ?? '', new RegExp(`^On the record: entry ${before},`, 'u'));
    assert.deepEqual((await readdir(folder)).toSorted(), ['apply.json', 'key', 'key.pub', 'letter.txt']);
  };
  for (const fate of ['dropped', 'cut', 'bad-gateway', 'gate', 'astray', 'swallowed'] as const)
    it(`is sent again, the same bytes, and is on the record once: ${fate}`, sentAgain(fate));

  it('is kept where no answer comes at all, and can be sent again from what was kept', async () => {
    const before = size();
    fates = ['dropped'];
    assert.equal(await apply(), 1);
    assert.equal(size(), before + 1);
    assert.ok(
      said.some((words) => words.includes(`isonomia act send ${at('kept.json')}`)),
      said.join('\n'),
    );
    assert.equal((await stat(at('kept.json'))).mode & 0o777, 0o600);
    await copyFile(at('kept.json'), at('copy.json'));
    const kept = await readFile(at('kept.json'));

    said = [];
    assert.equal(await run(actSendCommand, at('kept.json')), 1);
    assert.deepEqual(await readFile(at('kept.json')), kept);

    fates = ['gate'];
    assert.equal(await run(actSendCommand, at('kept.json')), 1);
    assert.deepEqual(await readFile(at('kept.json')), kept);

    fates = ['carried'];
    for (const file of ['kept.json', 'copy.json']) {
      said = [];
      assert.equal(await run(actSendCommand, at(file)), 0, said.join('\n'));
      assert.match(said[0] ?? '', new RegExp(`^On the record: entry ${before},`, 'u'));
    }
    assert.equal(size(), before + 1);
    assert.deepEqual((await readdir(folder)).toSorted(), ['apply.json', 'key', 'key.pub', 'letter.txt']);
  });

  it('is kept where it has not arrived, and arrives when it is sent again', async () => {
    const before = size();
    fates = ['swallowed'];
    assert.equal(await apply(), 1);
    assert.equal(size(), before);
    fates = ['carried'];
    assert.equal(await run(actSendCommand, at('kept.json'), '--server', server.origin), 0, said.join('\n'));
    assert.equal(size(), before + 1);
  });
});

describe('an act that is refused', () => {
  it('is not kept, for it is known not to have arrived', async () => {
    assert.equal(await apply(), 0);
    fates = ['dropped', 'carried'];
    assert.equal(await apply(), 1);
    assert.match(said.at(-1) ?? '', /is what another organisation/u);
    assert.deepEqual((await readdir(folder)).toSorted(), ['apply.json', 'key', 'key.pub', 'letter.txt']);
  });
});

describe('isonomia act send', () => {
  it('says what is no act that was kept', async () => {
    for (const text of ['', '{', '[]', '{"server":"http://localhost","conference":"x","envelope":[]}', '\0']) {
      await writeFile(at('other.json'), text);
      await assert.rejects(run(actSendCommand, at('other.json')), /holds no act that was kept/u);
    }
    await assert.rejects(run(actSendCommand, at('nothing')), /nothing at/u);
    await assert.rejects(run(actSendCommand, folder), /is a folder/u);
  });
});

describe('a page that is sent twice', () => {
  const sent = async (path: string, fields: URLSearchParams): Promise<readonly [number, string | null]> => {
    const answer = await fetch(server.origin + path, { method: 'POST', body: fields, redirect: 'manual' });
    return [answer.status, answer.headers.get('location')];
  };
  const fieldsOf = ({ act }: Written, pens: readonly Pen[], more: Readonly<Record<string, string>> = {}) => {
    const text = canonical(act);
    const fields = new URLSearchParams({ act: text, typed: '[]', ...more });
    for (const pen of pens) fields.append('signature', base64(pen.signAct(utf8(text))));
    return fields;
  };

  it('leads to one receipt', async () => {
    const [speaker] = small.speakers;
    assert.ok(speaker !== undefined);
    const before = size();
    const head = { conference: small.id, made: server.clock.now() };
    const fields = fieldsOf(write(speaker, head, 'text.table', someText()), [speaker.pen]);
    const receipt = [303, `/rivers/receipt/${before}`];
    assert.deepEqual([await sent('/rivers/acts', fields), await sent('/rivers/acts', fields)], [receipt, receipt]);
    assert.equal(size(), before + 1);
  });

  it('founds one conference, though its link is spent', async () => {
    const [first, link] = [newSpeaker('one'), newPen()];
    const profile = { country: 'MK' as Country, about: null, website: null };
    const founders = [
      { id: first.organisation, printed: printedAs('One'), ...profile, invitation: null },
      { id: 'two' as OrganisationId, printed: printedAs('Two'), ...profile, invitation: link.publicKey },
    ];
    const own = { key: first.pen.publicKey, use: 'ssh' } as const;
    const body = {
      charter: CHARTER,
      host: server.host.publicKey,
      founders,
      meeting: null,
      delegate: null,
      ...own,
    } as const;
    const founding = write(first, { conference: '', made: server.clock.now() }, 'conference.found', body);
    const token = server.openFounding();
    const fields = (slug: string) => fieldsOf(founding, [first.pen, link], { token, slug });
    const receipt = [303, '/lakes/receipt/0'];
    const both = await Promise.all([sent('/found/submit', fields('lakes')), sent('/found/submit', fields('lakes'))]);
    assert.deepEqual(both, [receipt, receipt]);
    assert.deepEqual(await sent('/found/submit', fields('seas')), [403, null]);
  });
});
