import { html } from 'hono/html';
import { isContested, openDisagreement } from '../../charter/disagreement.ts';
import { unreachable } from '../../base/result.ts';
import type { Organisation, Recovery, Standing } from '../../charter/state.ts';
import type { Html } from '../act-form.ts';
import type { Context } from '../context.ts';
import { page } from '../parts/layout.ts';
import { countryName, dayText, daysUntil, nameOf } from '../parts/words.ts';

/** Who takes part, by country; for members also who wants to, who did, and whose lost key is being replaced. */
export const participantsPage = (context: Context): Html => {
  const { t, reader } = context;
  const words = t.workspace.participants;
  const participants = reader.participants();
  const countries = new Map<string, Organisation[]>();
  for (const organisation of participants) {
    const name = countryName(context, organisation.country);
    countries.set(name, [...(countries.get(name) ?? []), organisation]);
  }
  const others = reader.organisations();
  const ofKind = (...kinds: readonly Standing['kind'][]): readonly Organisation[] =>
    others.filter((organisation) => kinds.includes(organisation.standing.kind));
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede(participants.length, countries.size)}</p>
      ${reader.member ? applicants(context, ofKind('applicant')) : ''}
      ${
        reader.member
          ? recoveries(
              context,
              reader.recoveries().filter((recovery) => recovery.outcome === 'open'),
            )
          : ''
      }
      ${[...countries]
        .toSorted(([a], [b]) => a.localeCompare(b, context.language))
        .map(
          ([country, list]) =>
            html`<h2>${country}</h2>
              ${rows(context, list)}`,
        )}
      ${section(context, words.former, ofKind('former'))} ${section(context, words.outside, ofKind('outside'))}
      ${reader.member ? section(context, words.notAdmitted, ofKind('not-admitted', 'withdrawn')) : ''}` as Html,
  });
};

const section = (context: Context, title: string, list: readonly Organisation[]): Html | '' =>
  list.length === 0
    ? ''
    : (html`<h2>${title}</h2>
        ${rows(context, list)}` as Html);

const rows = (context: Context, list: readonly Organisation[]): Html =>
  html`<ul class="rows">
    ${list.map(
      (organisation) =>
        html`<li>
          <span class="what"
            ><a href="${context.base}/participants/${organisation.id}"><bdi>${organisation.name}</bdi></a></span
          >
          ${organisation.gloss === null ? '' : html`<span class="quiet"><bdi>${organisation.gloss}</bdi></span>`}
          <span class="why"><span dir="auto">${organisation.about ?? ''}</span></span>
          <span class="why">${standingText(context, organisation)}</span>
        </li>`,
    )}
  </ul>` as Html;

/** What an organisation is to the conference, and since when. */
export const standingText = (context: Context, { standing, country }: Organisation): string => {
  const words = context.t.workspace.participants;
  switch (standing.kind) {
    case 'participant':
      return words.since(dayText(context, standing.since.at));
    case 'applicant':
      return words.applicantUntil(dayText(context, standing.deadline));
    case 'former':
      return words.left(dayText(context, standing.left.at));
    case 'not-admitted':
      return words.notAdmittedOn(dayText(context, standing.on.at));
    case 'withdrawn':
      return words.withdrawnOn(dayText(context, standing.on.at));
    case 'founder':
      return words.founder;
    case 'outside':
      return countryName(context, country);
    default:
      return unreachable(standing);
  }
};

const applicants = (context: Context, list: readonly Organisation[]): Html => {
  const words = context.t.workspace.participants;
  const { base, me } = context;
  return html`<section class="panel" id="applicants">
    <h2>${words.applicants}</h2>
    ${list.length === 0 ? html`<p class="quiet">${words.applicantNone}</p>` : ''}
    <ul class="rows">
      ${list.map((organisation) => {
        const own = me === null ? undefined : openDisagreement(organisation, me.organisation.id);
        const deadline = organisation.standing.kind === 'applicant' ? organisation.standing.deadline : context.now;
        return html`<li>
          <span class="what"
            ><a href="${base}/participants/${organisation.id}"><bdi>${organisation.name}</bdi></a></span
          >
          <span class="quiet">${countryName(context, organisation.country)}</span>
          <span class="why"
            >${
              isContested(organisation)
                ? context.t.workspace.needs.application.why(
                    dayText(context, deadline),
                    organisation.disagreements.filter((d) => d.withdrawn === null).length,
                  )
                : words.applicantUntil(dayText(context, deadline))
            }
            (${context.t.common.inDays(daysUntil(context, deadline))})</span
          >
          ${
            me === null
              ? ''
              : own === undefined
                ? html`<a href="${base}/do/participation.disagree?organisation=${organisation.id}"
                    >${words.disagree}</a
                  >`
                : html`<a href="${base}/do/participation.withdraw-disagreement?organisation=${organisation.id}"
                    >${words.withdrawDisagreement}</a
                  >`
          }
        </li>`;
      })}
    </ul>
  </section>` as Html;
};

const recoveries = (context: Context, list: readonly Recovery[]): Html | '' => {
  if (list.length === 0) return '';
  const words = context.t.workspace.participants;
  const { base, me } = context;
  return html`<section class="panel" id="recoveries">
    <h2>${words.recoveries}</h2>
    <ul class="rows">
      ${list.map((recovery) => {
        const own = me === null ? undefined : openDisagreement(recovery, me.organisation.id);
        return html`<li>
          <span class="what">${words.recoveryOf(nameOf(context, recovery.organisation), recovery.delegate)}</span>
          <span class="why" dir="auto">${recovery.explanation}</span>
          <span class="why">${context.t.workspace.needs.recovery.why(dayText(context, recovery.deadline))}</span>
          <code>${recovery.fingerprint}</code><br />
          ${
            me === null
              ? ''
              : own === undefined
                ? html`<a href="${base}/do/recovery.disagree?recovery=${recovery.number}">${words.disagree}</a>`
                : html`<a href="${base}/do/recovery.withdraw-disagreement?recovery=${recovery.number}"
                    >${words.withdrawDisagreement}</a
                  >`
          }
        </li>`;
      })}
    </ul>
  </section>` as Html;
};
