import type { OrganisationId } from '../../../base/ids.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import type { Action } from '../../../charter/purpose/action-state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { fileList } from '../../kit/file-list.ts';
import { inLanguage } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { withMentions } from '../../kit/mentions.ts';
import { paragraphs } from '../../kit/prose.ts';
import { orgs, theirs } from '../../kit/theirs.ts';
import { countryName, day, org, nameOf } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { daysText } from '../parts/action-facts.ts';
import { reportLink } from '../parts/report-facts.ts';

/** One joint action: its parts with who takes part in each, its tasks, who comes from where, and what came of it. */
export const actionPage = (context: Context, action: Action): Html => {
  const { t, base } = context;
  const words = t.purpose.action;
  return page(context, {
    title: action.title,
    about: [`actions/${action.number}`],
    feed: `${base}/feed.atom`,
    ...(action.public
      ? {
          card: {
            words: firstWords(action.words, 200),
            type: 'CreativeWork' as const,
            language: action.language,
            published: action.on.at,
            authors: [nameOf(context, action.by)],
          },
        }
      : {}),
    body: html`<p class="symbol">${words.number(action.number)}</p>
      <h1 ${inLanguage(action.language)}>${theirs(action.title)}</h1>
      <p class="status">
        <span>${words.proposedBy} ${org(context, action.by)}, ${day(context, action.on.at)}</span>
        <span>${words.takePart(action.joined.size)}</span>
        <span>${action.public ? t.purpose.report.isPublic : t.purpose.report.forMembers}</span>
        ${action.ended === null ? '' : html`<span>${words.outcome[action.ended.outcome]}</span>`}
      </p>
      <p class="quiet">${words.theirsAlone}</p>
      <div class="split">
        <div>
          <div ${inLanguage(action.language)}>${paragraphs(action.words, withMentions(context))}</div>
          ${outcome(context, action)} ${steps(context, action)} ${parts(context, action)} ${tasks(context, action)}
        </div>
        <aside>${whoTakesPart(context, action)} ${commonText(context, action)} ${materials(context, action)}</aside>
      </div>`,
  });
};

const outcome = (context: Context, { ended, language }: Action): Html | '' =>
  ended === null
    ? ''
    : html`<h2>${context.t.purpose.action.outcome[ended.outcome]}</h2>
        ${ended.words === null ? '' : html`<div ${inLanguage(language)}>${paragraphs(ended.words)}</div>`}
        ${reportLink(context, ended.report)}`;

const steps = (context: Context, { number, by, joined, ended }: Action): Html | '' => {
  const { me, base, reader, t } = context;
  if (me === null || !mayWork(context) || ended !== null) return '';
  const words = t.purpose.action;
  const { id } = me.organisation;
  const takesPart = joined.has(id);
  return html`<p class="actions no-print">
    <a class="button" href="${base}/do/action.join?action=${number}">${takesPart ? words.joinOtherwise : words.join}</a>
    ${takesPart ? html`<a class="button second" href="${base}/do/action.leave?action=${number}">${words.leave}</a>` : ''}
    ${reader.mayEnd({ by }, id) ? html`<a class="button second" href="${base}/do/action.end?action=${number}">${words.end}</a>` : ''}
  </p>`;
};

const inPart = ({ joined }: Action, part: number): readonly OrganisationId[] =>
  [...joined].flatMap(([id, { parts }]) => (parts === null || parts.includes(part) ? [id] : []));

const parts = (context: Context, action: Action): Html => {
  const words = context.t.purpose.action;
  return html`<h2>${words.parts}</h2>
    <ol class="rows">
      ${action.parts.map((part, i) => {
        const here = inPart(action, i + 1);
        return html`<li id="part-${i + 1}">
          <span class="symbol">${words.part(i + 1)} · ${daysText(context, part)}</span>
          <span class="what block" ${inLanguage(action.language)}>${theirs(part.title)}</span>
          <span class="why">${theirs(part.place)}, ${countryName(context, part.country)}</span>
          <span class="why">${here.length === 0 ? words.nobodyYet : orgs(context, here)}</span>
        </li>`;
      })}
    </ol>`;
};

const tasks = (context: Context, action: Action): Html | '' => {
  if (action.tasks.length === 0) return '';
  const { me, base, t } = context;
  const words = t.purpose.action;
  const mayTake = me !== null && action.ended === null && action.joined.has(me.organisation.id);
  return html`<h2>${words.tasks}</h2>
    <ul class="rows">
      ${action.tasks.map(({ words: said, owners }, i) => {
        const mine = me !== null && owners.includes(me.organisation.id);
        const href = `${base}/do/action.task?action=${action.number}&task=${i + 1}&takes=${mine ? 'no' : 'yes'}`;
        return html`<li>
          <span ${inLanguage(action.language)}>${theirs(said)}</span>
          <span class="why">${owners.length === 0 ? words.taskOpen : orgs(context, owners)}</span>
          ${mayTake ? html`<a href="${href}">${mine ? words.giveBack : words.takeTask}<span class="visually-hidden"> (${i + 1})</span></a>` : ''}
        </li>`;
      })}
    </ul>`;
};

/** By country, in the order in which they joined. */
const whoTakesPart = (context: Context, { joined }: Action): Html => {
  const words = context.t.purpose.action;
  const countryOf = (id: OrganisationId): string => {
    const organisation = context.reader.organisation(id);
    return organisation === null ? '' : ownCountry(printedNow(organisation));
  };
  const countries = Map.groupBy(joined, ([id]) => countryOf(id));
  return html`<section class="panel">
    <h2>${words.who}</h2>
    <ul class="plain">
      ${[...countries].map(
        ([country, those]) =>
          html`<li>
            <strong>${theirs(country)}</strong>
            <ul>
              ${those.map(
                ([id, { parts: some, words: said }]) =>
                  html`<li>
                    <a href="${context.base}/participants/${id}">${org(context, id)}</a>
                    <span class="quiet">${some === null ? words.whole : words.some(some.join(', '))}</span>
                    ${said === null ? '' : paragraphs(said)}
                  </li>`,
              )}
            </ul>
          </li>`,
      )}
    </ul>
  </section>`;
};

const commonText = (context: Context, action: Action): Html | '' => {
  const text = action.text === null ? null : context.reader.text(action.text);
  if (text === null) return '';
  const { base, reader, t } = context;
  const isAdopted = text.stage === 'adopted';
  const href = reader.member && !isAdopted ? `${base}/texts/${text.number}` : `${base}/decisions/${text.number}`;
  return html`<section class="panel">
    <h2>${isAdopted ? t.purpose.action.decided : t.purpose.action.text}</h2>
    <p><a href="${href}">${theirs(present(text).title)}</a></p>
  </section>`;
};

const materials = (context: Context, { files }: Action): Html | '' =>
  files.length === 0
    ? ''
    : html`<section class="panel">
        <h2>${context.t.purpose.action.materials}</h2>
        ${fileList(context, files)}
      </section>`;
