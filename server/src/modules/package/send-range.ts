import type { Request, Response } from 'express';
import { sendProblem } from '../../platform/http/problem.filter.js';
import type { SegmentPlan } from './image/segments.js';
import { Buffers, piecesOf, writePieces } from './steady-stream.js';

/** What an archive is called and known by. */
export interface Sent {
  plan: SegmentPlan;
  name: string;
  mime: string;
  /** Without quotes; the same for the same bytes only. */
  etag: string;
}

type Range = { from: number; to: number } | 'whole' | 'none';

/**
 * One range of bytes as RFC 9110 has it. Several ranges, another unit and what cannot be read are answered with
 * the whole, as it allows; a range that begins after the end is `none`.
 */
export function readRange(header: string | undefined, size: number): Range {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  if (first === '') return Number(last) === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size - 1 };
  if (last !== '' && Number(last) < Number(first)) return 'whole';
  if (Number(first) >= size) return 'none';
  return { from: Number(first), to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/** Sends an archive or a part of it, so that a download that broke off goes on where it was. Constant memory, however long it is. */
export async function sendArchive({ plan, name, mime, etag }: Sent, request: Request, response: Response, pathOf: (key: string) => string): Promise<void> {
  const tag = `"${etag}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Cache-Control', 'private, no-cache, no-transform');
  if (names(request.headers['if-none-match'], tag)) return void response.status(304).end();
  // A part of another file is of no use: then the whole is sent. A date does not identify bytes.
  const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === tag;
  const range = isSame ? readRange(request.headers.range, plan.size) : 'whole';
  if (range === 'none') {
    response.setHeader('Content-Range', `bytes */${plan.size}`);
    return sendProblem(response, [{ code: 'RANGE_NOT_SATISFIABLE' }], request);
  }
  const { from, to } = range === 'whole' ? { from: 0, to: plan.size - 1 } : range;
  if (range !== 'whole') response.status(206).setHeader('Content-Range', `bytes ${from}-${to}/${plan.size}`);
  response.setHeader('Content-Type', mime);
  response.setHeader('Content-Length', String(to - from + 1));
  response.setHeader('Content-Disposition', `attachment; filename="package${name.slice(name.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(name)}`);
  if (request.method === 'HEAD') return void response.end();
  const buffers = new Buffers();
  // What cannot be read breaks the download off; whoever goes away in the middle comes back with a range: nothing failed.
  await writePieces(plan.read(from, to, (key, part) => piecesOf(pathOf(key), part, buffers)), response).catch(() => response.destroy());
}

function names(header: string | undefined, tag: string): boolean {
  return header !== undefined && (header.trim() === '*' || header.split(',').some((entry) => entry.trim().replace(/^W\//u, '') === tag));
}
