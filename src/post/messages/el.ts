import type { en } from './en.ts';
import { calendar } from './el/calendar.ts';

export const el: typeof en = { calendar };
