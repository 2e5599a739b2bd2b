import { describe, expect, it } from 'vitest';
import type { CampaignConfig, RuleMode } from '../campaign/config.js';
import { preset2025 } from '../campaign/preset-2025.js';
import { formReasons } from '../forms/check-form.js';
import type { WorkForm } from '../forms/work-form.js';
import { handOverChecklist } from '../handover/checklist.js';
import { readyForm } from '../testing/examples.js';

const MODES: readonly RuleMode[] = ['block', 'warn', 'off'];
const without: Partial<WorkForm>[] = [
  { broadcasts: [] },
  { broadcasts: readyForm().broadcasts.map((record) => ({ ...record, proofIds: [] })) },
  { materials: readyForm().materials.map((material) => ({ ...material, proofIds: [] })) },
];
const withModes = (ruleModes: CampaignConfig['ruleModes'], change: Partial<CampaignConfig> = {}): CampaignConfig => ({ ...preset2025, ruleModes, ...change });
const stored = new Set(['proof-1', 'proof-2']);

const atSubmission = (form: WorkForm, config: CampaignConfig) =>
  formReasons(form, { config, durationMs: 252_000, listedAreas: [] }).map(({ code }) => code).filter((code) => ['NO_BROADCAST', 'NO_BROADCAST_PROOF', 'NO_LICENCE_PROOF'].includes(code)).map((code) => (code === 'NO_LICENCE_PROOF' ? 'licence' : 'broadcast'));
const atHandOver = (form: WorkForm, config: CampaignConfig, storedFileIds: ReadonlySet<string> = stored) =>
  handOverChecklist({ config, waiting: 0, freeSlots: 0, works: [{ workId: 'w', slot: 1, title: '某片', form, submittedAt: 1, filmState: 'inspected', scan: { uploadedAt: 2 }, storedFileIds }] })
    .filter(({ blocks }) => blocks).map(({ code }) => (code === 'LICENCE_PROOF_MISSING' ? 'licence' : 'broadcast'));

describe('a proof is asked for by the form and by the hand-over alike', () => {
  const configs: [string, CampaignConfig][] = MODES.flatMap((o2) => MODES.flatMap((o4) => [true, false].flatMap((required) => [true, false].flatMap((proofRequired) => [true, false].map((licences): [string, CampaignConfig] => [
    `O2 ${o2}, O4 ${o4}, showing ${required}, its proof ${proofRequired}, licences ${licences}`,
    withModes({ O2: o2, O4: o4 }, { broadcast: { ...preset2025.broadcast, required, proofRequired }, materialKinds: preset2025.materialKinds.map((kind) => ({ ...kind, proofRequired: licences && kind.proofRequired })) }),
  ])))));

  it.each(configs)('%s', (_name, config) => {
    for (const change of without) {
      const form = { ...readyForm(), ...change };
      expect(atHandOver(form, config)).toEqual(atSubmission(form, config));
    }
    const isAsked = (rule: 'O2' | 'O4') => config.ruleModes[rule] === 'block';
    const [never, unproven, unlicensed] = without.map((change) => atHandOver({ ...readyForm(), ...change }, config));
    expect(never).toEqual(isAsked('O2') && config.broadcast.required ? ['broadcast'] : []);
    expect(unproven).toEqual(isAsked('O2') && config.broadcast.proofRequired ? ['broadcast'] : []);
    expect(unlicensed).toEqual(isAsked('O4') && config.materialKinds.some((kind) => kind.proofRequired) ? ['licence'] : []);
  });

  it('and at the hand-over the file itself has to be there', () => {
    expect(atHandOver(readyForm(), preset2025, new Set(['proof-1']))).toEqual(['licence']);
    expect(atHandOver(readyForm(), preset2025, new Set())).toEqual(['broadcast', 'licence']);
    expect(atHandOver(readyForm(), withModes({ O2: 'off', O4: 'off' }), new Set())).toEqual([]);
  });
});

describe('an empty ledger has to be confirmed', () => {
  const asks = (config: CampaignConfig) => formReasons({ ...readyForm(), materials: [], allOriginal: false }, { config, durationMs: 252_000, listedAreas: [] }).map(({ code }) => code);
  it.each<[string, CampaignConfig, boolean]>([
    ['where quoted material is asked for', withModes({}), true],
    ['where only the share is', withModes({ O4: 'off' }), true],
    ['where only the licences are', withModes({ O3: 'off' }), true],
    ['not where neither is', withModes({ O3: 'off', O4: 'off' }), false],
    ['not where the rule of licences is off and no share is set', withModes({ O4: 'off' }, { nonOriginalShare: null }), false],
    ['not where both only warn', withModes({ O3: 'warn', O4: 'warn' }), false],
  ])('%s', (_name, config, isAsked) => expect(asks(config)).toEqual(isAsked ? ['MATERIALS_UNCONFIRMED'] : []));
});
