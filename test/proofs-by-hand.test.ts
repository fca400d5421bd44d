import { NO_NOTE, noteBytes } from '../src/charter/final/note.ts';
import { printedAs } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Bytes, utf8 } from '../src/base/bytes.ts';
import type { ClauseId, ConferenceId, Country } from '../src/base/ids.ts';
import { canonicalBytes } from '../src/base/json.ts';
import { type Instant, MINUTE, after, instant } from '../src/base/time.ts';
import type { ActKind } from '../src/charter/acts.ts';
import { charterHash, versionBytes, versionHash, versionOfCharter } from '../src/charter/law/charter.ts';
import { fakeHash } from '../src/charter/spec/world.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import { conferenceIdOf } from '../src/base/act.ts';
import { actHash, newNonce } from '../src/record/act.ts';
import { writeEntry } from '../src/record/entry.ts';
import type { MatterNote } from '../src/record/matter.ts';
import { fingerprint } from '../src/record/public-key.ts';
import type { Files } from '../src/record/tar.ts';
import { noTools, run } from './kit/run-readme.ts';
import { byLyingHost, verify } from './kit/forgeries.ts';
import { CHARTER, type Pen, newPen } from './kit/small-conference.ts';
import { EVENT } from '../src/charter/spec/statements.ts';

/**
 * Records laid out by hand, under a host that signs whatever they are: the commands of a proof's README and the verifier think the same of each, be it
 * an odd one that is good or one that nobody could have made.
 */

const START = instant(Date.UTC(2026, 9, 1));
const VERSION = { title: 'On rain', clauses: [{ id: 'c1' as ClauseId, kind: 'operative' as const, words: 'So.' }] };
const version = versionHash(VERSION);
const NOTE = {
  how: 'unanimous',
  where: { kind: 'writing' },
  amended: false,
  mandate: null,
  charter: { number: 1, title: CHARTER.title },
  articles: ['6.1', '13.3'],
} as const;
const OCCASION = { event: EVENT, lead: null, calls: [] };
/** The same words as a statement. */
const STATED = { ...VERSION, occasion: OCCASION };
const stated = versionHash(STATED);
const profile = (name: string) => ({ printed: printedAs(name), country: 'MK' as Country, about: null, website: null });

/** A conference of `alfa`, `beta` and `host`, whose entries follow each other by a minute. */
const begin = () => {
  const hostKey = generateHostKey();
  const names = ['alfa', 'beta', 'gama'];
  const [pens, links] = [names, names.slice(1)].map((list) => new Map(list.map((name) => [name, newPen()])));
  assert.ok(pens !== undefined && links !== undefined);
  const pen = (name: string): Pen => pens.get(name) ?? assert.fail(name);
  const link = (name: string): Pen => links.get(name) ?? assert.fail(name);
  let now: Instant = START;
  let conference: ConferenceId | '' = '';
  const entry = (
    by: string,
    kind: ActKind,
    body: unknown,
    signers: readonly Pen[],
    time = after(now, MINUTE),
  ): Bytes => {
    now = time;
    const head = { v: 1, conference, made: now, nonce: newNonce() };
    const act = canonicalBytes({ ...head, kind, body, by: { organisation: by, delegate: 1 } });
    if (kind === 'conference.found') conference = conferenceIdOf(actHash(act));
    return writeEntry(
      act,
      signers.map((signer) => signer.signAct(act)),
      time,
    );
  };
  const founders = names.map((id) => ({ ...profile(id), id, invitation: links.get(id)?.publicKey ?? null }));
  const place = 'The old mill ],"host":"x","key":"y","meeting":{}';
  const meeting = { starts: now, ends: now + 1, zone: 'Europe/Skopje', place, agenda: ['One'] };
  const own = { delegate: null, meeting, key: pen('alfa').publicKey, use: 'ssh' };
  const body = { charter: CHARTER, host: hostKey.publicKey, founders, ...own };
  const founding = entry('alfa', 'conference.found', body, [pen('alfa'), ...links.values()]);
  const charter = charterHash(CHARTER);
  const enrol = (by: string, key: Pen, signer: Pen): Bytes =>
    entry(by, 'key.enrol', { delegate: 1, key: key.publicKey, use: 'ssh', name: null }, [signer, key]);
  const bundle = (subject: MatterNote['subject'], entries: readonly Bytes[]): Promise<Files> => {
    const text = versionBytes({ statement: STATED, text: VERSION, charter: versionOfCharter(CHARTER) }[subject.kind]);
    const note = subject.kind === 'text' ? noteBytes({ note: { ...NOTE, at: now }, slips: [] }) : NO_NOTE;
    const parts = { text, note, hostKey: hostKey.publicKey, entries: [], checkpoint: utf8(''), matter: utf8('') };
    const about = { subject, audience: 'everyone', conference: conference as ConferenceId } as const;
    const adopted = subject.kind !== 'text' ? null : ({ how: 'unanimous', at: now, symbol: 'AC/2026/1' } as const);
    const list: MatterNote = { ...about, adopted, size: 0, root: parts.text as never, files: {} as never, entries: [] };
    return byLyingHost(hostKey, { matter: list, parts }, [founding, ...entries]);
  };
  return {
    pen,
    link,
    entry,
    enrol,
    enter: (by: string) => enrol(by, pen(by), link(by)),
    joins: (by: string, key = pen(by)) => entry(by, 'charter.sign', { charter, printed: printedAs(by) }, [key]),
    signs: (by: string, key = pen(by), time?: Instant) =>
      entry(
        by,
        'text.sign',
        { text: 1, printed: printedAs(by), version, clauses: null, riders: [], adReferendum: false },
        [key],
        time,
      ),
    ofText: (...entries: readonly Bytes[]) => bundle({ kind: 'text', number: 1 }, entries),
    ofStatement: (...entries: readonly Bytes[]) => bundle({ kind: 'statement', number: 1 }, entries),
    ofCharter: (...entries: readonly Bytes[]) => bundle({ kind: 'charter', number: 1 }, entries),
  };
};

