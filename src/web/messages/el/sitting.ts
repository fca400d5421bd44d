import type { Messages } from '../index.ts';
import { form } from './sitting/forms.ts';
import { room } from './sitting/room.ts';

export const sitting: Messages['sitting'] = { form, room };
