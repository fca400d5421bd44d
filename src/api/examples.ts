import { type ActKind, isOfHost, ruleOf } from '../charter/acts.ts';
import { EXAMPLE } from '../charter/law/example-words.ts';

/** The whole act around the example of its kind. */
export const exampleAct = (kind: ActKind) => ({
  v: 1,
  kind,
  conference: kind === 'conference.found' ? '' : 'AAECAwQFBgcICQoLDA0ODw',
  by: isOfHost(kind) ? { organisation: '', delegate: 0 } : { organisation: 'diktyo-potamon', delegate: 1 },
  made: EXAMPLE.day,
  nonce: 'EBESExQVFhcYGRobHB0eHw',
  body: ruleOf({ kind }).example,
});
