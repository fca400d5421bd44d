import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import { unreachable } from '../../../base/result.ts';
import type { Circulation, Ended } from '../../../charter/group/state.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { circulatedPath, circulatedTitle } from '../parts/circulated.ts';
import { inLanguage } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { placeText, placeTime } from '../../kit/meeting-when.ts';
import { paragraphs, plainClauses } from '../../kit/prose.ts';
import { dayText, org } from '../../kit/words.ts';

/** What was communicated as a letter on paper, for an organisation that no mail reaches. `kept`: the words of a letter, kept beside the record. */
export const printPage = (
  context: Context,
  circulation: Circulation,
  to: Organisation | null,
  kept: string | null,
): Html => {
  const { t, base } = context;
  const words = t.post.circulation;
  const title = circulatedTitle(context, circulation.what);
  return page(context, {
    title: `${words.print}: ${title}`,
    width: 'narrow',
    body: html`<div class="no-print">
        <p class="symbol"><a href="${base}/letters/circulations/${circulation.number}">${words.letter.back}</a></p>
        <h1>${words.print}</h1>
        <p>${to === null ? words.letter.choose : words.letter.hint}</p>
        ${to === null ? whom(context, circulation) : ''}
      </div>
      ${to === null ? '' : letter(context, circulation, to, kept)}`,
  });
};

const whom = (context: Context, { number, recipients }: Circulation): Html =>
  html`<ul class="names">
    ${[...recipients.keys()].map(
      (id) =>
        html`<li><a href="${context.base}/letters/circulations/${number}/print?to=${id}">${org(context, id)}</a></li>`,
    )}
  </ul>`;

const letter = (context: Context, circulation: Circulation, to: Organisation, kept: string | null): Html => {
  const { t, base, origin, reader } = context;
  const words = t.post.circulation;
  const { what, on, number } = circulation;
  const charter = reader.charter()?.charter;
  return html`<article class="paper">
    <header>
      <p class="paper-head"><bdi>${charter?.name ?? ''}</bdi></p>
      <p class="paper-seat" dir="auto">${charter?.seat ?? ''}</p>
    </header>
    <address>
      <span class="visually-hidden">${words.letter.to}: </span><bdi>${to.name}</bdi>
      ${to.gloss === null ? '' : html`<bdi>${to.gloss}</bdi>`}
      <span><bdi>${ownCountry(printedNow(to))}</bdi></span>
    </address>
    <p class="paper-date">${dayText(context, on.at)}</p>
    <p class="symbol">${words.what[what.kind]} · ${words.letter.symbol(number)}</p>
    <h2>${theirs(circulatedTitle(context, what))}</h2>
    <div class="paper-words">${body(context, circulation, kept)}</div>
    <footer>
      <h3>${words.letter.where}</h3>
      <p>${words.letter.whereBody(on.index)}</p>
      <p class="paper-links">
        <span>${origin}${circulatedPath(context, what)}</span> <span>${origin}${base}/record/${on.index}</span>
      </p>
      <p>${words.letter.reply}</p>
      <p class="quiet">${words.letter.dated(dayText(context, context.now))}</p>
    </footer>
  </article>`;
};

/** The words themselves. */
const body = (context: Context, { what }: Circulation, kept: string | null): Html => {
  const { t, reader } = context;
  const words = t.post.circulation.letter;
  const none = html`<p class="quiet">${words.noWords}</p>`;
  switch (what.kind) {
    case 'letter': {
      const found = reader.letter(what.letter);
      if (found === null) return none;
      return html`<p>
          ${t.post.letters.from}:
          ${found.correspondent === null || found.kind === 'out' ? org(context, found.by) : html`<bdi>${found.correspondent}</bdi>`}
        </p>
        <div ${inLanguage(found.language)}>${kept === null ? none : paragraphs(kept)}</div>
        ${
          found.files.length === 0
            ? ''
            : html`<p>${words.files}</p>
                <ul>
                  ${found.files.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
                </ul>`
        }`;
    }
    case 'notice': {
      const notice = reader.meeting(what.meeting)?.notices[what.notice - 1];
      if (notice === undefined) return none;
      return html`<p><strong>${placeTime(context, notice)}</strong></p>
        <p dir="auto">${placeText(context, notice)}</p>
        ${notice.link === null ? '' : html`<p>${notice.link}</p>`}
        ${notice.words === null ? '' : paragraphs(notice.words)}`;
    }
    case 'cancellation': {
      const reason = reader.meeting(what.meeting)?.cancelled?.reason ?? null;
      return reason === null ? none : paragraphs(reason);
    }
    case 'summary': {
      const version = reader.meeting(what.meeting)?.summary?.versions.find((one) => one.number === what.version);
      return version === undefined ? none : plainClauses(context, version.clauses);
    }
    case 'observation': {
      const observation = reader.observations().find((one) => one.number === what.observation);
      if (observation === undefined) return none;
      return html`<p>${t.post.letters.from}: ${org(context, observation.by)}</p>
        ${paragraphs(observation.words)}`;
    }
    case 'text': {
      const text = reader.text(what.text);
      return text === null ? none : plainClauses(context, present(text).clauses);
    }
    case 'help': {
      const request = reader.help()[what.help - 1];
      return request === undefined ? none : paragraphs(request.words);
    }
    case 'outcome':
      return endedBody(context, what.of);
    default:
      return unreachable(what);
  }
};

/** Why it was proposed or asked for, and who disagreed to the end. */
const endedBody = (context: Context, of: Ended): Html => {
  const { reader, t } = context;
  const proposal = of.kind === 'proposal' ? reader.text(of.text)?.proposals[of.proposal - 1] : undefined;
  const application =
    of.kind === 'application' ? reader.organisation(of.organisation)?.applications[of.application - 1] : undefined;
  const { disagreements = [] } = proposal ?? application ?? {};
  return html`${
      proposal === undefined
        ? ''
        : html`<p>${t.post.letters.from}: ${org(context, proposal.by)}</p>
            ${paragraphs(proposal.reason)}`
    }
    <p>${t.post.circulation.ended.over}</p>
    ${disagreements
      .filter(({ withdrawn }) => withdrawn === null)
      .map(
        ({ by, reasons }) =>
          html`<p>${org(context, by)} ${t.texts.proposals.disagrees}:</p>
            ${paragraphs(reasons)}`,
      )}`;
};