type Conference = ReturnType<typeof begin>;

const opens = ({ entry, pen }: Conference): Bytes =>
  entry('alfa', 'statement.open', { ...VERSION, ...OCCASION }, [pen('alfa')]);

const signsStatement = ({ entry, pen }: Conference): Bytes =>
  entry('alfa', 'statement.sign', { statement: 1, printed: printedAs('alfa'), version: stated }, [pen('alfa')]);

const withdrawsStatement = ({ entry, pen }: Conference, reason: string | null = null, statement = 1): Bytes =>
  entry('alfa', 'statement.withdraw', { statement, reason }, [pen('alfa')]);

const applies = ({ entry }: Conference, key: Pen): Bytes => {
  const body = { ...profile('Omega'), charter: charterHash(CHARTER), letter: fakeHash('letter'), delegate: null };
  return entry('omega', 'participation.apply', { ...body, key: key.publicKey, use: 'ssh' }, [key]);
};

/** A key that a pattern might take for another. */
const keyWith = (sign: string): Pen => {
  let pen = newPen();
  while (!pen.publicKey.includes(sign)) pen = newPen();
  return pen;
};

const GOOD: Readonly<Record<string, (conference: Conference) => Promise<Files>>> = {
  'a statement to which nobody is invited': (made) =>
    made.ofStatement(made.joins('alfa'), opens(made), signsStatement(made)),
  'a statement signed by one that had applied and was invited': (made) => {
    const { entry, pen } = made;
    const key = newPen();
    const vouching = { kind: 'in-person', words: 'We know them.' };
    return made.ofStatement(
      made.joins('alfa'),
      applies(made, key),
      opens(made),
      entry('alfa', 'statement.invite', { statement: 1, organisation: 'omega', newcomer: null, vouching }, [
        pen('alfa'),
      ]),
      entry('omega', 'statement.sign', { statement: 1, printed: printedAs('Omega'), version: stated }, [key]),
    );
  },
  'a statement that one signed and withdrew, with a reason that reads like another act': (made) =>
    made.ofStatement(
      made.joins('alfa'),
      opens(made),
      signsStatement(made),
      withdrawsStatement(made, 'x","statement":2}'),
    ),
  'the founding charter, which all founders have signed': (made) =>
    made.ofCharter(...['beta', 'gama'].map(made.enter), ...['alfa', 'beta', 'gama'].map((name) => made.joins(name))),
  'a key for which two vouched': (made) => {
    const { entry, pen, enter, joins } = made;
    const key = keyWith('+');
    const vouches = (by: string): Bytes =>
      entry(by, 'recovery.vouch', { organisation: 'beta', delegate: 1, key: fingerprint(key.publicKey) }, [pen(by)]);
    return made.ofText(
      ...['beta', 'gama'].map(enter),
      ...['alfa', 'beta', 'gama'].map((name) => joins(name)),
      entry('beta', 'recovery.request', { key: key.publicKey, use: 'ssh', explanation: fakeHash('lost') }, [key]),
      vouches('alfa'),
      vouches('gama'),
      made.signs('beta', key),
    );
  },
};

