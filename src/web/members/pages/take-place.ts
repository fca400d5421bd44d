import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import type { Delegate, Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { keyChoice } from '../../act/key-choice.ts';
import { page } from '../../kit/layout.ts';

/** Every invented delegate of the sample, so that a visitor may act for one. Their names may be seen; whoever has come from outside is not shown. */
export const takePlacePage = (context: Context): Html => {
  const { t, conference } = context;
  const words = t.site.takePlace;
  const messages = { ...t.acts.progress, ...t.acts.trouble, ...t.site.key.messages };
  const organisations = [...conference.state().organisations.values()].filter(
    (organisation) => placesIn(context, organisation).length > 0,
  );
  const participants = organisations.filter(({ standing }) => standing.kind === 'participant');
  const others = organisations.filter(({ standing }) => standing.kind !== 'participant');
  return page(context, {
    title: t.acts.takePlace,
    width: 'narrow',
    islands: ['take-place'],
    body: html`<h1>${t.acts.takePlace}</h1>
      <p class="lede">${words.lede}</p>
      <take-place data-slug="${conference.slug}" data-messages="${JSON.stringify(messages)}">
        <noscript><p>${t.acts.confirm.noScript}</p></noscript>
        <form>
          <fieldset>
            <legend>${words.whose}</legend>
            <div class="places">${participants.map((organisation, i) => places(context, organisation, i === 0))}</div>
            ${
              others.length === 0
                ? ''
                : html`<h2>${words.others}</h2>
                    <div class="places">${others.map((organisation) => places(context, organisation, false))}</div>`
            }
          </fieldset>
          ${keyChoice(context, { device: true, first: 'device' })}
          <p class="actions"><button hidden>${words.take}</button></p>
        </form>
        <p role="status"></p>
      </take-place>`,
  });
};

const placesIn = ({ isInvented }: Context, { id, delegates }: Organisation): readonly Delegate[] =>
  delegates.filter(
    ({ number, invitation, recalled }) => isInvented(id, number) && invitation === null && recalled === null,
  );

const places = (context: Context, organisation: Organisation, first: boolean): Html => {
  const { t, attached } = context;
  return html`${placesIn(context, organisation).map((delegate, i) => {
    const { number, role } = delegate;
    const name = delegate.name === null ? undefined : attached.get(delegate.name);
    return html`<label class="choice"
      ><input
        type="radio"
        name="place"
        value="${organisation.id}/${number}"
        data-organisation="${organisation.id}"
        data-delegate="${number}"
        data-name="${organisation.name}"
        ${first && i === 0 ? 'checked' : ''}
      /><bdi>${name ?? t.common.delegate(number)}</bdi>
      <span class="hint"
        ><bdi>${organisation.name}</bdi> · <bdi>${ownCountry(printedNow(organisation))}</bdi> ·
        ${t.common.role[role]}</span
      ></label
    >`;
  })}`;
};
