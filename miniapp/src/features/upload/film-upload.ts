import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { toast } from '../../ui/toast';
import { workResource } from '../work/works';
import { keepPick, type FilmPick } from './film-pick';
import { beginUpload, forgetUpload, uploadKey, uploaderOf } from './uploads';

export const filmKey = (workId: string) => uploadKey('film', workId);

/** Sends a picked film to its work; goes on with `upload` where that is the same film. */
export async function sendFilm(workId: string, pick: FilmPick, upload: OpenUploadView | null): Promise<void> {
  keepPick(workId, null);
  const { file, fingerprint } = pick;
  if (upload) toast(`已从 ${percentOf(upload.offset, upload.bytes)} 接着传，不用重来`);
  await beginUpload(filmKey(workId), { file, fingerprint, workId, purpose: 'film', uploadUrl: upload?.url ?? null, offset: upload?.offset ?? 0 }, () => showStored(workId));
}

const LOOK_AGAIN_MS = 3_000;

/**
 * What is missing and the verdicts come with the work. Until it has come the finished upload stays on the
 * screen: without it and with the old work it would look as if no film had been sent.
 */
function showStored(workId: string): void {
  const key = filmKey(workId);
  const lookAgain = () => {
    if (uploaderOf(key)?.phase.kind === 'done') showStored(workId);
  };
  void workResource(workId).load().then(() => forgetUpload(key), () => setTimeout(lookAgain, LOOK_AGAIN_MS));
}

/** `62%`, never 100 before the last byte has arrived. */
export function percentOf(bytes: number, total: number): string {
  return `${Math.floor((bytes / total) * 100)}%`;
}
