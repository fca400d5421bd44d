import assert from 'node:assert/strict';
import type { SampleScene } from './sample.ts';

/** Filling in the forms of acts as a browser without script does, and reading what comes back. */

export type Typed = Readonly<Record<string, string | number | readonly string[]>>;

const pairs = (typed: Typed): readonly (readonly [string, string])[] =>
  Object.entries(typed).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly string[]) : [value]).map((one) => [name, String(one)] as const),
  );

export const createForms = (scene: SampleScene) => {
  const post = async (organisation: string, kind: string, body: FormData | URLSearchParams, status: number) => {
    const response = await scene.ask(`/sample/do/${kind}`, {
      method: 'POST',
      headers: await scene.headers(organisation),
      body,
    });
    const html = await response.text();
    assert.equal(response.status, status, wordsIn(html).slice(0, 600));
    return html;
  };
  return {
    /** Asks for a form. */
    ask: async (organisation: string, path: string): Promise<Response> =>
      scene.ask(`/sample/do/${path}`, { headers: await scene.headers(organisation) }),
    /** The page of a text, or one of its tabs, as an organisation reads it. */
    textPage:
      (text: number) =>
      async (organisation: string, tab: string): Promise<string> => {
        const response = await scene.ask(`/sample/texts/${text}${tab}`, { headers: await scene.headers(organisation) });
        assert.equal(response.status, 200, tab);
        return response.text();
      },
    /** Sends a form, and expects this status. */
    send: (organisation: string, kind: string, typed: Typed, status = 200): Promise<string> =>
      post(organisation, kind, new URLSearchParams(pairs({ sent: 'yes', ...typed }).map(([a, b]) => [a, b])), status),
    /** Sends a form with a file. */
    upload: (organisation: string, kind: string, typed: Typed, file: File): Promise<string> => {
      const form = new FormData();
      for (const [name, value] of pairs({ sent: 'yes', ...typed })) form.append(name, value);
      form.set('file', file);
      return post(organisation, kind, form, 200);
    },
  };
};

export const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What stands in a text field of several lines. */
export const areaIn = (html: string, name: string): string =>
  unescaped(new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`, 'u').exec(html)?.[1] ?? 'no such field');

/** The act that the page before signing carries. */
export const actIn = (html: string) => {
  const json = /<input type="hidden" name="act" value="([^"]*)"/u.exec(html)?.[1];
  assert.ok(json !== undefined, 'no act');
  return JSON.parse(unescaped(json)) as { readonly body: Record<string, unknown> };
};

/** What a reader sees, without the marks. */
export const wordsIn = (html: string): string => unescaped(html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' '));
