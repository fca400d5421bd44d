import type { Correction, Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Context } from '../../kit/context.ts';
import { emphasised, paragraphs } from '../../kit/prose.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { day, org } from '../../kit/words.ts';

/** What is asked of a clause of a summary record, beside it. */
export const summaryMargin = (
  context: Context,
  meeting: Meeting,
  clause: Clause,
  { name, corrections }: { readonly name: string; readonly corrections: readonly Correction[] },
): Html => {
  const { t, base } = context;
  const version = meeting.summary?.versions.length ?? 1;
  const open = clause.kind !== 'heading' && meeting.summary?.approved === null && mayWork(context);
  const address = `${base}/do/summary.correct?meeting=${meeting.number}&version=${version}&clause=${clause.id}`;
  return html`${corrections.map((correction) => correctionNote(context, meeting, correction, clause))}
  ${
    open
      ? html`<div class="beside">
          <a href="${address}">${t.summary.correct}<span class="visually-hidden">: ${name}</span></a>
        </div>`
      : ''
  }`;
};

/** One correction: who asks for it, how the clause would change, why, and what became of it. `clause`: as it stands now, where it still does. */
export const correctionNote = (
  context: Context,
  meeting: Meeting,
  correction: Correction,
  clause: Clause | undefined,
): Html => {
  const { t, base, me } = context;
  const words = t.summary;
  const { number, by, on, reason, fate, version } = correction;
  const latest = meeting.summary?.versions.length ?? version;
  const mine = me?.organisation.id === by && mayWork(context);
  const settled = fate.kind !== 'open';
  const state =
    fate.kind === 'taken-in'
      ? html`✓ ${words.takenIn(fate.version)}`
      : settled
        ? html`✕ ${words.fate[fate.kind]}`
        : version === latest
          ? ''
          : html`${words.askedOf(version)}`;
  return html`<div class="note correction ${fate.kind}" id="k-${number}">
    <p>
      ${org(context, by)} <span class="quiet">${day(context, on.at)}</span>
      <span class="who">${settled ? '' : words.asksFor}</span>
      ${state === '' ? '' : html`<span class="quiet">· ${state}</span>`}
    </p>
    ${
      settled
        ? ''
        : html`<p class="words" dir="auto">
              ${clause === undefined ? emphasised(correction.words) : wordDiff(context, clause.words, correction.words)}
            </p>
            ${paragraphs(reason)}
            ${
              mine && meeting.summary?.approved === null
                ? html`<p>
                    <a href="${base}/do/summary.withdraw-correction?meeting=${meeting.number}&correction=${number}"
                      >${t.acts.kind['summary.withdraw-correction']}</a
                    >
                  </p>`
                : ''
            }`
    }
  </div>`;
};