const FORGED: Readonly<Record<string, (conference: Conference) => Promise<Files>>> = {
  'by an invitation that is spent': (made) => {
    const key = newPen();
    return made.ofText(
      made.enter('beta'),
      made.joins('beta'),
      made.enrol('beta', key, made.link('beta')),
      made.signs('beta', key),
    );
  },
  'by an invitation that another has renewed': (made) => {
    const [link, key] = [newPen(), newPen()];
    const body = { organisation: 'gama', delegate: 1, invitation: link.publicKey };
    const renewal = made.entry('beta', 'invitation.renew', body, [made.pen('beta'), link]);
    return made.ofText(
      made.enter('beta'),
      renewal,
      made.enrol('gama', key, link),
      made.joins('gama', key),
      made.signs('gama', key),
    );
  },
  'by one that is presented, and never applied': (made) => {
    const body = { organisation: 'beta', key: fingerprint(made.pen('beta').publicKey) };
    return made.ofText(
      made.joins('alfa'),
      made.enter('beta'),
      made.entry('alfa', 'participation.present', body, [made.pen('alfa')]),
      made.signs('beta'),
    );
  },
  'beside another that it has not withdrawn': (made) =>
    made.ofText(made.joins('alfa'), made.signs('alfa'), made.signs('alfa')),
  'on a statement, withdrawn before it was given': (made) =>
    made.ofStatement(made.joins('alfa'), opens(made), withdrawsStatement(made), signsStatement(made)),
  'on a statement, withdrawn twice': (made) =>
    made.ofStatement(
      made.joins('alfa'),
      opens(made),
      signsStatement(made),
      withdrawsStatement(made),
      withdrawsStatement(made),
    ),
  'on a statement, given again': (made) =>
    made.ofStatement(
      made.joins('alfa'),
      opens(made),
      signsStatement(made),
      withdrawsStatement(made),
      signsStatement(made),
    ),
  'on a statement, withdrawn from another one': (made) =>
    made.ofStatement(made.joins('alfa'), opens(made), signsStatement(made), withdrawsStatement(made, null, 2)),
  'on a statement, withdrawn by another’s key': (made) =>
    made.ofStatement(
      made.enter('beta'),
      made.joins('alfa'),
      made.joins('beta'),
      opens(made),
      signsStatement(made),
      made.entry('alfa', 'statement.withdraw', { statement: 1, reason: null }, [made.pen('beta')]),
    ),
  'under a founding charter that one founder has not signed': (made) =>
    made.ofCharter(made.enter('beta'), ...['alfa', 'beta'].map((name) => made.joins(name))),
  'given twice to the founding charter': (made) =>
    made.ofCharter(
      ...['beta', 'gama'].map(made.enter),
      ...['alfa', 'beta', 'gama', 'beta'].map((name) => made.joins(name)),
    ),
  'received before what stands before it': (made) =>
    made.ofText(made.joins('alfa'), made.signs('alfa', undefined, START)),
};

describe('the commands and the verifier', { skip: noTools }, () => {
  for (const [name, make] of Object.entries(GOOD)) {
    it(`find good: ${name}`, async () => {
      const files = await make(begin());
      const verified = await verify(files);
      assert.ok(verified.ok, JSON.stringify(verified));
      const { good, said } = run(files);
      assert.ok(good, said);
      for (const { organisation, wordOf } of verified.value.proof.signatories)
        assert.ok(
          said.includes(
            `The keys of ${organisation.id} are its own on the word of: ${wordOf.map((id) => `${id} `).join('')}\n`,
          ),
          said,
        );
    });
  }

  for (const [name, make] of Object.entries(FORGED)) {
    it(`refuse a signature ${name}`, async () => {
      const files = await make(begin());
      assert.equal((await verify(files)).ok, false);
      const { good, said } = run(files);
      assert.equal(good, false);
      assert.match(said, /Conference [A-Za-z0-9_-]{22}, (?:text|statement|charter) 1/u);
      assert.ok(!said.includes('allowed_signers'), said);
    });
  }

  it('refuse a file besides, and show nothing of a name that moves the cursor', async () => {
    const made = begin();
    const files = await made.ofText(made.joins('alfa'), made.signs('alfa'));
    for (const name of ['claims.html', 'x\u001b[2JGood']) {
      const { good, said } = run(new Map([...files, [name, utf8('Good')]]));
      assert.ok(!good && !said.includes('\u001b'), said);
    }
  });
});
