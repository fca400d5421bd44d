import type { ClauseId } from '../../base/ids.ts';
import type { Version } from '../../charter/law/charter.ts';
import type { Clause } from '../../text/clause.ts';
import { PROOFS, type ProofFault } from '../../charter/proof/index.ts';
import { type BundleFault, verifyBundle } from '../../record/verify-bundle.ts';
import { createTeller, define, filled, part, show, wordsOf } from './kit/element.ts';
import { paragraphsOf } from './kit/signed-text.ts';
import { createSummary } from './kit/proof-summary.ts';

/** All that was signed under the title: of a statement also its event, and its calls with the line before them. */
const saidIn = ({ clauses, occasion }: Version): readonly HTMLElement[] => {
  if (occasion === undefined) return paragraphsOf(clauses);
  const { event, lead, calls } = occasion;
  const line = (words: string): Clause => ({ id: 'line' as ClauseId, kind: 'paragraph', words });
  const numbered = calls.map((words, i): Clause => ({ id: `call-${i + 1}` as ClauseId, kind: 'operative', words }));
  return [
    ...paragraphsOf([line(`${event.name}, ${event.on}`)]),
    ...paragraphsOf(clauses),
    ...paragraphsOf([...(lead === null ? [] : [line(lead)]), ...numbered]),
  ];
};

/** `<verify-bundle>`: checks a proof bundle that is dropped on it, here and without asking anyone. */
define('verify-bundle', (element) => {
  const words = wordsOf(element);
  const teller = createTeller(element);
  const input = part(element, 'input[type=file]', HTMLInputElement);
  const good = part(element, '[data-part=good]');
  const bad = part(element, '[data-part=bad]');
  const summary = createSummary(words, good);

  const check = async (file: Blob, name: string): Promise<void> => {
    show(good, false);
    show(bad, false);
    teller.say('checking', { file: name });
    const checked = await verifyBundle(new Uint8Array(await file.arrayBuffer()), PROOFS);
    if (!checked.ok) return showFault(checked.error);
    teller.say('good');
    part(good, '[data-part=text]').replaceChildren(...saidIn(checked.value.proof.version));
    summary(checked.value);
    show(good);
  };

  const showFault = (fault: BundleFault<ProofFault>): void => {
    teller.say(fault.kind === 'not-a-bundle' ? 'none' : 'bad');
    const kind = fault.kind === 'not-proven' ? `not-proven:${fault.fault.kind}` : fault.kind;
    const index = fault.kind === 'not-proven' ? fault.fault.index : null;
    const file = index === null ? fault.file : `entries/${index}.json`;
    part(bad, '[data-part=why]').textContent = words[`fault:${kind}`] ?? words['fault:other'] ?? '';
    part(bad, '[data-part=file]').textContent = file === '' ? '' : filled(words['inFile'], { file });
    show(bad);
  };

  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file === undefined) return;
    check(file, file.name).catch(() => teller.say('unreadable'));
  };
  /** Whoever comes by the code on a document has its proof fetched, and may bring another. */
  const fetchProof = async (address: string): Promise<void> => {
    teller.say('checking', { file: 'proof.tar' });
    const answer = await fetch(address);
    if (!answer.ok) throw new TypeError(`Answered ${answer.status}`);
    await check(await answer.blob(), 'proof.tar');
  };
  const proof = element.dataset['proof'];
  // Chosen before this ran, or kept by the browser when the page was come back to.
  if (input.files !== null && input.files.length > 0) take(input.files);
  else if (proof !== undefined) fetchProof(proof).catch(() => teller.say('unfetched'));
  input.disabled = false;
  input.addEventListener('change', () => take(input.files));
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  });
});
