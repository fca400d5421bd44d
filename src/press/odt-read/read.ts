import { unreadable } from '../fault.ts';
import type { Manuscript } from '../paragraph.ts';
import type { Archive } from '../unzip.ts';
import { type Element, child, descendants, readXml } from '../xml.ts';
import { odtManuscript } from './manuscript.ts';
import { NAMESPACES } from './namespaces.ts';
import { stylesIn } from './styles.ts';

const TYPE = /^application\/vnd\.oasis\.opendocument\.text(?:-template)?$/u;

/** @throws Unreadable */
export const readOdt = async (archive: Archive, type: string): Promise<Manuscript> => {
  if (!TYPE.test(type)) unreadable({ kind: 'unknown-format' });
  if (archive.names.some((name) => /^(?:Basic|Scripts)\/./u.test(name))) unreadable({ kind: 'macros' });
  const root = async (name: string): Promise<Element | null> => {
    const bytes = await archive.part(name);
    return bytes === null ? null : readXml(bytes, NAMESPACES);
  };
  const manifest = await root('META-INF/manifest.xml');
  if (manifest !== null && descendants(manifest, 'manifest:encryption-data').length > 0)
    unreadable({ kind: 'old-or-encrypted' });
  const content = (await root('content.xml')) ?? unreadable('damaged');
  const styles = await root('styles.xml');
  const text = child(child(content, 'office:body'), 'office:text') ?? unreadable('damaged');
  return odtManuscript(text, stylesIn(styles === null ? [content] : [styles, content]));
};
