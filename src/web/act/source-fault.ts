import type { MarkdownFault } from '../../text/markdown.ts';
import type { SiteContext } from '../kit/context.ts';
import { countText } from '../kit/words.ts';

/** Why what was typed, or a file of plain text, cannot be read as clauses. */
export type SourceFault = MarkdownFault | { readonly kind: 'act-too-long'; readonly line: 1 };

/** In a sentence, which names the clause by its place: neither a page nor a file numbers its lines. */
export const faultText = (context: SiteContext, fault: SourceFault): string =>
  context.t.texts.form.markdown[fault.kind](
    'number' in fault ? fault.number : 0,
    'most' in fault ? countText(context, fault.most) : '',
    'id' in fault ? fault.id : '',
  );
