import { contests, isOpen } from '../../../charter/members/recoveries.ts';
import type { Recovery } from '../../../charter/members/organisation-state.ts';
import { upheldVouchers } from '../../../charter/members/vouchers.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { eraseLink, erasedNote } from '../../kit/kept.ts';
import { paragraphs } from '../../kit/prose.ts';
import { orgs, sentence } from '../../kit/theirs.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { org } from '../../kit/words.ts';

/** What stands behind a request for a new key. Whoever asks wrote the words, and need not be who they say. */

export const recoveryWords = (context: Context, { explanation }: Pick<Recovery, 'explanation'>): Html => {
  const { t, attached } = context;
  const words = attached.get(explanation);
  return html`${words === undefined ? html`<p class="quiet">${t.workspace.participants.wordsGone}</p>` : paragraphs(words)}
  ${erasedNote(context, explanation)} ${eraseLink(context, explanation, t.post.erasure.explanation)}`;
};

/** Who vouches for it, and what comes of it when. */
export const recoveryState = (context: Context, recovery: Recovery): readonly (string | Html)[] => {
  const { participants } = context.t.workspace;
  const { needed } = recovery;
  const by = upheldVouchers(recovery).map((voucher) => voucher.by);
  return [
    ...(by.length === 0 ? [] : [sentence((names) => participants.vouchedBy(names, needed), orgs(context, by))]),
    toPassLine(context, 'recovery', context.reader.toPass.recovery(recovery)),
    ...(recovery.stage.kind === 'running' ? [participants.askWhetherTheirs] : []),
    ...(isOpen(recovery) && context.reader.recoveries().some((other) => contests(other, recovery))
      ? [participants.contested]
      : []),
  ];
};

export const recoveryKey = ({ t }: Context, { use, fingerprint }: Pick<Recovery, 'use' | 'fingerprint'>): Html =>
  html`<p>${t.workspace.participants.newKey} <code>${fingerprint}</code> (${t.common.keyUse[use]})</p>`;

export const recoveryFacts = (context: Context, recovery: Recovery): Html =>
  html`<section class="panel">
    <p>
      <strong>${org(context, recovery.organisation)}</strong>
      (${context.t.common.delegate(recovery.delegate)})
    </p>
    ${recoveryWords(context, recovery)} ${recoveryKey(context, recovery)}
    ${recoveryState(context, recovery).map((said) => html`<p>${said}</p>`)}
  </section>`;
