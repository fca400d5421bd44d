import type { Messages } from '../index.ts';
import { head } from './meetings/head.ts';

export const meetings: Messages['meetings'] = { head };
