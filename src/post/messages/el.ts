import type { en } from './en.ts';
import { calendar } from './el/calendar.ts';
import { circulated } from './el/circulated.ts';
import { code } from './el/code.ts';
import { digest } from './el/digest.ts';
import { inbound } from './el/inbound.ts';
import { subscription } from './el/subscription.ts';

export const el: typeof en = { calendar, circulated, code, digest, inbound, subscription };
