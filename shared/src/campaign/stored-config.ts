import type { CampaignConfig } from './config.js';
import { formDesign2025 } from './form-design-2025.js';
import { paperTexts2025 } from './paper-texts-2025.js';

/** What a configuration stored before these parts existed does not name. */
type Later = 'form' | 'papers';

export type StoredConfig = Omit<CampaignConfig, Later> & Partial<Pick<CampaignConfig, Later>>;

/** A configuration as it was stored, with what was fixed in those days in the places that were not yet data. */
export function completeConfig(stored: StoredConfig): CampaignConfig {
  return { ...stored, form: stored.form ?? formDesign2025, papers: { ...paperTexts2025, ...stored.papers } };
}
