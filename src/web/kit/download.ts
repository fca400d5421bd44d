/** Files to keep, made anew for whoever asks. */

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const MARKDOWN = 'text/markdown; charset=utf-8';

/** @param name of what every system takes */
export const download = (name: string, type: string): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
});
