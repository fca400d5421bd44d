import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import { ACT_RULES } from '../../../charter/acts.ts';
import { applicationOf } from '../../../charter/members/admission.ts';
import type { Delegate, Key } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, Me } from '../../kit/context.ts';
import { renewal } from '../parts/invitation.ts';
import { eraseLink, withoutName } from '../../kit/kept.ts';
import { faceBeside } from '../../kit/face.ts';
import { inLanguage } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { paragraphs } from '../../kit/prose.ts';
import { day } from '../../kit/words.ts';

/** One's own organisation: what the record says of it, who speaks for it, and with which keys. */
export const organisationPage = (context: Context, me: Me): Html => {
  const { t } = context;
  const words = t.site.organisation;
  const { organisation } = me;
  const [present, gone] = [
    organisation.delegates.filter(({ recalled }) => recalled === null),
    organisation.delegates.filter(({ recalled }) => recalled !== null),
  ];
  return page(context, {
    title: t.common.menu.organisation,
    body: html`<p class="symbol">${t.common.menu.organisation} · <bdi>${ownCountry(printedNow(organisation))}</bdi></p>
      <div class="titled">
        ${faceBeside(context, organisation, 'large')}
        <h1><bdi>${organisation.name}</bdi></h1>
      </div>
      ${organisation.gloss === null ? '' : html`<p class="quiet"><bdi>${organisation.gloss}</bdi></p>`}
      <div class="split">
        <div>
          <h2>${words.delegates}</h2>
          <p>${words.delegatesLede}</p>
          <ul class="rows">
            ${present.map((delegate) => delegateRow(context, me, delegate))}
          </ul>
          ${
            represents(me)
              ? html`<p class="actions">
                  <a class="button second" href="${context.base}/do/delegate.appoint">${words.appoint}</a>
                </p>`
              : ''
          }
          ${
            gone.length === 0
              ? ''
              : html`<details>
                  <summary>${words.recalled(gone.length)}</summary>
                  <ul class="rows">
                    ${gone.map((delegate) => delegateRow(context, me, delegate))}
                  </ul>
                </details>`
          }
        </div>
        <aside>${aside(context, me)}</aside>
      </div>`,
  });
};

const represents = ({ delegate }: Me): boolean => delegate.role === 'representing';

const delegateRow = (context: Context, me: Me, delegate: Delegate): Html => {
  const { t, base, reader, attached } = context;
  const words = t.site.organisation;
  const name = delegate.name === null ? undefined : attached.get(delegate.name);
  const own = me.delegate.number === delegate.number;
  const mayChange = delegate.recalled === null && (own || represents(me));
  const keys = reader.keys(me.organisation.id).filter((key) => key.delegate === delegate.number);
  const shown = keys.filter((key) => key.use !== 'invitation' || key.until === null);
  return html`<li>
    <span class="what"><bdi>${name ?? t.common.delegate(delegate.number)}</bdi></span>
    ${own ? html`<span class="quiet">${words.you}</span>` : ''}
    <span class="why"
      >${name === undefined ? withoutName(context, delegate.name) : t.common.delegate(delegate.number)} ·
      ${t.common.role[delegate.role]} ·
      ${
        delegate.recalled === null
          ? html`${words.since} ${day(context, delegate.appointed.at)}`
          : html`${words.recalledOn} ${day(context, delegate.recalled.at)}`
      }</span
    >
    ${eraseLink(context, delegate.name, t.post.erasure.name(t.common.delegate(delegate.number)))}
    <ul class="keys">
      ${shown.map((key) => keyRow(context, me, key, mayChange))}
    </ul>
    ${
      mayChange
        ? html`<p class="actions">
            ${renewal(context, me.organisation, delegate)}
            <a href="${base}/do/key.enrol?delegate=${delegate.number}">${words.addKey}</a>
            ${own || !represents(me) ? '' : html`<a href="${base}/do/delegate.recall?delegate=${delegate.number}">${words.recall}</a>`}
          </p>`
        : ''
    }
  </li>`;
};

