import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ACT_KINDS, type ActKind } from '../src/charter/acts.ts';
import { readAct } from '../src/charter/read.ts';
import type { Json } from '../src/base/json.ts';
import { type ApiScene, createApiScene } from './kit/api.ts';

/** The description of the API says what the API does, and nothing else. */

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Json>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly examples?: readonly Json[] }>> };
}

let scene: ApiScene;
let description: Description;
before(async () => {
  scene = await createApiScene();
  description = (await (await scene.ask('/api/openapi.json')).json()) as Description;
});

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** Every `$ref` in a value. */
const references = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, item]) =>
        name === '$ref' && typeof item === 'string' ? [item] : references(item),
      );

describe('the description', () => {
  it('is OpenAPI 3.1 with what that demands', () => {
    assert.equal(description.openapi, '3.1.0');
    assert.deepEqual(Object.keys(description.info).sort(), ['description', 'license', 'title', 'version']);
    const ids = operations().map(({ operation }) => operation.operationId);
    assert.equal(new Set(ids).size, ids.length);
    for (const { path, operation } of operations()) {
      assert.ok(path.startsWith('/') && operation.summary.endsWith('.'), path);
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      assert.deepEqual(inPath.map(({ name }) => `{${name}}`).sort(), (path.match(/\{[a-z]+\}/gu) ?? []).sort());
      assert.ok(inPath.every(({ required }) => required === true));
      const statuses = Object.keys(operation.responses);
      assert.ok(statuses.every((status) => /^[2-5]\d\d$/u.test(status)) && statuses.some((status) => status < '300'));
    }
  });

  it('names every path that exists, and no other', () => {
    const described = operations().map(
      ({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/\{[a-z]+\}/gu, ':x')}`,
    );
    const served = scene.api.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:[a-z]+/gu, ':x').replace('tile/*', 'tile/:x/:x')}`);
    assert.deepEqual(described.sort(), served.sort());
  });

  it('points only at what it holds, and marks nothing as only to be read', () => {
    const pointers = references(description);
    assert.ok(pointers.length > ACT_KINDS.length);
    for (const pointer of new Set(pointers)) {
      const found = pointer
        .slice(2)
        .split('/')
        .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], description);
      assert.ok(pointer.startsWith('#/components/') && found !== undefined, pointer);
    }
    assert.ok(!JSON.stringify(description).includes('"readOnly"'));
  });

  it('has every kind of act with an example that parses, as a schema and as something to send', () => {
    const content = description.paths['/api/conferences/{slug}/acts']?.['post']?.requestBody?.content;
    assert.ok(content);
    const { examples } = content['application/json'] as unknown as {
      examples: Record<ActKind, { value: { act: Json } }>;
    };
    for (const kind of ACT_KINDS) {
      for (const example of [description.components.schemas[kind]?.examples?.[0], examples[kind].value.act]) {
        const act = readAct(example ?? null);
        assert.ok(act.ok && act.value.kind === kind, `${kind}: ${JSON.stringify(act)}`);
      }
    }
  });
});
