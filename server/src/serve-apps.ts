import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the two web apps are built to. */
export const APPS = { phone: join(ROOT, 'miniapp/dist/h5'), console: join(ROOT, 'server/console/dist') };

const YEAR = 31_536_000;

/** Serves the phone app at `/`, the console at `/console` and the editing computer's page at `/pc`; their own routes fall back to their page. */
export function serveApps(app: NestExpressApplication): void {
  app.use('/console', assets(APPS.console), pageOf(APPS.console));
  app.use('/pc', pageOf(APPS.console, 'pc.html'));
  app.use(unlessCall(assets(APPS.phone)), pageOf(APPS.phone));
}

/** A call of the API is no file: it is not looked for on the disk. */
function unlessCall(handler: RequestHandler): RequestHandler {
  return (request, response, next) => (NOT_PAGES.test(request.path) ? next() : handler(request, response, next));
}

/** Files with a hash in their name never change; everything else is asked for again. */
function assets(folder: string) {
  return express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response: Response, path: string) => response.setHeader('Cache-Control', /[.-][\da-zA-Z_-]{8,}\.(?:js|css|woff2?|png|svg)$/u.test(path) ? `public, max-age=${YEAR}, immutable` : 'no-cache'),
  });
}

const NOT_PAGES = /^\/(?:api|media|healthz|readyz|v|d|h)(?:\/|$)/u;

function pageOf(folder: string, file = 'index.html') {
  return (request: Request, response: Response, next: NextFunction): void => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !NOT_PAGES.test(request.originalUrl) && !/\.\w+$/u.test(request.path);
    if (!isPage) return next();
    const page = join(folder, file);
    if (!existsSync(page)) return void response.status(503).type('text/plain').send('This app has not been built yet: run npm run build.\n');
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  };
}
