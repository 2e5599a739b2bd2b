import { FORM_FIELDS, type FormField, type WorkForm } from '@kepu/shared/forms/work-form';
import { readyForm } from '@kepu/shared/testing/examples';
import type { Api } from './api.js';

/** A draft of the logged-in creator, filled in but for its records and materials, for the league of Hinggan. */
export async function newDraft(creator: Api, change: Partial<WorkForm> = {}): Promise<{ id: string; unitId: string }> {
  const { body: campaign } = await creator.call('GET /api/campaign', {});
  const unitId = campaign.units.find((unit) => unit.code === 'XA')?.id ?? '';
  const form = { ...readyForm(), unitId, title: '冰是怎样长大的', allOriginal: true, materials: [], broadcasts: [], ...change };
  const { id } = (await creator.call('POST /api/works', {}, {})).body;
  const changes = FORM_FIELDS.map((field: FormField) => ({ field, value: form[field], baseRevision: 0 }));
  await creator.call('PUT /api/works/:workId/form', { workId: id }, { changes });
  return { id, unitId };
}
