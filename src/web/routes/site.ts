import { Hono } from 'hono';
import type { WebEnv } from '../app.ts';

export const siteRoutes = new Hono<WebEnv>();
