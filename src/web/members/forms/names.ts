import type { Delegate, Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';

/** A delegate as members call them: by name where one was given and is not erased, and by number. */
export const delegateName = (context: Context, organisation: Organisation, number: number): Html => {
  const { t, reader, attached } = context;
  const delegate: Delegate | undefined = reader.organisation(organisation.id)?.delegates[number - 1];
  const name = delegate?.name === null || delegate === undefined ? undefined : attached.get(delegate.name);
  return name === undefined
    ? html`${t.common.delegate(number)}`
    : html`<bdi>${name}</bdi> (${t.common.delegate(number)})`;
};
