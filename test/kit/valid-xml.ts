import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { readFileSync } from 'node:fs';

/** XML looked over by libxml2, the library of xmllint, which knows nothing of what wrote it. */

xmlRegisterFsInputProviders();

/** @param name of a schema below `test/schemas` */
export const schemaNamed = (name: string): ((xml: Uint8Array) => void) => {
  const path = fileURLToPath(new URL(`../schemas/${name}`, import.meta.url));
  using schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  const validator = XsdValidator.fromDoc(schema);
  /** @throws where it is not valid */
  return (xml) => {
    using document = XmlDocument.fromBuffer(xml);
    validator.validate(document);
  };
};
