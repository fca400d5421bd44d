import { calendar } from './en/calendar.ts';

export const en = { calendar };
