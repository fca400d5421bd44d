import type { Messages } from '../index.ts';

export const workspace: Messages['workspace'] = {};
