import { acts } from './en/acts.ts';
import { archive } from './en/archive.ts';
import { common } from './en/common.ts';
import { countries } from './en/countries.ts';
import { means } from './en/means.ts';
import { meetings } from './en/meetings.ts';
import { post } from './en/post.ts';
import { group } from './en/group.ts';
import { purpose } from './en/purpose.ts';
import { publications } from './en/publications.ts';
import { refusals } from './en/refusals.ts';
import { site } from './en/site.ts';
import { summary } from './en/summary.ts';
import { sitting } from './en/sitting.ts';
import { texts } from './en/texts.ts';
import { toPass } from './en/to-pass.ts';
import { workspace } from './en/workspace.ts';

/** English, and the shape that every language fills: `common` words, then one part for each group of pages. */
export const en = {
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
