import type { Messages } from '../index.ts';
import { files } from './post/files.ts';

export const post: Messages['post'] = { files };
