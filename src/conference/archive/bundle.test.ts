import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFaultyStore } from '../../../test/kit/faulty-store.ts';
import { playSample } from '../../../sample/play.ts';
import type { Bytes } from '../../base/bytes.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import { type BundleSummary, verifyBundle } from '../../record/verify-bundle.ts';
import { createManualClock } from '../clock.ts';
import { createHost } from '../host.ts';
import { generateHostKey } from '../host-key.ts';
import { statementBundle, textBundle } from './bundle.ts';
import { markdownOfVersion } from '../../charter/version-markdown.ts';

const conference = await (async () => {
  const clock = createManualClock(instant(0));
  const host = await createHost({
    store: createFaultyStore(),
    hostKey: generateHostKey(),
    clock,
    origin: 'http://localhost',
  });
  return playSample({ host, clock, now: instant(Date.UTC(2026, 10, 22)) });
})();
const state = conference.state();
const someMember = [...state.organisations.values()].find(({ standing }) => standing.kind === 'participant');
const MEMBER: Viewer = { kind: 'organisation', id: someMember?.id ?? ('' as OrganisationId) };

const opened = async (bundle: Bytes | null): Promise<BundleSummary> => {
  assert.ok(bundle !== null);
  const result = await verifyBundle(bundle, { markdownOf: markdownOfVersion });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const kinds = ({ entries }: BundleSummary): readonly string[] =>
  [...new Set(entries.map(({ entry }) => entry.act.kind))].sort();
const numbers = (stage: string): readonly number[] =>
  state.texts.filter((text) => text.stage === stage).map(({ number }) => number);

describe('the bundle of an adopted text', () => {
  it('proves to a stranger every signature on it, and shows nothing that is for members', async () => {
    for (const number of numbers('adopted')) {
      const text = state.texts[number - 1];
      const summary = await opened(await textBundle(conference, number, PUBLIC));
      assert.equal(summary.textHash, text?.decision?.version);
      const signers = summary.entries.filter(({ entry }) => entry.act.kind === 'text.sign');
      assert.deepEqual(
        new Set(signers.map(({ entry }) => entry.act.by.organisation)),
        new Set(text?.signatures.keys()),
      );
      const hidden = new Set(['text.table', 'text.revise', 'decision.open', 'position.take', 'delegate.recall']);
      assert.deepEqual(
        kinds(summary).filter((kind) => hidden.has(kind)),
        [],
      );
    }
  });

  it('shows a member the decision and the positions too', async () => {
    const [number = 0] = numbers('adopted');
    const found = kinds(await opened(await textBundle(conference, number, MEMBER)));
    assert.ok(found.includes('decision.open') && found.includes('position.take'));
  });

  it('is not there while a text is not adopted, or is none', async () => {
    for (const number of [...numbers('negotiation'), 0, 99])
      assert.equal(await textBundle(conference, number, MEMBER), null);
  });
});

describe('the bundle of a statement', () => {
  it('proves every signature on it, those from outside included', async () => {
    const summary = await opened(await statementBundle(conference, 1, PUBLIC));
    const [statement] = state.statements;
    assert.equal(summary.textHash, statement?.hash);
    const signers = summary.entries.filter(({ entry }) => entry.act.kind === 'statement.sign');
    assert.deepEqual(
      new Set(signers.map(({ entry }) => entry.act.by.organisation)),
      new Set(statement?.signatures.keys()),
    );
    assert.equal(await statementBundle(conference, 2, PUBLIC), null);
  });
});
