/** Every rule of the notice this product carries out, by its number in the rule catalogue (docs/rules.md). */
export const RULE_IDS = [
  'V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V11',
  'O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8',
  'F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7',
  'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** Checks that a rule has beside its own: each is switched by itself. */
export type CheckId = RuleId | 'V2.bars' | 'V3.detail' | 'V9.loudness' | 'V11.still' | 'O7.spelling' | 'O8.likeness' | 'O8.sound';
