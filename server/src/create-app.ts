import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
import { TusEndpoint } from './modules/upload/tus-endpoint.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { Leaving } from './platform/http/leaving.js';
import { requestTrace } from './platform/http/request-trace.js';
import type { Log } from './platform/log.js';
import { nestLog } from './platform/nest-log.js';
import { serveApiPages } from './serve-api-pages.js';
import { serveApps } from './serve-apps.js';

const BODY_LIMIT = 512 * 1024;
/** A whole film in one request over a slow line; a body that stalls is ended much earlier. */
const LONGEST_REQUEST_MS = 2 * 3_600_000;
const KEEP_ALIVE_MS = 75_000;

/** Builds the server, ready to listen. */
export async function createApp(config: Config, log: Log, clock = new Clock()): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, log, clock), { logger: nestLog(log), bodyParser: false, abortOnError: false });
  app.set('trust proxy', config.KEPU_TRUST_PROXY);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  const leaving = app.get(Leaving);
  app.use(leaving.follow);
  app.use(requestTrace(log));
  app.use(helmet(headers(config)));
  app.use(app.get(TusEndpoint).handle);
  app.useBodyParser('json', { limit: BODY_LIMIT });
  serveApps(app);
  serveApiPages(app);
  app.enableShutdownHooks();
  const server = app.getHttpServer();
  leaving.attach(server);
  server.requestTimeout = LONGEST_REQUEST_MS;
  // Longer than any proxy in front keeps an idle connection: it closes first, so none is reused as it goes.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 5_000;
  return app;
}

/** What pages may load: our own files, pictures made in the page, films from here. Nothing from elsewhere. */
function headers(config: Config): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 15_552_000 } : false,
    crossOriginEmbedderPolicy: false,
  };
}
