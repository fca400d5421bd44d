import { html } from 'hono/html';
import type { Recovery } from '../../charter/state.ts';
import { upheldVouchers } from '../../charter/vouchers.ts';
import type { Html } from '../act-form.ts';
import type { Context } from '../context.ts';
import { paragraphs } from './prose.ts';
import { dayText, listText, nameOf } from './words.ts';

/** What stands behind a request for a new key. Whoever asks wrote the words, and need not be who they say. */

export const recoveryWords = ({ attached, t }: Context, { explanation }: Pick<Recovery, 'explanation'>): Html => {
  const words = attached.get(explanation);
  return words === undefined
    ? (html`<p class="quiet">${t.workspace.participants.wordsGone}</p>` as Html)
    : (html`<div class="letter">${paragraphs(words)}</div>` as Html);
};

/** Who vouches for it, and what comes of it when. */
export const recoveryState = (context: Context, recovery: Recovery): readonly string[] => {
  const { participants, needs } = context.t.workspace;
  const { stage, needed } = recovery;
  const names = upheldVouchers(recovery).map(({ by }) => nameOf(context, by));
  return [
    ...(names.length === 0 ? [] : [participants.vouchedBy(listText(context, names), needed)]),
    ...(stage.kind === 'awaiting' ? [participants.askedUntil(dayText(context, stage.lapses))] : []),
    ...(stage.kind === 'running' ? [needs.recovery.why(dayText(context, stage.ends))] : []),
  ];
};

export const recoveryKey = ({ t }: Context, { use, fingerprint }: Pick<Recovery, 'use' | 'fingerprint'>): Html =>
  html`<p>${t.common.keyUse[use]}. ${t.workspace.participants.newKey} <code>${fingerprint}</code></p>` as Html;

export const recoveryFacts = (context: Context, recovery: Recovery): Html =>
  html`<section class="panel">
    <p>
      <strong><bdi>${nameOf(context, recovery.organisation)}</bdi></strong>
      (${context.t.common.delegate(recovery.delegate)})
    </p>
    ${recoveryWords(context, recovery)} ${recoveryKey(context, recovery)}
    ${recoveryState(context, recovery).map((sentence) => html`<p>${sentence}</p>`)}
  </section>` as Html;
