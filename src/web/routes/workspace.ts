import { Hono } from 'hono';
import type { WebEnv } from '../app.ts';

export const workspaceRoutes = new Hono<WebEnv>();
