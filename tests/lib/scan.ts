import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from './api.js';
import { eventually, sendFile } from './tus.js';

/** Prints a recommended work's form and sends it back as its scan, ready to be handed in: what it was found to be. */
export async function layScan(unit: Api, base: string, workId: string) {
  const { body: link } = await unit.call('POST /api/works/:workId/form-link', { workId });
  const pdf = Buffer.from(await (await fetch(base + link.url)).arrayBuffer());
  if (pdf.subarray(0, 5).toString() !== '%PDF-') throw new Error('the form is no PDF');
  const folder = mkdtempSync(join(tmpdir(), 'kepu-scan-'));
  writeFileSync(join(folder, 'scan.pdf'), pdf);
  await sendFile(unit, { workId, purpose: 'scan', name: '盖章扫描件.pdf', path: join(folder, 'scan.pdf') });
  rmSync(folder, { recursive: true });
  const bundle = await eventually(async () => (await unit.call('GET /api/works/:workId/scan', { workId })).body.bundle, (found) => found?.state === 'done' || found?.state === 'failed');
  // Where this machine cannot draw PDF pages nobody has read their codes: a person vouches for them.
  if (!bundle?.readsCodes) await unit.call('PUT /api/works/:workId/scan/bundle/confirmation', { workId }, { code: null });
  return bundle;
}
