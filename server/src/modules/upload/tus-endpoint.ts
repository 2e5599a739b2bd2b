import { Inject, Injectable } from '@nestjs/common';
import type { FilePurpose } from '@kepu/shared/contracts/work';
import type { Reason } from '@kepu/shared/errors';
import { isOfScan } from '@kepu/shared/upload/policy';
import { MemoryLocker, Server, type ServerOptions } from '@tus/server';
import type { NextFunction, Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { AccessGuard } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/actor.js';
import { problemOf, reasonsOf, sendProblem } from '../../platform/http/problem.filter.js';
import { newId } from '../../platform/ids.js';
import { LOG, type Log } from '../../platform/log.js';
import { Refusal } from '../../platform/refusal.js';
import { Finishing } from './finishing.js';
import { GrowingHash } from './growing-hash.js';
import { Landing } from './landing.js';
import { toTusRequest, writeFromNodeStream } from './tus-body.js';
import { TusStore } from './tus-store.js';
import { Uploads } from './uploads.js';

export const UPLOADS_PATH = '/api/uploads';
/** How long a request that stands in the way of a newer one may take to put down what it has. */
const DRAIN_MS = 400;
const PURPOSES: readonly FilePurpose[] = ['film', 'broadcast-proof', 'licence-proof', 'scan', 'scan-photo'];

interface Thrown {
  status_code?: number;
  body?: string;
}

/** tus 1.0.0 at /api/uploads. Requests do not pass a controller, so each asks the guard itself. */
@Injectable()
export class TusEndpoint {
  private readonly server: Server;
  private readonly actors = new WeakMap<object, Actor>();
  private readonly store: TusStore;

  constructor(
    private readonly uploads: Uploads,
    private readonly finishing: Finishing,
    private readonly guard: AccessGuard,
    landing: Landing,
    hashes: GrowingHash,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.store = new TusStore(uploads, landing, hashes);
    this.server = new Server({ path: UPLOADS_PATH, datastore: this.store, locker: new MemoryLocker(), relativeLocation: true, lockDrainTimeout: DRAIN_MS, allowedOrigins: [], namingFunction: () => newId(), ...this.hooks() });
    writeFromNodeStream(this.server, this.store);
  }

  readonly handle = async (request: ExpressRequest, response: ExpressResponse, next: NextFunction): Promise<void> => {
    const path = request.originalUrl.split('?')[0] ?? '';
    if (path !== UPLOADS_PATH && !path.startsWith(`${UPLOADS_PATH}/`)) return next();
    try {
      const tusRequest = toTusRequest(request, path);
      if (tusRequest.method !== 'OPTIONS') this.actors.set(tusRequest, await this.admit(request, path));
      await answer(response, await this.server.handleWeb(tusRequest), request);
    } catch (error) {
      sendProblem(response, reasonsOf(error, this.log), request);
    }
  };

  /** Who is asking, and whether the upload named in the path is theirs. */
  private async admit(request: ExpressRequest, path: string): Promise<Actor> {
    const actor = await this.guard.authenticate(request, 'pieces');
    const id = path.slice(UPLOADS_PATH.length + 1);
    if (id === '') return actor;
    const upload = await this.uploads.get(id);
    await this.guard.authorise(actor, actionFor(upload.purpose), { uploadId: id, workId: upload.workId });
    if (request.method !== 'PATCH' && request.method !== 'POST') return actor;
    await this.uploads.refuseFrozen(upload);
    await this.uploads.continueOn(actor.device, upload);
    return actor;
  }

  private hooks(): Pick<ServerOptions, 'onUploadCreate' | 'onUploadFinish' | 'onResponseError' | 'onIncomingRequest'> {
    return {
      onUploadCreate: async (request, upload) => {
        const actor = this.actorOf(request);
        const { workId = '', purpose = '', filename = '', filetype = '', fingerprint = '', place = '' } = upload.metadata ?? {};
        const known = PURPOSES.find((candidate) => candidate === purpose);
        if (!known || !workId || upload.size === undefined) throw new Refusal({ code: 'INVALID_INPUT', path: 'Upload-Metadata' });
        await this.guard.authorise(actor, actionFor(known), { workId });
        const row = await this.uploads.register(actor, { workId, purpose: known, name: cleanName(filename), mime: (filetype ?? '').slice(0, 100), bytes: upload.size, fingerprint: fingerprint?.slice(0, 100) || null, place: place?.slice(0, 40) || null });
        upload.id = row.id;
        upload.creation_date = new Date(row.registeredAt).toISOString();
        return {};
      },
      onIncomingRequest: async (request, id) => {
        if (request.method !== 'HEAD') return;
        const upload = await this.store.getUpload(id);
        // The last byte had arrived when the server died: finish now, before the client hears "complete".
        if (upload.offset === upload.size) await this.finish(request, id);
      },
      onUploadFinish: async (request, { id }) => {
        const file = await this.finish(request, id);
        return { headers: { 'Kepu-File-Id': file.id, 'Kepu-Sha256': file.sha256 } };
      },
      onResponseError: (_request, error) => this.explain(error),
    };
  }

  private async finish(request: object, id: string) {
    return this.finishing.finish(this.actorOf(request), await this.uploads.get(id));
  }

  private actorOf(request: object): Actor {
    const actor = this.actors.get(request);
    if (!actor) throw new Refusal({ code: 'NOT_LOGGED_IN' });
    return actor;
  }

  /** The library's errors in our words; the protocol's status stays. */
  private explain(error: Error | Thrown): { status_code: number; body: string } {
    const stated = error instanceof Refusal ? null : ((error as Thrown).status_code ?? null);
    const reasons: [Reason, ...Reason[]] = stated === null ? reasonsOf(error, this.log) : [BY_STATUS[stated] ?? { code: 'INVALID_INPUT' }];
    const problem = problemOf(reasons);
    const status = stated ?? problem.status;
    return { status_code: status, body: JSON.stringify({ ...problem, status }) };
  }
}

const BY_STATUS: Record<number, Reason> = {
  404: { code: 'NOT_FOUND' },
  409: { code: 'UPLOAD_OFFSET' },
  410: { code: 'UPLOAD_EXPIRED' },
  423: { code: 'UPLOAD_BUSY' },
  500: { code: 'UNEXPECTED' },
};

const actionFor = (purpose: FilePurpose) => (isOfScan(purpose) ? 'work.upload-scan' : 'work.upload');

/** The file's own name without any path, control characters or undue length. */
function cleanName(name: string | null): string {
  const base = (name ?? '').split(/[/\\]/u).at(-1) ?? '';
  return base.replace(/\p{Cc}/gu, '').trim().slice(-120) || '未命名';
}

/** Sends the library's web Response through Node. A body that is not read to its end closes the connection. */
async function answer(response: ExpressResponse, reply: Response, request: ExpressRequest): Promise<void> {
  response.status(reply.status);
  for (const [name, value] of reply.headers) response.setHeader(name, value);
  const body = await reply.text();
  if (reply.status >= 400 && body.startsWith('{')) response.type('application/problem+json');
  if (!request.readableEnded && !request.complete) response.setHeader('Connection', 'close');
  if (body === '') response.removeHeader('Content-Length');
  response.end(body);
  if (!request.complete) request.resume();
}
