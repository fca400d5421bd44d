import { calendar } from './en/calendar.ts';
import { circulated } from './en/circulated.ts';
import { code } from './en/code.ts';
import { digest } from './en/digest.ts';
import { inbound } from './en/inbound.ts';
import { subscription } from './en/subscription.ts';

export const en = { calendar, circulated, code, digest, inbound, subscription };
