import { readFileSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The API's description at /api/openapi.json and, to read and try, at /api. It is made from the contracts (tools/make-openapi.mjs). */
export function serveApiPages(app: NestExpressApplication): void {
  const description = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as OpenAPIObject;
  SwaggerModule.setup('api', app, description, { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: 'Kepu API', swaggerOptions: { docExpansion: 'none', persistAuthorization: false } });
}
