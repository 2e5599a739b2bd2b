import { Injectable } from '@nestjs/common';
import type { FileView, MediaLinkReply } from '@kepu/shared/contracts/work';
import type { Request, Response } from 'express';
import send from 'send';
import type { Actor } from '../../platform/access/actor.js';
import { sendProblem } from '../../platform/http/problem.filter.js';
import { Storage } from '../../platform/storage.js';
import { Files, toFileView } from '../upload/files.js';
import { MediaLinks } from './media-links.js';

const READ_STEP = 256 * 1024;

/** Stored files to look at: links, and the bytes behind them with ranges. */
@Injectable()
export class MediaDesk {
  constructor(
    private readonly files: Files,
    private readonly links: MediaLinks,
    private readonly storage: Storage,
  ) {}

  async read(fileId: string): Promise<FileView> {
    return toFileView(await this.files.get(fileId));
  }

  remove(fileId: string): Promise<void> {
    return this.files.remove(fileId);
  }

  link(actor: Actor, fileId: string): MediaLinkReply {
    return this.links.make(actor, { kind: 'file', id: fileId });
  }

  /** The bytes, whole or in part (RFC 9110 ranges). The ETag is the content's hash, so a resumed part can only belong to the same film. */
  async stream(fileId: string, query: Record<string, unknown>, request: Request, response: Response): Promise<void> {
    await this.links.admit({ kind: 'file', id: fileId }, query);
    const file = await this.files.get(fileId);
    response.setHeader('ETag', `"${file.sha256}"`);
    response.setHeader('Content-Type', file.mime);
    response.setHeader('Cache-Control', 'private, max-age=0, must-revalidate, no-transform');
    response.setHeader('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    const options = { etag: false, lastModified: false, cacheControl: false, acceptRanges: true, highWaterMark: READ_STEP };
    const stream = send(request, this.storage.pathOf(file.key), options);
    stream.on('error', (error: { status?: number }) => sendProblem(response, [error.status === 416 ? { code: 'RANGE_NOT_SATISFIABLE' } : { code: 'NOT_FOUND' }], request));
    stream.pipe(response);
  }
}
