import { Injectable } from '@nestjs/common';
import type { FileLinkReply, FileView, MediaLinkReply } from '@kepu/shared/contracts/work';
import type { Request, Response } from 'express';
import send from 'send';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { sendProblem } from '../../platform/http/problem.filter.js';
import { found } from '../../platform/refusal.js';
import { Storage } from '../../platform/storage.js';
import { isCopy, pictureKey, Pictures, readPart } from '../inspection/pictures/film-pictures.js';
import type { StoredFile } from '../upload/file.entity.js';
import { Files, toFileView } from '../upload/files.js';
import { Works } from '../work/works.js';
import { MediaLinks } from './media-links.js';
import { readScanPart, scanPartKey } from './scan-parts.js';

const READ_STEP = 256 * 1024;

/** Stored files to look at: links, and the bytes behind them with ranges. */
@Injectable()
export class MediaDesk {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly files: Files,
    private readonly links: MediaLinks,
    private readonly storage: Storage,
    private readonly pictures: Pictures,
  ) {}

  async read(fileId: string): Promise<FileView> {
    return toFileView(await this.files.get(fileId));
  }

  remove(fileId: string): Promise<void> {
    return this.files.remove(fileId);
  }

  async link(actor: Actor, fileId: string): Promise<FileLinkReply> {
    const link = this.links.make(actor, { kind: 'file', id: fileId });
    const drawn = await this.pictures.find(fileId);
    return { ...link, pictures: drawn && this.links.pictures(actor, fileId, drawn, link.expiresAt) };
  }

  /** An address that saves the film as it was sent; that somebody asked for it is in the log. */
  async download(actor: Actor, fileId: string): Promise<MediaLinkReply> {
    const file = await this.files.getFilm(fileId);
    const work = await this.works.get(file.workId);
    await this.db.transaction(() => this.audit.record(actor, { action: 'work.download', role: roleOn(actor, work), campaignId: work.campaignId, workId: work.id, unitId: work.unitId, params: { sha256: file.sha256 } }));
    return this.links.make(actor, { kind: 'original', id: fileId });
  }

  /** The bytes, whole or in part (RFC 9110 ranges). The ETag is the content's hash, so a resumed part can only belong to the same film. */
  async stream(fileId: string, query: Record<string, unknown>, request: Request, response: Response): Promise<void> {
    await this.links.admit({ kind: 'file', id: fileId }, query);
    this.sendWhole(await this.files.get(fileId), 'inline', request, response);
  }

  /** The film as it was sent, for saving; a download that broke off goes on where it was. */
  async streamOriginal(fileId: string, query: Record<string, unknown>, request: Request, response: Response): Promise<void> {
    await this.links.admit({ kind: 'original', id: fileId }, query);
    this.sendWhole(await this.files.getFilm(fileId), 'attachment', request, response);
  }

  /** One of the pictures of a film, or a copy of it: drawn once, so that a viewer may keep it while the address lives. */
  async streamPart(fileId: string, name: string, query: Record<string, unknown>, request: Request, response: Response): Promise<void> {
    await this.links.admit({ kind: 'file', id: fileId }, query);
    const file = await this.files.get(fileId);
    const part = partOf(file, name);
    response.setHeader('ETag', `"${file.sha256}-${name}"`);
    response.setHeader('Content-Type', part.type);
    response.setHeader('Cache-Control', 'private, max-age=1200, no-transform');
    this.send(part.key, request, response);
  }

  private sendWhole(file: StoredFile, disposition: 'inline' | 'attachment', request: Request, response: Response): void {
    response.setHeader('ETag', `"${file.sha256}"`);
    response.setHeader('Content-Type', file.mime);
    response.setHeader('Cache-Control', 'private, max-age=0, must-revalidate, no-transform');
    response.setHeader('Content-Disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    this.send(file.key, request, response);
  }

  private send(key: string, request: Request, response: Response): void {
    const options = { etag: false, lastModified: false, cacheControl: false, acceptRanges: true, highWaterMark: READ_STEP };
    const stream = send(request, this.storage.pathOf(key), options);
    stream.on('error', (error: { status?: number }) => sendProblem(response, [error.status === 416 ? { code: 'RANGE_NOT_SATISFIABLE' } : { code: 'NOT_FOUND' }], request));
    stream.pipe(response);
  }
}

/** Where something made from a file is kept, by the end of its address. */
function partOf(file: StoredFile, name: string): { key: string; type: string } {
  if (file.purpose === 'scan-photo') return { key: scanPartKey(file.key, found(readScanPart(name))), type: 'image/jpeg' };
  const part = found(readPart(name));
  return { key: pictureKey(file.key, part), type: isCopy(part) ? 'video/mp4' : 'image/jpeg' };
}
