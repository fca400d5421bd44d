import { Hono } from 'hono';
import type { WebEnv } from '../app.ts';

export const signInRoutes = new Hono<WebEnv>();
