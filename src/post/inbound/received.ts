/**
 * The address of the machine from which our own mail server has a mail, as it says in the `Received` field that it puts on top (RFC 5321 section 4.4):
 * `from NAME (HOST [ADDRESS]) by …`. The machine chooses its NAME freely, brackets included, so an address counts only where it is the one in the field;
 * `null` otherwise.
 */
export const bringerIn = (received: string): { readonly address: string; readonly name: string } | null => {
  const [, name = '', rest = ''] = /^from (\S+)(.*)$/su.exec(received) ?? [];
  const [first, second] = rest.matchAll(LITERAL);
  const address = first?.groups?.['address'];
  if (first === undefined || second !== undefined || address === undefined || LITERAL_IN_NAME.test(name)) return null;
  return first.groups?.['claimed'] === undefined ? { address, name } : null;
};

/** Exim tells inside the brackets what the machine called itself. */
const LITERAL = /(?<claimed>(?:helo|ehlo)=\s*)?\[(?:IPv6:)?(?<address>[^\]\s]*)\]/giu;
/** The name may be an address literal itself, and nothing more. */
const LITERAL_IN_NAME = /[()]|.\[/u;
