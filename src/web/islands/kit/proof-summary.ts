import type { Proof, ProvenAct, Signatory } from '../../../charter/proof/index.ts';
import type { BundleSummary } from '../../../record/verify-bundle.ts';
import { filled, part, show } from './element.ts';

type Outside = Extract<Signatory['as'], { readonly kind: 'outside' }>;

/** What a proof that holds says: of which text, who signed what of it, and what each entry shows. Writes it into the page's parts. */
export const createSummary = (words: Readonly<Record<string, string>>, within: HTMLElement) => {
  const { lang } = document.documentElement;
  const locale = lang === 'en' ? 'en-GB' : lang;
  const dates = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const say = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
    filled(words[name], values);
  const put = (name: string, text: string): void => {
    const place = part(within, `[data-part=${name}]`);
    place.textContent = text;
    show(place, text !== '');
  };

  const signatory = (signed: Signatory, { version, entries, names }: Proof): HTMLLIElement => {
    const { organisation, as, wordOf, on, clauses, riders, provisional, confirmed, withdrawn } = signed;
    const { id, printed } = organisation;
    const [own, other] = printed;
    const item = document.createElement('li');
    const what =
      clauses === null
        ? say('whole')
        : say('inPart', { n: clauses.length, of: version.clauses.length, ids: clauses.join(', ') });
    const more = [
      riders.length > 0 ? say('withRiders', { n: riders.length }) : '',
      provisional ? say('adReferendum') : '',
      confirmed === null ? '' : say('confirmed', { at: dates.format(confirmed.at) }),
    ].filter((text) => text !== '');
    item.append(
      element('bdi', 'what', other === undefined ? (own?.name ?? '') : `${own?.name} (${other.name})`),
      element('span', 'why', `${own?.country ?? ''} · ${id}`),
      as.kind === 'outside' ? outside(as) : element('span', 'why', say('participant')),
      ...(wordOf.length === 0
        ? []
        : [
            element(
              'span',
              'why',
              say('wordOf', { ids: wordOf.map((one) => names.get(one)?.[0]?.name ?? one).join(', ') }),
            ),
          ]),
      element('span', 'why', say('signed', { what, at: dates.format(on.at), index: on.index })),
      ...more.map((text) => element('span', 'why', text)),
      withdrawn === null
        ? element('span', 'why accord', say('signedBy', { key: keyOf(entries, on.index) }))
        : element('strong', 'why', say('withdrew', { at: dates.format(withdrawn.on.at), index: withdrawn.on.index })),
    );
    return item;
  };

  /** Who invited it, and how that one says it knows who it is: what it typed stands in marks that no words can close. */
  const outside = ({ invitedBy, vouching }: Outside): HTMLElement => {
    const said = Object.entries(vouching).flatMap(([name, value]) => (name === 'kind' ? [] : value));
    const line = element(
      'span',
      'why',
      `${say('outside', { id: invitedBy.printed[0]?.name ?? invitedBy.id })} ${say(`vouching:${vouching.kind}`)} `,
    );
    line.append(element('q', '', said.join(', ')));
    return line;
  };

  /** Which kind of key made the first signature on an entry. */
  const keyOf = (entries: readonly ProvenAct[], at: number): string => {
    const [signer] = entries.find(({ placed }) => placed.index === at)?.placed.signers ?? [];
    return say(signer?.webauthn === true ? 'passkey' : signer?.key.startsWith('sk-') === true ? 'hardware' : 'ed25519');
  };

  const entry = (
    { placed: { index, time, act, signers }, part: shown }: ProvenAct,
    { names }: Proof,
  ): HTMLLIElement => {
    const item = document.createElement('li');
    const { organisation: id, delegate } = act.by;
    const name = names.get(id)?.[0]?.name;
    const [signer] = signers;
    item.append(
      element('span', 'what', words[`kind:${act.kind}`] ?? act.kind),
      element('span', 'why', say(`part:${shown}`)),
      element(
        'span',
        'why',
        say('row', {
          by: name === undefined ? `${id}/${delegate}` : `${name} (${id}/${delegate})`,
          at: dates.format(time),
          index,
        }),
      ),
      ...(signer === undefined ? [] : [element('span', 'why fingerprint', signer.fingerprint)]),
    );
    return item;
  };

  return ({ conference, checkpoint, matter, proof }: BundleSummary<Proof>): void => {
    const { adopted, subject, audience } = matter;
    part(within, 'h2 > q').textContent = proof.version.title;
    put('conference', say('conference', { name: proof.conference.name }));
    put('id', conference);
    put('subject', say(subject.kind, { number: subject.number }));
    put('adopted', adopted === null ? '' : say(adopted.how, { symbol: adopted.symbol, at: dates.format(adopted.at) }));
    part(within, '[data-part=signatories]').replaceChildren(
      ...proof.signatories.map((signed) => signatory(signed, proof)),
    );
    part(within, '[data-part=entries]').replaceChildren(...proof.entries.map((one) => entry(one, proof)));
    put('record', say(audience, { size: checkpoint.size }));
  };
};

const element = <Name extends 'bdi' | 'q' | 'span' | 'strong'>(
  name: Name,
  className: string,
  text: string,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), { className, textContent: text });
