import { calendar } from './en/calendar.ts';
import { circulated } from './en/circulated.ts';
import { digest } from './en/digest.ts';
import { inbound } from './en/inbound.ts';

export const en = { calendar, circulated, digest, inbound };
