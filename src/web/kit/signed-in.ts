import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './env.ts';
import { signInFirst } from './sign-in-page.ts';
import { sendPage } from './send-page.ts';

/** Lets those in who are signed in, before anything of what they send is read; others are asked to sign in first. */
export const signedIn: MiddlewareHandler<WebEnv> = async (c, next) => {
  const context = c.var.context();
  return context.me === null ? sendPage(c, signInFirst(context), 401) : next();
};
