import type { ScanDeskReply } from '@kepu/shared/contracts/scan';
import type { MediaLinkReply } from '@kepu/shared/contracts/work';
import { JobWorker } from '../platform/jobs/job-worker.js';
import type { Person } from './given.js';
import type { TestApp } from './start-test-app.js';
import { TusClient } from './upload.js';

/** The form of a work as the unit prints it. */
export async function printedForm({ base }: TestApp, workId: string, person: Person): Promise<Buffer> {
  const { body } = await person.post<MediaLinkReply>(`/api/works/${workId}/form-link`);
  return Buffer.from(await (await fetch(base + body.url)).arrayBuffer());
}

/** Sends the printed form back as its own scan and hands it in. `more` stands behind the PDF's end, where no reader looks, and makes it another file. */
export async function putScan(test: TestApp, workId: string, person: Person, more = ''): Promise<void> {
  const pdf = await printedForm(test, workId, person);
  await new TusClient(test.base, person).whole({ workId, purpose: 'scan', filename: '扫描件.pdf' }, Buffer.concat([pdf, Buffer.from(more === '' ? '' : `\n%${more}\n`)]));
  await test.app.get(JobWorker).drain(['paper']);
  const { body } = await person.get<ScanDeskReply>(`/api/works/${workId}/scan`);
  // Where this machine cannot draw PDF pages nobody has read their codes: a person vouches for them.
  if (!body.bundle?.readsCodes) await person.put(`/api/works/${workId}/scan/bundle/confirmation`, { code: null });
  const { status } = await person.put(`/api/works/${workId}/scan`);
  if (status !== 200) throw new Error(`the scan was not taken: ${status}`);
}
