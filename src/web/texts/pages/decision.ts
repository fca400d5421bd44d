import { type Html, html } from '../../../markup/html.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import type { Decision, Outcome, Text } from '../../../charter/texts/state.ts';
import type { Context } from '../../kit/context.ts';
import { answersTable, frictionList, obstaclesList } from '../parts/outcome.ts';
import { ridersList, signaturesTable } from '../parts/signatures.ts';
import { isOpen, mayWork } from '../parts/text-facts.ts';
import { textPath, textSheet } from '../parts/text-head.ts';
import { signatureSteps } from '../parts/text-panel.ts';
import { completedText, whereText } from '../parts/principle.ts';
import { dayText, daysUntil, momentText, org } from '../../kit/words.ts';
import { decisionRules } from '../parts/decision-rules.ts';

/** The decision on a text: while it is open what would follow, afterwards its outcome with every answer and reason. */
export const decisionPage = (context: Context, text: Text): Html => {
  const { decision } = text;
  const body =
    decision === null
      ? notYet(context, text)
      : decision.outcome === null
        ? openDecision(context, text, decision)
        : outcome(context, text, decision, decision.outcome);
  return textSheet(context, text, 'decision', html`${body} ${failedBefore(context, text)}`);
};

/** Decisions that came to nothing and took nothing away. */
const failedBefore = (context: Context, text: Text): Html | '' => {
  const words = context.t.texts.principle;
  if (text.failed.length === 0) return '';
  return html`<h2>${words.failed}</h2>
    <p class="hint">${words.failedLede}</p>
    ${text.failed.toReversed().map((decision) =>
      decision.outcome === null
        ? ''
        : html`<section class="panel">
            <p>
              ${sentence((place) => context.t.texts.decision.endedOn(dayText(context, decision.outcome?.at ?? context.now), place), theirs(whereText(context, decision.where)))}
            </p>
            ${obstaclesList(context, text, decision.outcome, context.t.texts.decision.obstacles)}
            ${answersTable(context, text, decision.outcome, 'ended')}
          </section>`,
    )}`;
};

const notYet = (context: Context, text: Text): Html => {
  const words = context.t.texts.decision;
  return html`<p class="empty">${words.notYet}</p>
    ${
      isOpen(text)
        ? html`<h2>${words.rulesTitle}</h2>
            ${decisionRules(context, text.kind)}`
        : ''
    }`;
};

const openDecision = (context: Context, text: Text, decision: Decision): Html => {
  const { t, base, reader, now } = context;
  const words = t.texts.decision;
  const outlook = reader.outlook(text, now);
  return html`<p class="lede">
      ${decision.room === null ? '' : words.agreedThere(decision.room.present.length)}
      ${words.ends(momentText(context, decision.deadline), t.common.inDays(daysUntil(context, decision.deadline)))}
    </p>
    <p class="status">
      <span>${sentence(words.openedBy, org(context, decision.by))}</span
      ><span>${words.place}: <bdi>${whereText(context, decision.where)}</bdi></span>
    </p>
    ${
      mayWork(context)
        ? html`<p class="actions">
            <a class="button" href="${base}/do/position.take?text=${text.number}">${words.giveAnswer}</a>
          </p>`
        : ''
    }
    ${
      outlook === null
        ? ''
        : html`<section class="panel">
              <h2>${words.nowTitle}</h2>
              <p>${words.now[outlook.result]}</p>
              ${obstaclesList(context, text, outlook, words.obstaclesNow)}
            </section>
            <h2>${words.answers}</h2>
            ${answersTable(context, text, outlook, 'open')} ${frictionList(context, text, outlook.friction)}`
    }
    <h2>${words.rulesTitle}</h2>
    ${decisionRules(context, text.kind, decision)}`;
};

const outcome = (context: Context, text: Text, decision: Decision, result: Outcome): Html => {
  const { t } = context;
  const words = t.texts.decision;
  const adopted = result.result !== 'not-adopted';
  const ended = dayText(context, result.at);
  return html`<p class="lede">${words.outcome[result.result]}</p>
    <p>
      ${
        adopted
          ? html`<strong>${words.becameFinal}.</strong>
              ${sentence((place) => words.final(t.texts.head.result[result.result], ended, place), theirs(whereText(context, decision.where)))}`
          : sentence((place) => words.endedOn(ended, place), theirs(whereText(context, decision.where)))
      }
    </p>
    ${adopted && text.principle !== null ? html`<p dir="auto">${completedText(context, text)}</p>` : ''}
    ${adopted ? '' : obstaclesList(context, text, result, words.obstacles)}
    <h2>${words.answers}</h2>
    ${answersTable(context, text, result, 'ended')} ${frictionList(context, text, result.friction)}
    ${adopted ? signing(context, text) : ''}`;
};

const signing = (context: Context, text: Text): Html => {
  const { base, conference, t } = context;
  const words = t.texts.decision;
  return html`<h2 id="signatures">${words.signatures}</h2>
    ${text.signatures.size === 0 ? html`<p class="empty">${words.signaturesNone}</p>` : html`${signaturesTable(context, text)} ${ridersList(context, text)}`}
    ${mayWork(context) ? signatureSteps(context, text) : ''}
    <section class="panel proof">
      <p>${words.bundleHint}</p>
      <p class="actions">
        <a class="button second" href="/api/conferences/${conference.slug}/texts/${text.number}/bundle"
          >${words.bundle}</a
        >
        <a href="/verify">${words.verify}</a>
        <a href="${base}/decisions/${text.number}">${t.texts.panel.document}</a>
        <a href="${textPath(context, text, 'history')}">${t.texts.head.tab.history}</a>
      </p>
    </section>`;
};
