import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { ROOT, say } from './lib/run.mjs';

/**
 * Writes server/openapi.json from the contracts in shared/src/contracts: the types both sides compile
 * against are the description. With --check it only compares.
 */
const TARGET = join(ROOT, 'server/openapi.json');
const CONTRACTS = join(ROOT, 'shared/src/contracts/endpoints.ts');

const TAGS = { auth: 'Logging in', me: 'Oneself', invitations: 'Invitations', demo: 'Demonstration', campaign: 'The call', units: 'Recommending units', works: 'Works', computers: 'Editing computers', files: 'Files', verify: 'Verification', 'hand-overs': 'Hand-over', packages: 'Hand-over', 'front-desk': 'Hand-over', exports: 'Hand-over', overview: 'Overview', audit: 'Log' };

const schema = createGenerator({ path: CONTRACTS, tsconfig: join(ROOT, 'shared/tsconfig.json'), type: 'Endpoints', skipTypeCheck: true, expose: 'export', topRef: true, additionalProperties: false }).createSchema('Endpoints');
const definitions = schema.definitions;
const endpoints = definitions.Endpoints.properties;

/** Calls that need no log-in, as their controllers mark them. */
function publicCalls() {
  const modules = join(ROOT, 'server/src/modules');
  return new Set(readdirSync(modules, { recursive: true }).filter((file) => file.endsWith('.controller.ts')).flatMap((file) => {
    const source = readFileSync(join(modules, file), 'utf8');
    const base = /@Controller\('([^']*)'\)/u.exec(source)?.[1] ?? '';
    const routes = source.matchAll(/@(Get|Post|Put|Delete)\((?:'([^']*)')?\)((?:\s*@\w+\([^\n]*\))*)/gu);
    return [...routes].filter(([, , , marks]) => marks.includes('@Public()')).map(([, method, path = '']) => `${method.toUpperCase()} /${[base, path].filter(Boolean).join('/')}`);
  }));
}

const open = publicCalls();

const clean = (name) => decodeURIComponent(name).replace(/[^\w.-]+/gu, '_').replace(/_+$/u, '');
const rewrite = (value) => JSON.parse(JSON.stringify(value, (key, inner) => (key === '$ref' ? `#/components/schemas/${clean(inner.replace('#/definitions/', ''))}` : inner)));
const isNothing = (part) => part === undefined || part.type === 'null' || JSON.stringify(part) === '{}' || part.not !== undefined;

function resolved(part) {
  const name = part?.$ref ? decodeURIComponent(part.$ref.replace('#/definitions/', '')) : null;
  return name ? (definitions[name] ?? definitions[part.$ref.replace('#/definitions/', '')]) : part;
}

function operation(name, endpoint) {
  const [method, path] = name.split(' ');
  const { reply, body, query } = resolved(endpoint).properties;
  const tag = path.split('/')[2];
  const parameters = [...path.matchAll(/:(\w+)/gu)].map((match) => ({ name: match[1], in: 'path', required: true, schema: { type: 'string' } }));
  if (!isNothing(query)) for (const [key, value] of Object.entries(resolved(query).properties ?? {})) parameters.push({ name: key, in: 'query', required: false, schema: rewrite(value), ...(value.description ? { description: value.description } : {}) });
  return {
    path: path.replace(/:(\w+)/gu, '{$1}'),
    method: method.toLowerCase(),
    operation: {
      tags: [TAGS[tag] ?? tag],
      operationId: clean(name),
      ...(open.has(name) ? { security: [] } : {}),
      ...(endpoint.description ? { summary: endpoint.description } : {}),
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(isNothing(body) ? {} : { requestBody: { required: true, content: { 'application/json': { schema: rewrite(body) } } } }),
      responses: {
        ...(isNothing(reply) ? { 204: { description: 'Done.' } } : { 200: { description: 'The answer.', content: { 'application/json': { schema: rewrite(reply) } } } }),
        default: { description: 'Refused: every reason with its code and sentence.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
    },
  };
}

/** Two addresses that differ only in the name of a parameter are one path: the later call takes the names of the earlier. */
function addCall(paths, { path, method, operation: made }) {
  const shapeOf = (address) => address.replace(/\{\w+\}/gu, '{}');
  const known = Object.keys(paths).find((other) => shapeOf(other) === shapeOf(path)) ?? path;
  const names = [...known.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const others = (made.parameters ?? []).filter((parameter) => parameter.in !== 'path');
  if (paths[known]?.[method]) throw new Error(`${method} ${path} and ${known} are one call.`);
  paths[known] = { ...paths[known], [method]: inPath.length > 0 ? { ...made, parameters: [...inPath, ...others] } : made };
}

const paths = {};
for (const [name, endpoint] of Object.entries(endpoints)) addCall(paths, operation(name, endpoint));

const schemas = Object.fromEntries(Object.entries(definitions).filter(([name]) => !/^(?:Endpoints|EndpointName|PathParameters|Endpoint<)/u.test(decodeURIComponent(name))).map(([name, value]) => [clean(name), rewrite(value)]));
schemas.Problem = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status', 'code', 'requestId', 'reasons'],
  properties: {
    type: { type: 'string' }, title: { type: 'string', description: 'The first reason as a sentence in Chinese.' }, status: { type: 'integer' }, code: { type: 'string' }, requestId: { type: 'string' },
    reasons: { type: 'array', items: { type: 'object', required: ['code', 'message'], properties: { code: { type: 'string' }, message: { type: 'string' }, path: { type: 'string', description: 'Path of the field it belongs to.' } }, additionalProperties: true } },
  },
};

const description = 'Instants are milliseconds since 1970, days are YYYY-MM-DD in Beijing. Log in, then send `Authorization: Bearer ACCESS_TOKEN`. Films and proofs go to `/api/uploads` by tus 1.0.0.';
const api = {
  openapi: '3.1.0',
  info: { title: 'Kepu', version: '1', description },
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } }, schemas },
  security: [{ bearer: [] }],
  paths,
};

const text = `${JSON.stringify(api, null, 1)}\n`;
if (process.argv.includes('--check')) {
  const same = existsSync(TARGET) && readFileSync(TARGET, 'utf8') === text;
  say(same ? 'The API description is that of the contracts.' : 'server/openapi.json is not what the contracts say: run node tools/make-openapi.mjs');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(TARGET, text);
  say(`${Object.keys(endpoints).length} calls, ${Object.keys(schemas).length} shapes.`);
}
