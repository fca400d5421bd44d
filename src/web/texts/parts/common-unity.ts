import type { OrganisationId } from '../../../base/ids.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Contradictions } from '../../../text/common/contradictions.ts';
import type { StandingClause, Unity } from '../../../text/common/unite.ts';
import type { Context } from '../../kit/context.ts';
import { longName } from './clause-names.ts';
import { type Common, isWhole, obstaclesText, reasonText, wordingName } from './common-words.ts';
import { mark } from './stands.ts';
import { mayWork } from './text-facts.ts';
import { textPath } from './text-places.ts';
import { org } from '../../kit/words.ts';

/** What stands between the present text and unanimity, and the conditions that contradict each other. */
export const unityPart = (context: Context, common: Common, unity: Unity): Html => {
  const words = context.t.texts.common.unity;
  const { clauses, least } = unity;
  return html`<section id="unity">
      <h2>${words.title}</h2>
      ${
        clauses === null
          ? html`<p>${least === null ? words.impossible(isWhole(common)) : words.unknown}</p>`
          : clauses.length === 0
            ? html`<p>${words.none}</p>`
            : html`<p>
                  ${words.lede(clauses.length)}
                  ${least === null || least >= clauses.length ? words.least : words.atLeast(least)}
                </p>
                <ol class="plain spaced">
                  ${clauses.map((one) => standing(context, common, one))}
                </ol>`
      }
    </section>
    ${contradictionsPart(context, common, unity.contradictions)}`;
};

const standing = (context: Context, common: Common, { clause, to, obstacles }: StandingClause): Html => {
  const { t, base } = context;
  const words = t.texts.common.unity;
  const { text, names } = common;
  const unit = common.units.find(({ id }) => id === clause);
  const id = unit?.wordings[0]?.clause.id;
  const path = textPath(context, text);
  const bySigner = Map.groupBy(obstacles, ({ signer }) => signer);
  const isHere = unit?.kind === 'clause' && id !== undefined;
  const tried = [...new Set((unit?.wordings ?? []).flatMap(({ amendments }) => amendments))];
  const consultations = text.consultations.filter(({ on }) => on.kind === 'clause' && on.clause === id).length;
  return html`<li class="entry">
    <h3>
      ${isHere ? html`<a href="${path}#c-${id}">${longName(names, id)}</a>` : wordingName(context, common, { clause, variant: unit?.wordings[0]?.id ?? '' })}
    </h3>
    <ul class="plain">
      ${[...bySigner].map(
        ([signer, said]) =>
          html`<li>
            ${mark('object')} ${org(context, signer as OrganisationId)}
            ${obstaclesText(
              context,
              common,
              signer,
              said.map(({ obstacle }) => obstacle),
            )}
          </li>`,
      )}
    </ul>
    <p>
      ${to === null ? words.fresh : words.would(wordingName(context, common, { clause, variant: to }))}
      ${
        tried.length === 0 && consultations === 0
          ? words.untried
          : html`${words.tried}:
            ${tried.map((number, at) => html`${at > 0 ? ', ' : ''}<a href="${textPath(context, text, 'amendments')}?at=${number}#a-${number}">${t.texts.amendments.number(number)}</a>`)}${tried.length > 0 && consultations > 0 ? ', ' : ''}${consultations === 0 ? '' : html`<a href="${textPath(context, text, 'history')}#consultations">${words.consultations(consultations)}</a>`}.`
      }
      ${
        isHere && mayWork(context)
          ? html`<a href="${base}/do/consultation.record?text=${text.number}&clause=${id}"
              >${words.record}<span class="visually-hidden">: ${longName(names, id)}</span></a
            >`
          : ''
      }
    </p>
  </li>`;
};

const contradictionsPart = (context: Context, common: Common, { found, complete }: Contradictions): Html | '' => {
  const words = context.t.texts.common.contradictions;
  if (found.length === 0) return '';
  const all = isWhole(common);
  return html`<section id="contradictions">
    <h2>${words.title}</h2>
    <ul class="plain spaced">
      ${found.map(
        ({ wording, demands }) =>
          html`<li>
            ${wording === null ? words.whole(all) : words.wording(wordingName(context, common, wording), all)}
            <ul>
              ${demands.map((demand) =>
                demand.kind === 'rule'
                  ? html`<li>${reasonText(context, common, demand.condition)}</li>`
                  : html`<li>
                      ${org(context, demand.signer as OrganisationId)}
                      ${obstaclesText(context, common, demand.signer, [
                        demand.kind === 'objection'
                          ? { kind: 'objection', ...demand.variant }
                          : { kind: 'condition', condition: demand.condition },
                      ])}
                    </li>`,
              )}
            </ul>
          </li>`,
      )}
    </ul>
    ${complete ? '' : html`<p>${words.more}</p>`}
  </section>`;
};
