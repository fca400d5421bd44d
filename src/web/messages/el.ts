import type { Messages } from './messages.ts';
import { acts } from './el/acts.ts';
import { archive } from './el/archive.ts';
import { common } from './el/common.ts';
import { countries } from './el/countries.ts';
import { means } from './el/means.ts';
import { meetings } from './el/meetings.ts';
import { post } from './el/post.ts';
import { group } from './el/group.ts';
import { purpose } from './el/purpose.ts';
import { publications } from './el/publications.ts';
import { refusals } from './el/refusals.ts';
import { site } from './el/site.ts';
import { summary } from './el/summary.ts';
import { sitting } from './el/sitting.ts';
import { texts } from './el/texts.ts';
import { toPass } from './el/to-pass.ts';
import { workspace } from './el/workspace.ts';

/** Greek. */
export const el: Messages = {
  common,
  acts,
  archive,
  countries,
  group,
  means,
  meetings,
  post,
  purpose,
  publications,
  refusals,
  site,
  sitting,
  summary,
  texts,
  toPass,
  workspace,
};
