import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { toast } from '../../ui/toast';
import { workResource } from '../work/works';
import { keepPick, type FilmPick } from './film-pick';
import { beginUpload, forgetUpload, uploadKey } from './uploads';

export const filmKey = (workId: string) => uploadKey('film', workId);

/** Sends a picked film to its work; goes on with `upload` where that is the same film. */
export async function sendFilm(workId: string, pick: FilmPick, upload: OpenUploadView | null): Promise<void> {
  keepPick(workId, null);
  const { file, fingerprint } = pick;
  if (upload) toast(`已从 ${percentOf(upload.offset, upload.bytes)} 接着传，不用重来`);
  await beginUpload(filmKey(workId), { file, fingerprint, workId, purpose: 'film', uploadUrl: upload?.url ?? null, offset: upload?.offset ?? 0 }, () => {
    // The list of what is missing and the verdicts come with the work; without an answer now, they come at the next look.
    void workResource(workId).load().then(() => forgetUpload(filmKey(workId)), () => forgetUpload(filmKey(workId)));
  });
}

/** `62%`, never 100 before the last byte has arrived. */
export function percentOf(bytes: number, total: number): string {
  return `${Math.floor((bytes / total) * 100)}%`;
}
