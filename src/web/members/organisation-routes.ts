import { Hono } from 'hono';
import { readAct } from '../../charter/read.ts';
import { publicKeyOnLine } from '../../record/public-key.ts';
import type { WebEnv } from '../kit/env.ts';
import { fieldsIn } from '../act/form-data.ts';
import { keyEnrolPage } from './forms/key-enrol.ts';
import { enrolSshPage } from './pages/enrol-ssh.ts';
import { organisationPage } from './pages/organisation.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { newAct } from '../act/new-act.ts';
import { sendPage } from '../kit/send-page.ts';
import { signedIn } from '../kit/signed-in.ts';
import type { FormProblem } from '../kit/problem.ts';

/** One's own organisation and its keys. */
export const organisationRoutes = new Hono<WebEnv>();

organisationRoutes.get('/organisation', (c) => {
  const context = c.var.context();
  return context.me === null
    ? sendPage(c, signInFirst(context), 401)
    : sendPage(c, organisationPage(context, context.me));
});

/** Adding an SSH key, which takes two signatures: by a key that is known already, and by the new one. */
organisationRoutes.post('/organisation/key', signedIn, async (c) => {
  const fields = await fieldsIn(c);
  const context = c.var.context();
  const { me } = context;
  if (me === null) return sendPage(c, signInFirst(context), 401);
  const again = (problem: FormProblem): Response | Promise<Response> => {
    const page = keyEnrolPage(context, fields, problem);
    return page === null ? c.notFound() : sendPage(c, page, 422);
  };
  const key = publicKeyOnLine(fields.text('publicKey'));
  if (!key.ok) return again({ kind: 'field', field: 'publicKey', why: key.error.kind });
  const body = { delegate: fields.integer('delegate'), key: key.value, use: 'ssh', name: null };
  const by = { organisation: me.organisation.id, delegate: me.delegate.number };
  const json = newAct(context, 'key.enrol', by, body);
  const act = readAct(json);
  if (!act.ok) return again(act.error);
  const refusal = context.conference.preview(act.value, context.reader.viewer);
  return refusal === null
    ? sendPage(c, enrolSshPage(context, me, json, key.value))
    : again({ kind: 'refused', refusal });
});
