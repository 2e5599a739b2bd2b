import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { ScanDeskReply, ScanPageView } from '@kepu/shared/contracts/scan';
import { MOST_SCAN_PAGES, pageReasons, type PageFacts } from '@kepu/shared/rules/scan';
import { filePicker } from '../../platform/picked-file';
import { cached } from '../../state/cached';
import type { Resource } from '../../state/resource';
import { api } from '../session/api';
import { sendPaper } from '../upload/proofs';
import { uploadKey } from '../upload/uploads';

/** Photographed sheets and the PDF of them, of one recommended work. */
export function scanResource(workId: string): Resource<ScanDeskReply> {
  return cached(`scan:${workId}`, () => api.call('GET /api/works/:workId/scan', { params: { workId } }));
}

/** Names of the photographs of a work that are on their way begin like this. */
export const photosKey = (workId: string) => uploadKey('scan-photo', workId, '');

let serial = 0;

/** Lets the person pick photographs and sends each; the first refusal is said after all others have begun. */
export async function addPhotos(workId: string, config: CampaignConfig, isOnDesk: number): Promise<void> {
  const files = await filePicker.pickPhotos(MOST_SCAN_PAGES - isOnDesk);
  const failures: unknown[] = [];
  for (const file of files) {
    serial += 1;
    const at = { workId, purpose: 'scan-photo' as const, place: String(serial) };
    await sendPaper(at, file, config, () => void scanResource(workId).load().catch(() => undefined)).catch((failure: unknown) => failures.push(failure));
  }
  if (failures.length > 0) throw failures[0];
}

/** Takes the desk an answer brought. */
async function take(workId: string, answer: Promise<ScanDeskReply>): Promise<void> {
  scanResource(workId).take(await answer);
}

const page = (workId: string, pageId: string) => ({ params: { workId, pageId } });

export const adjustPage = (workId: string, pageId: string, body: { corners?: number[] | null; turn?: number | null }) =>
  take(workId, api.call('PUT /api/works/:workId/scan/pages/:pageId', { ...page(workId, pageId), body }));
export const removePage = (workId: string, pageId: string) => take(workId, api.call('DELETE /api/works/:workId/scan/pages/:pageId', page(workId, pageId)));
export const confirmPage = (workId: string, pageId: string, code: string | null) =>
  take(workId, api.call('PUT /api/works/:workId/scan/pages/:pageId/confirmation', { ...page(workId, pageId), body: { code } }));
export const orderPages = (workId: string, pageIds: string[]) => take(workId, api.call('PUT /api/works/:workId/scan/order', { params: { workId }, body: { pageIds } }));
export const makeBundle = (workId: string) => take(workId, api.call('POST /api/works/:workId/scan/bundle', { params: { workId } }));
export const dropBundle = (workId: string) => take(workId, api.call('DELETE /api/works/:workId/scan/bundle', { params: { workId } }));
export const confirmBundle = (workId: string, code: string | null) => take(workId, api.call('PUT /api/works/:workId/scan/bundle/confirmation', { params: { workId }, body: { code } }));
export const handInBundle = (workId: string) => take(workId, api.call('PUT /api/works/:workId/scan', { params: { workId } }));

/** Whether the server is still at something that lies on the desk. */
export function isUnderWay({ pages, bundle }: ScanDeskReply): boolean {
  return [...pages, ...(bundle ? [bundle] : [])].some(({ state }) => state === 'waiting' || state === 'working');
}

/** What the rules ask about a photographed sheet. */
export function factsOf({ state, paper, marks, confirmed }: ScanPageView): PageFacts {
  return { state, paper, marks, isConfirmed: confirmed !== null };
}

/** Whether somebody may still vouch for this sheet: unread or poor, but not another's or an older one. */
export function needsConfirmation(view: ScanPageView, version: number): boolean {
  const codes = pageReasons(factsOf(view), 1, version).map(({ code }) => code);
  return codes.length > 0 && codes.every((code) => code === 'SCAN_PAGE_UNREAD' || code === 'SCAN_PAGE_FOREIGN' || code === 'SCAN_PAGE_POOR');
}
