import { Hono } from 'hono';
import type { WebEnv } from '../app.ts';

export const publicRoutes = new Hono<WebEnv>();
