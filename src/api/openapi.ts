import { z } from 'zod';
import { ACT_KINDS, type ActKind, isOfHost, ruleOf } from '../charter/acts.ts';
import { EXAMPLE } from '../charter/law/example-words.ts';
import { type ApiConfig, type Answer, type Route, parametersOf } from './route.ts';
import { ACT_SCHEMAS, anyActSchema, draftSchema, envelopeSchema } from './shapes/acts.ts';

/** The description of the API (OpenAPI 3.1), made of the routes and of the schemas that acts are checked with. */

type Fields = Readonly<Record<string, unknown>>;

/** Schemas that the description names: each kind of act under its own name. */
const named = z.registry<{ readonly id: string }>();
for (const [kind, schema] of Object.entries(ACT_SCHEMAS)) named.add(schema, { id: kind });
named.add(anyActSchema, { id: 'Act' });

const OPTIONS = {
  io: 'input',
  unrepresentable: 'any',
  target: 'draft-2020-12',
  uri: (id: string) => `#/components/schemas/${id}`,
  // In OpenAPI this word says who may send a field, not that it is never changed.
  override: ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    delete jsonSchema.readOnly;
  },
} as const;

const withoutMarks = (schema: Fields): Fields =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== '$id'));

const namedSchemas = (): Readonly<Record<string, Fields>> => {
  const { schemas } = z.toJSONSchema(named, OPTIONS);
  const entries = Object.entries(schemas).map(([id, schema]) => [id, withoutMarks(schema)] as const);
  return Object.fromEntries(entries);
};

/** The whole act around the example of its kind. */
const exampleAct = (kind: ActKind) => ({
  v: 1,
  kind,
  conference: kind === 'conference.found' ? '' : 'AAECAwQFBgcICQoLDA0ODw',
  by: isOfHost(kind) ? { organisation: '', delegate: 0 } : { organisation: 'diktyo-potamon', delegate: 1 },
  made: EXAMPLE.day,
  nonce: 'EBESExQVFhcYGRobHB0eHw',
  body: ruleOf({ kind }).example,
});

/** The schema as it stands in the description; what has a name is pointed at. */
const schemaOf = (schema: z.ZodType): Fields => {
  if (schema === anyActSchema) return { $ref: '#/components/schemas/Act' };
  const json: Fields = withoutMarks(z.toJSONSchema(schema, { ...OPTIONS, metadata: named }));
  if (schema !== envelopeSchema && !('act' in ((json['properties'] as Fields | undefined) ?? {}))) return json;
  const { $defs: _, ...rest } = json;
  return { ...rest, properties: { ...(json['properties'] as Fields), act: { $ref: '#/components/schemas/Act' } } };
};

const PATH_PARAMETERS: Readonly<Record<string, Fields>> = {
  slug: { schema: { type: 'string' }, description: 'The conference’s name in addresses.' },
  id: { schema: { type: 'string' }, description: 'The organisation’s short name.' },
  number: { schema: { type: 'integer', minimum: 1 } },
  revision: { schema: { type: 'integer', minimum: 1 } },
  index: { schema: { type: 'integer', minimum: 0 } },
  hash: { schema: { type: 'string' }, description: 'Base64url of SHA-256 over salt and content.' },
  level: { schema: { type: 'string' }, description: '0 to 63, or `entries`.' },
};

const TILE_INDEX: Fields = {
  schema: { type: 'string' },
  description: 'As tlog-tiles writes it: `x001/234`, with `.p/5` behind it for a partial tile.',
};

const parametersOfRoute = ({ path, query, headers, pattern }: Route): readonly Fields[] => [
  ...parametersOf(path).map((name) => ({
    name,
    in: 'path',
    required: true,
    ...(pattern !== undefined && name === 'index' ? TILE_INDEX : PATH_PARAMETERS[name]),
  })),
  ...Object.entries(query ?? {}).map(([name, { says, schema }]) => ({
    name,
    in: 'query',
    description: says,
    schema: schemaOf(schema),
  })),
  ...Object.entries(headers ?? {}).map(([name, { says }]) => ({
    name,
    in: 'header',
    description: says,
    schema: { type: 'string' },
  })),
];

/** For every kind of act an example of what is sent. */
const examplesOf = (schema: z.ZodType): Fields => {
  if (schema === envelopeSchema) {
    return {
      examples: Object.fromEntries(
        ACT_KINDS.map((kind) => [kind, { value: { act: exampleAct(kind), signatures: ['U1NIU0lHAAAAAQ=='] } }]),
      ),
    };
  }
  if (schema !== draftSchema) return {};
  const { kind, by, body } = exampleAct('positions.take');
  return { example: { kind, by, body } };
};

const bodyOfRoute = ({ takes }: Route): Fields =>
  takes === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: Object.fromEntries(
            Object.entries(takes).map(([type, schema]) => [type, { schema: schemaOf(schema), ...examplesOf(schema) }]),
          ),
        },
      };

const answerOf = ({ says, type = 'application/json', schema, headers }: Answer): Fields => ({
  description: says,
  ...(headers !== undefined && {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
    ),
  }),
  ...(type !== null && {
    content: { [type]: schema === undefined ? {} : { schema: schemaOf(schema) } },
  }),
});

const PROBLEM = { $ref: '#/components/responses/Problem' };

const operationOf = (route: Route): Fields => ({
  operationId: route.id,
  summary: route.summary,
  tags: [route.tag],
  parameters: parametersOfRoute(route),
  ...bodyOfRoute(route),
  responses: {
    ...Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, answerOf(answer)])),
    ...Object.fromEntries([...route.problems, 429, 500, 503].map((status) => [status, PROBLEM])),
  },
});

const PROBLEM_SCHEMA: Fields = {
  type: 'object',
  description: 'RFC 9457. Besides these fields it carries what the refusal says of itself.',
  properties: {
    type: { type: 'string', description: '`urn:isonomia:problem:` and the kind.' },
    title: { type: 'string', description: 'One English sentence for a person.' },
    status: { type: 'integer' },
    kind: { type: 'string', description: 'A stable code for a program.' },
    article: { type: 'string', description: 'The article of the charter that an act is refused under.' },
    field: { type: 'string', description: 'The field at fault; of an act a JSON pointer (RFC 6901).' },
  },
  required: ['type', 'title', 'status', 'kind'],
};

const MAPPING = Object.fromEntries(ACT_KINDS.map((kind) => [kind, `#/components/schemas/${kind}`]));

const withExample = (schemas: Readonly<Record<string, Fields>>): Fields => ({
  ...schemas,
  ...Object.fromEntries(ACT_KINDS.map((kind) => [kind, { ...schemas[kind], examples: [exampleAct(kind)] }])),
  Act: { ...schemas['Act'], discriminator: { propertyName: 'kind', mapping: MAPPING } },
  Problem: PROBLEM_SCHEMA,
});

export const openapi = (routes: readonly Route[], { origin, version }: ApiConfig): Fields => {
  const paths: Record<string, Record<string, Fields>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Isonomia',
      version,
      description:
        'Conferences of equal organisations. Whatever an organisation wants enters as a signed act; everything else is read. ' +
        'Times are milliseconds since 1970-01-01T00:00:00Z. A body says how long it is (`Content-Length`); one that does not is answered with 411.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    security: [{}, { session: [] }],
    paths,
    components: {
      schemas: withExample(namedSchemas()),
      responses: {
        Problem: {
          description: 'What went wrong, and under which article.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token that signing in gives.' },
      },
    },
  };
};
