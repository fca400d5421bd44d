import { Hono } from 'hono';
import type { WebEnv } from '../app.ts';

export const textRoutes = new Hono<WebEnv>();
