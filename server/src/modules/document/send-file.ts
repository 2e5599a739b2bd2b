import type { Response } from 'express';

export type SentFormat = 'pdf' | 'docx' | 'xlsx' | 'html';

const TYPES: Record<SentFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
};

/** Answers with a paper: one that browsers show opens in them, the rest is saved under its name. */
export function sendFile(response: Response, bytes: Buffer, name: string, format: SentFormat, isPublic = false): void {
  const opens = format === 'pdf' || format === 'html' ? 'inline' : 'attachment';
  response.setHeader('Content-Type', TYPES[format]);
  response.setHeader('Content-Disposition', `${opens}; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`);
  if (!isPublic) response.setHeader('Cache-Control', 'private, no-store');
  if (format === 'html') response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  response.end(bytes);
}

/** A format asked for in an address; PDF where nothing known is said. */
export function formatIn(query: Record<string, unknown>): SentFormat {
  const asked = query.format;
  return asked === 'docx' || asked === 'xlsx' || asked === 'html' ? asked : 'pdf';
}
