import { base64, hex } from '../../../base/bytes.ts';
import { canonical } from '../../../base/json.ts';
import type { Hash } from '../../../base/sha256.ts';
import { ACT_RULES } from '../../../charter/acts.ts';
import type { RecordEntry } from '../../../conference/types.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { grouped, moment } from '../../kit/words.ts';
import { actSummary } from '../parts/entry-summary.ts';
import { maker } from '../parts/maker.ts';

/** One entry: what it says, who signed it, and, folded, its place in the tree and its bytes. */

interface Placed {
  readonly entry: RecordEntry;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

export const entryPage = (context: Context, { entry, size, leaf, proof, root }: Placed): Html => {
  const { t } = context;
  const words = t.workspace.record;
  const rule = ACT_RULES[entry.act.kind];
  const strength = rule.strength === 'host' ? words.byHost : words[rule.strength];
  return page(context, {
    title: words.entry(entry.index),
    body: html`<p class="symbol">${words.entry(entry.index)} · ${words.article} ${t.common.article(rule.article)}</p>
      <h1>${maker(context, entry)} ${t.acts.done[entry.act.kind]}</h1>
      <section class="panel summary" aria-label="${words.words}">${actSummary(context, entry.act)}</section>
      <dl class="facts">
        <dt>${words.who}</dt>
        <dd>
          ${maker(context, entry)}${entry.act.by.delegate === 0 ? '' : html`, ${t.common.delegate(entry.act.by.delegate)}`}
        </dd>
        <dt>${words.made}</dt>
        <dd>${moment(context, entry.act.made)}</dd>
        <dt>${words.received}</dt>
        <dd>${moment(context, entry.time)}</dd>
        <dt>${words.attestation}</dt>
        <dd>
          ${strength}${entry.signers.some(({ webauthn }) => webauthn) ? html`, <span class="quiet">${words.webauthn}</span>` : ''}
        </dd>
      </dl>
      <details>
        <summary>${words.proof}</summary>
        <p>${words.proofHint(entry.index, size)}</p>
        <dl class="facts">
          ${entry.signers.map(
            (signer) =>
              html`<dt>${words.key}</dt>
                <dd><code>${signer.fingerprint}</code></dd>`,
          )}
          <dt>${words.leaf}</dt>
          <dd><code>${grouped(hex(leaf))}</code></dd>
          ${proof.map(
            (hash, i) =>
              html`<dt>${i + 1}</dt>
                <dd><code>${grouped(hex(hash))}</code></dd>`,
          )}
          <dt>${words.root}</dt>
          <dd><code>${grouped(hex(root))}</code></dd>
        </dl>
      </details>
      <details>
        <summary>${words.bytes}</summary>
        <pre tabindex="0">
${canonical({ act: entry.act, signatures: entry.signatures.map(base64), time: entry.time, v: 1 })}</pre>
      </details>`,
  });
};
