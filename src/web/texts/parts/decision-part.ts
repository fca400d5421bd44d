import { type Html, html } from '../../../markup/html.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import type { Decision, Outcome, Text } from '../../../charter/texts/state.ts';
import type { Final } from '../../../charter/final/final.ts';
import type { Context } from '../../kit/context.ts';
import { answersTable, frictionList, obstaclesList } from './outcome.ts';
import { finalSheet, noteHtml, sectionHtml } from './final-sheet.ts';
import { isOpen, mayWork } from './text-facts.ts';
import { textPath } from './text-places.ts';
import { signatureSteps } from './text-panel.ts';
import { whereText } from './principle.ts';
import { dayText, daysUntil, momentText, org } from '../../kit/words.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { decisionRules } from './decision-rules.ts';

/** The decision on a text: how it would be taken, while it is open what would follow, afterwards its outcome with every answer and reason. */
export const decisionPart = (context: Context, text: Text): Html => {
  const { decision } = text;
  const body =
    decision === null
      ? notYet(context, text)
      : decision.outcome === null
        ? openDecision(context, text, decision)
        : outcome(context, text, decision, decision.outcome);
  return html`${body} ${failedBefore(context, text)}`;
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
  return html`<p>${words.notYet}</p>
    ${
      isOpen(text)
        ? html`<h3>${words.rulesTitle}</h3>
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
            <a class="button" href="${base}/do/positions.take?text=${text.number}&on=whole">${words.giveAnswer}</a>
          </p>`
        : ''
    }
    ${
      outlook === null
        ? ''
        : html`<section class="panel">
              <h2>${words.nowTitle}</h2>
              <p>${toPassLine(context, 'text', reader.toPass.text(text))}</p>
            </section>
            <h2>${words.answers}</h2>
            ${answersTable(context, text, outlook, 'open')} ${frictionList(context, text, outlook.friction)}`
    }
    <h2>${words.rulesTitle}</h2>
    ${decisionRules(context, text.kind, decision)}`;
};

const outcome = (context: Context, text: Text, decision: Decision, result: Outcome): Html => {
  const words = context.t.texts.decision;
  const final = context.reader.final(text);
  const ended = dayText(context, result.at);
  return html`<p class="lede">${words.outcome[result.result]}</p>
    ${
      final === null
        ? html`<p>${sentence((place) => words.endedOn(ended, place), theirs(whereText(context, decision.where)))}</p>
            ${obstaclesList(context, text, result, words.obstacles)}`
        : html`<p><strong>${words.becameFinal}.</strong></p>
            ${noteHtml(context, final.note)}`
    }
    <h2>${words.answers}</h2>
    ${answersTable(context, text, result, 'ended')} ${frictionList(context, text, result.friction)}
    ${final === null ? '' : signing(context, text, final)}`;
};

const signing = (context: Context, text: Text, final: Final): Html => {
  const { base, conference, t } = context;
  const words = t.texts.decision;
  const signed = finalSheet(context, text.number, final).back.filter(
    ({ kind }) => kind === 'signatories' || kind === 'riders',
  );
  return html`<div id="signatures">${signed.map((section) => sectionHtml(context, section))}</div>
    ${mayWork(context) ? signatureSteps(context, text) : ''}
    <section class="panel proof">
      <p>${words.bundleHint}</p>
      <p class="actions">
        <a class="button second" href="/api/conferences/${conference.slug}/texts/${text.number}/bundle"
          >${words.bundle}</a
        >
        <a href="/verify">${words.verify}</a>
        <a href="${base}/decisions/${text.number}">${t.texts.panel.document}</a>
        <a href="${textPath(context, text, 'history')}">${t.texts.head.page.history}</a>
      </p>
    </section>`;
};
