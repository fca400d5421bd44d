import type { Messages } from '../index.ts';

export const texts: Messages['texts'] = {};
