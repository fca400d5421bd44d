import { circulation } from './post/circulation.ts';
import { erasure } from './post/erasure.ts';
import { files } from './post/files.ts';
import { forms } from './post/forms.ts';
import { host } from './post/host.ts';
import { kept } from './post/kept.ts';
import { letters } from './post/letters.ts';
import { reminder } from './post/reminder.ts';
import { settings } from './post/settings.ts';
import { tray } from './post/tray.ts';

/** Letters, what was communicated, and how it arrived. */
export const post = { circulation, erasure, files, forms, host, kept, letters, reminder, settings, tray };
