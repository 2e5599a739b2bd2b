import { readFileSync } from 'node:fs';
import type { FilePurpose } from '@kepu/shared/contracts/work';
import type { Client, Reply } from './client.js';

export interface Offer {
  workId: string;
  purpose: FilePurpose;
  filename: string;
  bytes: number;
  fingerprint?: string;
  place?: string;
}

const TUS = { 'Tus-Resumable': '1.0.0' };

function metadata(entries: Record<string, string>): string {
  return Object.entries(entries).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
}

/** tus 1.0.0 spoken by hand, so that tests can also speak it wrongly. */
export class TusClient {
  constructor(
    private readonly base: string,
    private readonly person: Client,
  ) {}

  async create({ workId, purpose, filename, bytes, fingerprint = '', place = '' }: Offer): Promise<Reply<unknown> & { url: string }> {
    const reply = await this.send('POST', '/api/uploads', { 'Upload-Length': String(bytes), 'Upload-Metadata': metadata({ workId, purpose, filename, filetype: 'application/octet-stream', fingerprint, place }) });
    return { ...reply, url: reply.headers.get('location') ?? '' };
  }

  patch(url: string, offset: number, content: Buffer, method = 'PATCH'): Promise<Reply<unknown>> {
    const override: Record<string, string> = method === 'PATCH' ? {} : { 'X-HTTP-Method-Override': 'PATCH' };
    return this.send(method, url, { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream', ...override }, content);
  }

  head(url: string): Promise<Reply<unknown>> {
    return this.send('HEAD', url, {});
  }

  delete(url: string): Promise<Reply<unknown>> {
    return this.send('DELETE', url, {});
  }

  /** Registers and sends a whole file; answers with its id. */
  async whole(offer: Omit<Offer, 'bytes'>, content: Buffer): Promise<string> {
    const { url, status } = await this.create({ ...offer, bytes: content.length });
    if (status !== 201) throw new Error(`not registered: ${status}`);
    const reply = await this.patch(url, 0, content);
    if (reply.status !== 204) throw new Error(`not taken: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.headers.get('kepu-file-id') ?? '';
  }

  private async send(method: string, path: string, headers: Record<string, string>, content?: Buffer): Promise<Reply<unknown>> {
    const response = await fetch(this.base + path, { method, headers: { ...TUS, ...this.person.headers, ...headers }, ...(content ? { body: new Uint8Array(content) } : {}) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
  }
}

/** A real film of 132 seconds, 1920 × 1080, with sound: small, so a call under test must not ask for 100 兆. */
export function smallFilm(): Buffer {
  return readFileSync(new URL('../../assets/demo/film.mp4', import.meta.url));
}

export function proofPicture(): Buffer {
  return readFileSync(new URL('../../assets/demo/proof.png', import.meta.url));
}

export function signaturePicture(): string {
  return `data:image/png;base64,${readFileSync(new URL('../../assets/demo/signature.png', import.meta.url)).toString('base64')}`;
}
