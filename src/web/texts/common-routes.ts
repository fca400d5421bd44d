import { type Context as HonoContext, Hono } from 'hono';
import type { Tried } from '../../charter/common/problem.ts';
import type { Text } from '../../charter/texts/state.ts';
import { type CommonAnswer, isSame } from '../../conference/work/common-texts.ts';
import type { WebEnv } from '../kit/env.ts';
import { askerOf } from '../../conference/work/turns.ts';
import type { Context } from '../kit/context.ts';
import { fieldsIn } from '../act/form-data.ts';
import { commonPage } from './pages/common.ts';
import { soundingPage, triedIn } from './pages/sounding.ts';
import { type Common, commonIn } from './parts/common-words.ts';
import { mayWork } from './parts/text-facts.ts';
import { sendPage } from '../kit/send-page.ts';

/** Common texts and soundings, for members. */
export const commonRoutes = new Hono<WebEnv>();

/** How long an answer is looked for while a page waits, and when its reader asks for more, in milliseconds. */
const [BRIEFLY, LONGER] = [2000, 20_000];

type Page = HonoContext<WebEnv>;

/** A question as it stood when it was asked. */
interface Asked {
  readonly context: Context;
  readonly text: Text;
  readonly common: Common;
}

/** The question that the page asks now; `null` where there is no such text, it is closed, or the viewer may not see positions. */
const askedNow = (c: Page, tried: readonly Tried[] = []): Asked | null => {
  const context = c.var.context();
  const text = context.reader.text(Number(c.req.param('number')));
  const question = text === null ? null : context.reader.common(text, tried);
  return text === null || question === null ? null : { context, text, common: commonIn(context, text, question) };
};

/** The answer together with the question as it stands when the answer is there; `null` where it has changed meanwhile. */
const answered = async (
  c: Page,
  { context, text, common }: Asked,
  {
    kept,
    limitMs,
    tried = [],
  }: { readonly kept: boolean; readonly limitMs: number; readonly tried?: readonly Tried[] },
): Promise<(Asked & { readonly answer: CommonAnswer }) | null> => {
  const key = kept ? `${context.conference.slug} ${text.number}` : null;
  const answer = await c.var.deps.commonTexts.answer(common, {
    key,
    limitMs,
    signal: c.req.raw.signal,
    asker: askerOf(context.conference.slug, context.reader),
  });
  const now = askedNow(c, tried);
  return now === null || !isSame(now.common, common) ? null : { ...now, answer };
};

/** Where there was too much to do, when to ask again. */
const statusOf = ({ busy }: CommonAnswer): [status: 200 | 503, headers: Record<string, string>] =>
  busy === null ? [200, {}] : [503, { 'retry-after': `${busy}` }];

commonRoutes.get('/texts/:number{[0-9]+}/common', async (c) => {
  const asked = askedNow(c);
  if (asked === null) return c.notFound();
  const limitMs = c.req.query('longer') === undefined ? BRIEFLY : LONGER;
  const now = await answered(c, asked, { kept: true, limitMs });
  if (now === null) return c.redirect(c.req.url);
  return sendPage(c, commonPage(now.context, now.text, now.common, now.answer), ...statusOf(now.answer));
});

commonRoutes.get('/texts/:number{[0-9]+}/common/sounding', (c) => {
  const asked = askedNow(c);
  if (asked === null || !mayWork(asked.context)) return c.notFound();
  return sendPage(c, soundingPage(asked.context, asked.text, asked.common, null));
});

commonRoutes.post('/texts/:number{[0-9]+}/common/sounding', async (c) => {
  const asker = askedNow(c);
  if (asker === null || !mayWork(asker.context)) return c.notFound();
  const fields = await fieldsIn(c);
  const before = askedNow(c);
  if (before === null || !mayWork(before.context)) return c.notFound();
  const busy = c.var.deps.commonTexts.busy(askerOf(before.context.conference.slug, before.context.reader));
  // Whoever finds no room costs nobody the making of a question.
  if (busy !== null) {
    const page = soundingPage(before.context, before.text, before.common, {
      fields,
      common: null,
      answer: busy,
      now: [],
    });
    return sendPage(c, page, ...statusOf(busy));
  }
  const tried = triedIn(before.text, fields);
  const held = await answered(c, before, { kept: true, limitMs: BRIEFLY });
  const asked = held === null ? null : askedNow(c, tried);
  const sounded = asked === null ? null : await answered(c, asked, { kept: false, limitMs: BRIEFLY, tried });
  if (held === null || sounded === null) return c.redirect(c.req.path);
  const { context, text, common, answer } = sounded;
  const page = soundingPage(context, text, common, { fields, common, answer, now: held.answer.points });
  return sendPage(c, page, ...statusOf(answer));
});
