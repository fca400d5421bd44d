import type { Bytes } from '../../base/bytes.ts';

/**
 * Typst behind its one port: the only file that knows the library. It is asked in a process of its own (`Work.beside`), and loaded when it is first asked.
 */

/** What is set: values for the template, which alone is read as markup. */
export type Setting = Readonly<Record<string, string>>;

export interface Typesetter {
  /**
   * A tagged PDF (PDF/UA-1). The same values give the same bytes.
   * @throws {Error} where Typst refuses it: a fault of ours
   */
  readonly pdf: (values: Setting) => Bytes;
}

export const createTypesetter = async (template: string, fonts: readonly Buffer[]): Promise<Typesetter> => {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  // Given fonts it looks for none of the system's; and where it thinks it stands there is nothing to read.
  const compiler = NodeCompiler.create({ workspace: '/nonexistent', fontArgs: [{ fontBlobs: [...fonts] }] });
  return {
    pdf: (values) => {
      // Without a document in between, which would be kept until somebody collects garbage.
      const pdf = compiler.pdf({ mainFileContent: template, inputs: values }, { pdfStandard: 'ua-1' });
      // What Typst remembers of a document is of no use for the next, and is memory.
      compiler.evictCache(0);
      return new Uint8Array(pdf);
    },
  };
};
