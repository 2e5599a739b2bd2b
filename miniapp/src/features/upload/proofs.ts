import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { FilePurpose, MediaLinkReply } from '@kepu/shared/contracts/work';
import type { Problem, Reason } from '@kepu/shared/errors';
import { sentenceOf } from '@kepu/shared/errors';
import { uploadReasons } from '@kepu/shared/upload/policy';
import { openDocument } from '../../platform/document';
import { filePicker, type PickedFile, type PickSource } from '../../platform/picked-file';
import { api } from '../session/api';
import { Refused } from '../session/refused';
import { workResource } from '../work/works';
import { fingerprintOf } from '@kepu/shared/upload/fingerprint';
import { beginUpload, forgetUpload, uploadKey } from './uploads';

export interface PaperPlace {
  workId: string;
  purpose: Exclude<FilePurpose, 'film'>;
  /** Entry of the form the file belongs to; empty where there is only one place. */
  place: string;
}

export const paperKey = ({ workId, purpose, place }: PaperPlace) => uploadKey(purpose, workId, place);

/** Picks a PDF or photo and sends it. */
export async function addPaper(at: PaperPlace, source: PickSource, config: CampaignConfig, onAdded: (fileId: string) => void): Promise<void> {
  const file = await filePicker.pick('document', source);
  if (file) await sendPaper(at, file, config, onAdded);
}

/** Sends a picked file; what the server would refuse is refused before a byte goes. */
export async function sendPaper(at: PaperPlace, file: PickedFile, config: CampaignConfig, onAdded: (fileId: string) => void): Promise<void> {
  const reasons = uploadReasons({ purpose: at.purpose, name: file.name, bytes: file.bytes }, config);
  if (reasons.length > 0) throw refusalOf(reasons);
  const key = paperKey(at);
  await beginUpload(key, { file, workId: at.workId, purpose: at.purpose, fingerprint: await fingerprintOf(file), uploadUrl: null, offset: 0 }, (fileId) => {
    onAdded(fileId);
    // The file's name comes with the work; without an answer it is shown at the next look.
    void workResource(at.workId).load().catch(() => undefined);
    forgetUpload(key);
  });
}

/** Takes a proof off the draft on the server's side; its entry has already let go of it. */
export async function discardPaper(fileId: string): Promise<void> {
  await api.call('DELETE /api/files/:fileId', { params: { fileId } });
}

export async function viewFile(fileId: string, mime: string): Promise<void> {
  const link = (): Promise<MediaLinkReply> => api.call('POST /api/files/:fileId/link', { params: { fileId } });
  await openDocument(async () => (await link()).url, mime === 'application/pdf' ? 'pdf' : 'picture');
}

/** The reasons of a shared rule in the form a refusal of the server has. */
function refusalOf(reasons: readonly Reason[]): Refused {
  const [first] = reasons;
  const problem: Problem = { type: '', title: '', status: 422, code: first?.code ?? 'INVALID_INPUT', requestId: '', reasons: reasons.map((reason) => ({ ...reason, message: sentenceOf(reason) })) };
  return new Refused(422, problem);
}
