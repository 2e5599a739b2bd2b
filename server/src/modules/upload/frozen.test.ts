import { writeFileSync } from 'node:fs';
import type { WorkView } from '@kepu/shared/contracts/work';
import type { WorkStatus } from '@kepu/shared/domain/work-status';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import { proofPicture, TusClient } from '../../testing/upload.js';
import { setUploadStage } from '../../testing/upload-stage.js';
import { Work } from '../work/work.entity.js';
import { StoredFile } from './file.entity.js';

const MB = 1024 * 1024;
const bytes = (length: number) => Buffer.alloc(length, 7);

describe.each(databases)('a work that has been handed in, on $name,', (kind) => {
  const stage = setUploadStage(kind);
  const { newWork, film, landing } = stage;
  const hand = (workId: string, status: WorkStatus) => stage.given.db.transaction(() => stage.given.db.write(Work).update({ id: workId }, { status, unitId: stage.given.units[0]!.id }));
  const filmOf = async (workId: string) => (await stage.given.db.read(Work).findOneByOrFail({ id: workId })).filmFileId;

  it.each(['submitted', 'recommended'] as const)('when %s takes no film, no proof, and gives none away', async (status) => {
    const workId = await newWork();
    const [kept, proof] = [await stage.tus.whole({ workId, purpose: 'film', filename: '成片.mp4' }, bytes(MB)), await stage.tus.whole({ workId, purpose: 'licence-proof', filename: '授权书.png' }, proofPicture())];
    const computer = new TusClient(stage.test.base, await stage.given.computer(stage.creator, workId));
    await hand(workId, status);
    for (const sender of [stage.tus, computer]) {
      expect(refusal(await sender.create({ workId, purpose: 'film', filename: '新片.mp4', bytes: MB }))).toBe('409 FILM_FROZEN');
      expect(refusal(await sender.create({ workId, purpose: 'licence-proof', filename: '新授权.png', bytes: 100 }))).toBe('409 FILM_FROZEN');
    }
    expect(refusal(await stage.creator.delete(`/api/works/${workId}/film`))).toBe('409 FILM_FROZEN');
    expect(refusal(await stage.creator.delete(`/api/files/${proof}`))).toBe('409 FILM_FROZEN');
    expect(await filmOf(workId)).toBe(kept);
    expect((await stage.creator.get<WorkView>(`/api/works/${workId}`)).body.files[proof]).toBeDefined();
  });

  it('stops an upload that began before, says why, and keeps what arrived for the case that it is sent back', async () => {
    const offer = await film(2 * MB);
    const kept = await stage.tus.whole({ workId: offer.workId, purpose: 'film', filename: '成片.mp4' }, bytes(MB));
    const { url } = await stage.tus.create(offer);
    await stage.tus.patch(url, 0, bytes(MB));
    await hand(offer.workId, 'recommended');
    const refused = await stage.tus.patch(url, MB, bytes(MB));
    expect(refusal(refused)).toBe('409 FILM_FROZEN');
    expect(JSON.stringify(refused.body)).toContain('须由推荐单位先撤回推荐');
    expect(await filmOf(offer.workId)).toBe(kept);
    await hand(offer.workId, 'returned');
    expect((await stage.tus.patch(url, MB, bytes(MB))).status).toBe(204);
    expect(await filmOf(offer.workId)).toBe(url.split('/').at(-1));
  });

  it('does not take a film whose last byte came before and whose recording came after', async () => {
    const { url, workId } = await film(MB).then(async (offer) => ({ ...(await stage.tus.create(offer)), workId: offer.workId }));
    writeFileSync(landing(url), bytes(MB)); // every byte is there; the process died before it made them a file
    await hand(workId, 'recommended');
    expect((await stage.tus.head(url)).status).toBe(409);
    expect(await filmOf(workId)).toBeNull();
    expect(await stage.given.db.read(StoredFile).countBy({ workId })).toBe(0);
  });

  it('shows a unit only the films that were handed in to it', async () => {
    const workId = await newWork();
    const id = await stage.tus.whole({ workId, purpose: 'film', filename: '成片.mp4' }, bytes(MB));
    await hand(workId, 'returned');
    const recommender = await stage.given.person('recommender', stage.given.units[0]!.id);
    expect((await recommender.post(`/api/files/${id}/link`)).status).toBe(404);
    expect((await stage.creator.post(`/api/files/${id}/link`)).status).toBe(200);
  });
});
