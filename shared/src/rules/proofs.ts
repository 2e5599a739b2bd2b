import type { CampaignConfig } from '../campaign/config.js';
import type { Reason } from '../errors.js';
import { materialKind, type QuotedMaterial, type WorkForm } from '../forms/work-form.js';
import { ruleMode } from '../inspection/rule-modes.js';

type Proven = Pick<WorkForm, 'broadcasts' | 'materials'>;

/** Whether a record of showing needs a proof in this call (O2). */
export const asksBroadcastProof = (config: CampaignConfig): boolean => config.broadcast.proofRequired && ruleMode(config, 'O2') === 'block';

/** Whether a quoted material needs a licence as a file in this call (O4). */
export function asksLicenceProof({ kindId }: Pick<QuotedMaterial, 'kindId'>, config: CampaignConfig): boolean {
  return materialKind(config, kindId)?.proofRequired === true && ruleMode(config, 'O4') === 'block';
}

/** Whether the call wants to be told what is quoted, or that nothing is: only then has an empty ledger to be confirmed. */
export function asksLedger(config: CampaignConfig): boolean {
  return ruleMode(config, 'O4') === 'block' || (config.nonOriginalShare !== null && ruleMode(config, 'O3') === 'block');
}

/**
 * Proofs a form still owes, each at its place: the one answer for whoever submits and for whoever hands over. A rule
 * that is switched off, or only warns, owes nothing. `isThere` tells whether a named file is really stored.
 */
export function proofsMissing(form: Proven, config: CampaignConfig, isThere: (fileId: string) => boolean = () => true): Reason[] {
  const owes = ({ proofIds }: { proofIds: readonly string[] }) => proofIds.length === 0 || !proofIds.every(isThere);
  const broadcasts = form.broadcasts.flatMap((record, index): Reason[] => (asksBroadcastProof(config) && owes(record) ? [{ code: 'NO_BROADCAST_PROOF', path: `broadcasts.${index}.proofIds` }] : []));
  const materials = form.materials.flatMap((material, index): Reason[] => (asksLicenceProof(material, config) && owes(material) ? [{ code: 'NO_LICENCE_PROOF', path: `materials.${index}.proofIds` }] : []));
  const isNeverShown = config.broadcast.required && ruleMode(config, 'O2') === 'block' && form.broadcasts.length === 0;
  return [...(isNeverShown ? [{ code: 'NO_BROADCAST', path: 'broadcasts' } as const] : []), ...broadcasts, ...materials];
}
