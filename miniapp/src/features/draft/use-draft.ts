import { useCallback, useEffect } from 'react';
import type { CampaignReply, UnitOption } from '@kepu/shared/contracts/campaign';
import type { WorkView } from '@kepu/shared/contracts/work';
import type { FormField, WorkForm } from '@kepu/shared/forms/work-form';
import { useResource } from '../../state/use-resource';
import { useStore } from '../../state/store';
import { toast } from '../../ui/toast';
import { unitOf, useCampaign } from '../campaign/campaign';
import { workResource } from '../work/works';
import type { DraftState, DraftSync } from './draft-sync';
import { draftOf } from './drafts';
import { labelOf } from '../work/field-labels';

/** A work with its draft, ready to be shown and edited. */
export interface OpenDraft {
  work: WorkView;
  campaign: CampaignReply;
  /** The unit chosen on the form. */
  unit: UnitOption | null;
  sync: DraftSync;
  state: DraftState;
  edit: <F extends FormField>(field: F, value: WorkForm[F]) => void;
  reload: () => void;
}

export interface DraftLoading {
  draft: OpenDraft | null;
  failure: unknown;
  /** Time of the copy that is shown because nothing newer could be fetched. */
  staleAt: number | null;
  reload: () => void;
}

const IDLE = { get: () => null, subscribe: () => () => undefined };

/** Opens the draft of a work; what somebody changes elsewhere comes in while nobody types there. */
export function useDraft(workId: string): DraftLoading {
  const known = useResource(workResource(workId));
  const { value: campaign, failure: campaignFailure } = useCampaign(known.value?.campaignId);
  const sync = known.value ? draftOf(known.value) : null;
  const state = useStore<DraftState | null>(sync?.store ?? IDLE);
  useEffect(() => {
    if (!sync || !known.value) return;
    const changed = sync.take(known.value);
    if (changed.length > 0) toast(`“${changed.map(labelOf).join('”“')}”刚在别处更新了`, { icon: 'users' });
  }, [sync, known.value]);
  const edit = useCallback(<F extends FormField>(field: F, value: WorkForm[F]) => sync?.edit(field, value), [sync]);
  const draft = known.value && campaign && sync && state
    ? { work: known.value, campaign, unit: unitOf(campaign, state.form.unitId), sync, state, edit, reload: known.reload }
    : null;
  return { draft, failure: known.failure ?? campaignFailure, staleAt: known.failure === null ? null : known.at, reload: known.reload };
}