const keyRow = (context: Context, me: Me, key: Key, mayChange: boolean): Html => {
  const { t, base } = context;
  const words = t.site.organisation;
  const open = key.until === null;
  return html`<li class="${open ? '' : 'quiet'}">
    <strong>${key.use === 'invitation' ? words.invited : t.common.keyUse[key.use]}</strong>
    ${key.fingerprint === me.key.fingerprint ? html`<span class="quiet">${words.signedInWith}</span>` : ''}
    <span class="why"
      >${words.since}
      ${day(context, key.from.at)}${key.until === null ? '' : html` · ${words.until} ${day(context, key.until.at)}`} ·
      <code>${key.fingerprint}</code></span
    >
    ${
      open && mayChange
        ? html`<a href="${base}/do/key.revoke?key=${encodeURIComponent(key.fingerprint)}"
            >${key.use === 'invitation' ? words.withdrawInvitation : words.revoke}</a
          >`
        : ''
    }
  </li>`;
};

const aside = (context: Context, me: Me): Html => {
  const { t, base } = context;
  const words = t.site.organisation;
  const { organisation } = me;
  const { kind } = organisation.standing;
  const standing = t.refusals.standing[kind];
  const application = applicationOf(organisation);
  const unpresented = organisation.standing.kind === 'applicant' && organisation.standing.period.kind === 'awaiting';
  return html`<section class="panel">
      <h2>${words.profile}</h2>
      <p>${standing}</p>
      ${
        unpresented && application !== undefined
          ? html`<p>${t.workspace.participants.askToBePresented(application.needed)}</p>`
          : ''
      }
      ${
        organisation.about.length === 0
          ? html`<p class="quiet">${words.noAbout}</p>`
          : organisation.about.map((one) => html`<div ${inLanguage(one.language)}>${paragraphs(one.words)}</div>`)
      }
      ${
        organisation.website === null
          ? ''
          : html`<p>
              <a href="${organisation.website}" rel="external noopener nofollow">${organisation.website}</a>
            </p>`
      }
      <p><a href="${base}/participants/${organisation.id}">${words.seenByOthers}</a></p>
      ${represents(me) && RENAME.from.some((from) => from === kind) ? html`<p><a href="${base}/do/${RENAME.kind}">${t.acts.kind[RENAME.kind]}</a></p>` : ''}
      ${mayDescribe(me) ? html`<p><a href="${base}/do/${DESCRIBE.kind}">${t.acts.kind[DESCRIBE.kind]}</a></p>` : ''}
      ${eraseLink(context, organisation.picture?.hash ?? null, t.site.describing.picture)}
      <p><a href="${base}/settings">${t.post.settings.link}</a></p>
    </section>
    <section class="panel">
      <h2>${words.lostKey}</h2>
      ${words.lostKeySteps.map((step) => html`<p>${step}</p>`)}
    </section>
    ${
      represents(me) && (kind === 'participant' || kind === 'applicant')
        ? html`<section class="panel">
            <h2>${words.leaving}</h2>
            <p>${kind === 'participant' ? words.leavingBody : words.withdrawingBody}</p>
            <p>
              <a href="${base}/do/${kind === 'participant' ? 'participation.leave' : 'participation.withdraw'}"
                >${t.acts.kind[kind === 'participant' ? 'participation.leave' : 'participation.withdraw']}</a
              >
            </p>
          </section>`
        : ''
    }
    ${
      represents(me) && REAPPLY.from.some((from) => from === kind)
        ? html`<p class="actions">
            <a class="button second" href="${base}/do/${REAPPLY.kind}"
              >${kind === 'outside' ? t.workspace.apply.begin : t.acts.kind[REAPPLY.kind]}</a
            >
          </p>`
        : ''
    }`;
};

const REAPPLY = ACT_RULES['participation.reapply'];
const RENAME = ACT_RULES['organisation.rename'];
const DESCRIBE = ACT_RULES['organisation.describe'];

const mayDescribe = (me: Me): boolean =>
  represents(me) && DESCRIBE.from.some((from) => from === me.organisation.standing.kind);
