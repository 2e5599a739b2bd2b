import { canBlock } from '../inspection/rule-modes.js';
import { versionOfText } from '../forms/fingerprint.js';
import type { CheckId } from '../rules/rule-ids.js';
import type { CampaignConfig, HintPolicy, OverridePolicy } from './config.js';
import { formDesign2025 } from './form-design-2025.js';
import { paperTexts2025 } from './paper-texts-2025.js';
import { preset2025 } from './preset-2025.js';

/** A configuration as it was stored, perhaps before some of its keys existed. */
export type StoredConfig = Omit<CampaignConfig, Later> & Partial<Pick<CampaignConfig, 'form' | 'papers' | 'drawnSignature'>> & { hints?: Partial<HintPolicy>; overrides?: Partial<OverridePolicy> };

type Later = 'hints' | 'overrides' | 'form' | 'papers' | 'drawnSignature';

/** A configuration with what has been added since it was made at its default. */
export function withDefaults(stored: StoredConfig): CampaignConfig {
  return {
    ...stored,
    wording: { ...stored.wording, commitmentVersion: versionOfText(stored.wording.commitment) },
    hints: { ...preset2025.hints, ...stored.hints },
    overrides: { ...preset2025.overrides, ...stored.overrides },
    drawnSignature: stored.drawnSignature ?? true,
    form: stored.form ?? formDesign2025,
    papers: { ...paperTexts2025, ...stored.papers },
  };
}

/** What a stored configuration lacks is that of the preset; what a notice need not say is said to be unsaid. */
const BASE: CampaignConfig = { ...preset2025, scanBy: null, arriveBy: null, bonus: null, ruleModes: {} };

/** A stored configuration as it is carried out: complete key by key; a check that was to block before that was refused only warns. */
export function completeConfig(stored: unknown): CampaignConfig {
  const whole = filled(BASE, stored);
  const modes = Object.entries(whole.ruleModes) as [CheckId, CampaignConfig['ruleModes'][CheckId]][];
  return withDefaults({ ...whole, ruleModes: Object.fromEntries(modes.map(([check, mode]) => [check, mode === 'block' && !canBlock(check) ? 'warn' : mode])) });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The stored value with the keys it lacks, inside its objects too; lists, and what is null on purpose, are left as they are. */
function filled<T>(base: T, stored: unknown): T {
  if (stored === undefined) return base;
  if (!isObject(base) || !isObject(stored)) return stored as T; // as it was saved: what may be saved is checked at the door
  const keys = new Set([...Object.keys(base), ...Object.keys(stored)]);
  return Object.fromEntries([...keys].map((key) => [key, filled(base[key], stored[key])])) as T;
}
