import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { canonical } from '@kepu/shared/forms/canonical';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import { readyForm } from '@kepu/shared/testing/examples';
import type { Rows } from './rows.js';

export interface WorkRowOptions {
  campaignId: string;
  unitId: string;
  /** Year whose works the call asks for. */
  year: number;
  status: 'draft' | 'submitted' | 'recommended';
  count: number;
  /** One owner for all, or one for each. */
  owners: string[];
  /** Ids of duties to sign off for each. */
  duties?: string[];
}

/** Where the picture of every signature made here is expected. */
export const SIGNATURE_KEY = 'xx/signature.png';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A complete, faultless form of this year, by an author nobody else has. */
export function completeForm(unitId: string, year: number, proofId: string): WorkForm {
  const form = readyForm();
  const serial = randomBytes(5).toString('hex');
  return {
    ...form, unitId, producedDay: `${year}-08-01`, allOriginal: true, materials: [], authorMobile: `18${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`,
    creators: [{ id: 'c', name: `作者${serial}`, organisation: '某单位', post: '编导' }], producingUnits: [{ id: 'u', name: `单位${serial}`, creditCode: '' }],
    broadcasts: form.broadcasts.map((record) => ({ ...record, day: `${year}-08-16`, proofIds: [proofId] })),
  };
}

/** Works as rows: complete, with an inspected film and a signature, as if hundreds of people had made them. */
export async function insertWorks(rows: Rows, { campaignId, unitId, year, status, count, owners, duties = [] }: WorkRowOptions): Promise<string[]> {
  const now = Date.now();
  const made = Array.from({ length: count }, (_, index) => {
    const [id, filmId, proofId, signatureId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    return { id, filmId, proofId, signatureId, owner: owners[index % owners.length] ?? '', form: completeForm(unitId, year, proofId), at: now - (count - index) * 1_000 };
  });
  const handedIn = status !== 'draft';
  await rows.insert('stored_file', made.flatMap(({ id, filmId, proofId, owner, at }) => [
    { id: filmId, workId: id, ownerId: owner, purpose: 'film', name: '成片.mp4', mime: 'video/mp4', bytes: 150_000_000, sha256: sha256(filmId), key: `xx/${filmId}`, registeredAt: at, uploadedAt: at },
    { id: proofId, workId: id, ownerId: owner, purpose: 'broadcast-proof', name: '截图.png', mime: 'image/png', bytes: 50_000, sha256: sha256(proofId), key: `xx/${proofId}`, registeredAt: at, uploadedAt: at },
  ]));
  await rows.insert('inspection', made.map(({ id, filmId, at }) => ({ id: randomUUID(), fileId: filmId, workId: id, state: 'done', facts: JSON.stringify({ bytes: 150_000_000, container: null, durationMs: 150_000, video: null }), findings: '[]', configVersion: 1, queuedAt: at, startedAt: at, finishedAt: at })));
  await rows.insert('signature', made.map(({ id, signatureId, owner, form, at }) => ({ id: signatureId, workId: id, accountId: owner, device: 'bench', strokes: '{}', imageKey: SIGNATURE_KEY, imageSha256: sha256(id), formSha256: sha256(canonical(form)), commitmentVersion: 'bench', signedAt: at })));
  if (handedIn) {
    await rows.insert('work_version', made.map(({ id, filmId, signatureId, owner, form, at }) => ({
      id: randomUUID(), workId: id, number: 1, unitId, form: JSON.stringify(form), configVersion: 1, filmFileId: filmId, filmSha256: sha256(filmId), findings: '[]', signatureId, sha256: sha256(id), verifyCode: randomBytes(6).toString('hex').toUpperCase(), submittedAt: at, submittedBy: owner, submittedByName: '某人',
    })));
    await rows.insert('sign_off', made.flatMap(({ id, owner, at }) => duties.map((dutyId) => ({ id: randomUUID(), workId: id, versionNumber: 1, dutyId, opinion: '无问题', accountId: owner, accountName: '某人', at }))).concat([]));
  }
  await rows.insert('work', made.map(({ id, filmId, signatureId, owner, form, at }, index) => ({
    id, campaignId, ownerId: owner, unitId: handedIn ? unitId : null, status, draft: JSON.stringify(form), trail: '{}', revision: 1, draftChangedAt: at, filmFileId: filmId, signatureId, versionNumber: handedIn ? 1 : 0,
    receipt: handedIn ? `B-${randomBytes(5).toString('hex')}` : null, submittedAt: handedIn ? at : null, createdAt: at, updatedAt: at, title: `${form.title} ${index}`, firstAuthor: form.creators[0]?.name ?? '', organisation: form.producingUnits[0]?.name ?? '',
    listedAreaCode: null, filmState: 'inspected', durationMs: 150_000, failing: 0, looking: 0, toMend: 0,
  })));
  return made.map(({ id }) => id);
}
