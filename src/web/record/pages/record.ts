import { base64, hex } from '../../../base/bytes.ts';
import { canonical } from '../../../base/json.ts';
import type { Hash } from '../../../base/sha256.ts';
import { ACT_RULES } from '../../../charter/acts.ts';
import type { RecordEntry } from '../../../conference/types.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { actSummary } from '../parts/entry-summary.ts';
import { page } from '../../kit/layout.ts';
import { grouped, moment, org } from '../../kit/words.ts';

/** The record, readable: every act in its order, and for each what it says, who signed it and its place in the tree. */

export const PAGE_SIZE = 50;

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Those of the stretch that the reader may see. */
  readonly entries: readonly RecordEntry[];
  readonly checkpoint: string;
}

export const recordPage = (context: Context, { from, to, entries, checkpoint }: Stretch): Html => {
  const { t, base, reader } = context;
  const words = t.workspace.record;
  const missing = words.hidden(to - from - entries.length);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <div class="scroll" tabindex="0" role="region" aria-label="${words.title}">
        <table class="entries">
          <caption>
            ${words.caption(from, Math.max(from, to - 1), reader.size)}
          </caption>
          <thead>
            <tr>
              <th scope="col">${words.no}</th>
              <th scope="col">${words.when}</th>
              <th scope="col">${words.who}</th>
              <th scope="col">${words.act}</th>
              <th scope="col">${words.how}</th>
            </tr>
          </thead>
          <tbody>
            ${entries.toReversed().map((entry) => row(context, entry))}
          </tbody>
        </table>
      </div>
      ${missing === '' ? '' : html`<p class="quiet">${missing}</p>`}
      <p class="actions">
        ${to < reader.size ? html`<a href="${base}/record?before=${to + PAGE_SIZE}">${words.newer}</a>` : ''}
        ${from > 0 ? html`<a href="${base}/record?before=${from}">${words.older}</a>` : ''}
      </p>
      <h2>${words.checkpoint}</h2>
      <p>${words.checkpointHint}</p>
      <pre class="receipt" tabindex="0">${checkpoint}</pre>`,
  });
};

/** By whom: the organisation, or the host in its own name. */
const maker = (context: Context, { act }: RecordEntry): Html | string =>
  act.by.organisation === '' ? context.t.workspace.record.host : org(context, act.by.organisation);

/** With what it was signed: the kind of key, and the strength of the act. */
const attestation = (context: Context, { act, signers }: RecordEntry): string => {
  const { t } = context;
  const { strength } = ACT_RULES[act.kind];
  const [signer] = signers;
  const key =
    signer === undefined
      ? undefined
      : context.reader.keys(act.by.organisation).find(({ fingerprint }) => fingerprint === signer.fingerprint);
  return [t.common.strength[strength], ...(key === undefined ? [] : [t.common.keyUse[key.use]])].join(' · ');
};

const row = (context: Context, entry: RecordEntry): Html =>
  html`<tr>
    <td><a href="${context.base}/record/${entry.index}">${entry.index}</a></td>
    <td>${moment(context, entry.time)}</td>
    <td>${maker(context, entry)}</td>
    <td>${context.t.acts.done[entry.act.kind]}</td>
    <td>${attestation(context, entry)}</td>
  </tr>`;

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
          ${strength}
          ${entry.signers.map(
            (signer) =>
              html`<br /><code>${signer.fingerprint}</code
                >${signer.webauthn ? html` <span class="quiet">${words.webauthn}</span>` : ''}`,
          )}
        </dd>
      </dl>
      <h2>${words.proof}</h2>
      <p>${words.proofHint(entry.index, size)}</p>
      <dl class="facts">
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
      <details>
        <summary>${words.bytes}</summary>
        <pre tabindex="0">
${canonical({ act: entry.act, signatures: entry.signatures.map(base64), time: entry.time, v: 1 })}</pre>
      </details>`,
  });
};
