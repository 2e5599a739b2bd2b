import { canBlock } from '../inspection/rule-modes.js';
import { versionOfText } from '../forms/fingerprint.js';
import type { CheckId } from '../rules/rule-ids.js';
import type { CampaignConfig, HintPolicy, OverridePolicy } from './config.js';
import { formDesign2025 } from './form-design-2025.js';
import { paperTexts2025 } from './paper-texts-2025.js';

/** What a call has that was opened before there was anything to set. */
export const DEFAULT_HINTS: HintPolicy = {
  barsShare: 0.02, titleLikeness: 0.6, subtitleShare: 0.6, quietLufs: -32, loudLufs: -8, blackMs: 5_000, frozenMs: 10_000, silentMs: 10_000, likenessShare: 0.5,
};

export const DEFAULT_OVERRIDES: OverridePolicy = { unit: 'hints' };

/** A configuration as it was stored, perhaps before some of its keys existed. */
export type StoredConfig = Omit<CampaignConfig, Later> & Partial<Pick<CampaignConfig, 'form' | 'papers' | 'drawnSignature'>> & { hints?: Partial<HintPolicy>; overrides?: Partial<OverridePolicy> };

type Later = 'hints' | 'overrides' | 'form' | 'papers' | 'drawnSignature';

/** A configuration with what has been added since it was made at its default. */
export function withDefaults(stored: StoredConfig): CampaignConfig {
  return {
    ...stored,
    wording: { ...stored.wording, commitmentVersion: versionOfText(stored.wording.commitment) },
    hints: { ...DEFAULT_HINTS, ...stored.hints },
    overrides: { ...DEFAULT_OVERRIDES, ...stored.overrides },
    drawnSignature: stored.drawnSignature ?? true,
    form: stored.form ?? formDesign2025,
    papers: { ...paperTexts2025, ...stored.papers },
  };
}

/** Completes a stored configuration; a check that only infers and was stored as blocking is read as a warning. */
export function completeConfig(stored: StoredConfig): CampaignConfig {
  const modes = Object.entries(stored.ruleModes) as [CheckId, CampaignConfig['ruleModes'][CheckId]][];
  return withDefaults({ ...stored, ruleModes: Object.fromEntries(modes.map(([check, mode]) => [check, mode === 'block' && !canBlock(check) ? 'warn' : mode])) });
}
