import type { Messages } from '../messages.ts';
import * as feed from './site/feed.ts';
import * as founding from './site/founding.ts';
import * as front from './site/front.ts';
import * as guide from './site/guide.ts';
import * as keys from './site/keys.ts';
import * as offline from './site/offline.ts';
import * as organisation from './site/organisation.ts';
import * as participation from './site/participation.ts';
import * as search from './site/search.ts';
import * as tables from './site/tables.ts';
import * as verify from './site/verify.ts';

export const site: Messages['site'] = {
  ...feed,
  ...founding,
  ...front,
  ...guide,
  ...keys,
  ...offline,
  ...organisation,
  ...participation,
  ...search,
  ...tables,
  ...verify,
};
