import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import { unitsOfInnerMongolia } from '../campaign/units-inner-mongolia.js';
import type { Finding } from '../inspection/finding.js';
import { readyForm, readyRecommendation, readySubmission } from '../testing/examples.js';
import { beijing, MINUTE } from '../time.js';
import { identityClaims } from './identity.js';
import { nonOriginal, overlaps, unionLength } from './materials.js';
import { slotPlan, usableSlots } from './quota.js';
import { recommendationReasons, recommendationWithdrawalReasons, type RecommendationFacts } from './recommendation.js';
import { submissionReasons, withdrawalReasons, type SubmissionFacts } from './submission.js';
import { clockReasons, scanBy, submitBy } from './windows.js';

const deadline = preset2025.recommendBy;
const failing: Finding = { rule: 'V3', verdict: 'fail', subject: '画面', clause: '', measured: null, required: null, advice: null, atMs: [], check: 'V3', evidence: [] };

describe('P4 P7 F5: a creator submits', () => {
  const codes = (change: Partial<SubmissionFacts>) => submissionReasons({ ...readySubmission(), ...change }).map((reason) => reason.code);
  const film = (change: Partial<SubmissionFacts['film']>) => ({ film: { ...readySubmission().film, ...change } });
  const unit = (change: object) => ({ unit: { ...readySubmission().unit!, ...change } });

  it.each<[string, Partial<SubmissionFacts>, string[]]>([
    ['a complete draft', {}, []],
    ['a returned work', { status: 'returned' }, []],
    ['not twice', { status: 'submitted' }, ['WRONG_STATUS']],
    ['not without a film', film({ state: 'none' }), ['NO_FILM']],
    ['not in mid-upload', film({ state: 'uploading' }), ['FILM_UPLOADING']],
    ['not before the verdict', film({ state: 'inspecting' }), ['INSPECTION_RUNNING']],
    ['not without a verdict', film({ state: 'unavailable' }), ['INSPECTION_UNAVAILABLE']],
    ['not with a broken rule', film({ findings: [failing] }), ['INSPECTION_BLOCKS']],
    ['with something to look at', film({ findings: [{ ...failing, verdict: 'look' }] }), []],
    ['with what could not be checked', film({ findings: [{ ...failing, verdict: 'unchecked' }] }), []],
    ['not unsigned', { signature: null }, ['NOT_SIGNED']],
    ['not with a signature under another form', { signature: { matchesForm: false, matchesCommitment: true } }, ['SIGNED_OTHER_TEXT']],
    ['not with a signature under another commitment', { signature: { matchesForm: true, matchesCommitment: false } }, ['SIGNED_OTHER_TEXT']],
    ['not before the opening', { now: preset2025.opensAt - 1 }, ['NOT_OPEN_YET']],
    ['one millisecond before the deadline', { now: deadline - 1 }, []],
    ['not at the deadline', { now: deadline, draftChangedAt: deadline }, ['AFTER_DEADLINE']],
    ['not after the unit has closed', { ...unit({ closesAt: beijing('2025-11-20') }), film: { ...readySubmission().film, registeredAt: null, state: 'none' } }, ['NO_FILM', 'UNIT_CLOSED']],
    ['all reasons at once', { signature: null, ...film({ state: 'none' }) }, ['NO_FILM', 'NOT_SIGNED']],
  ])('%s', (_name, change, expected) => expect(codes(change)).toEqual(expected));

  it('warns instead of blocking where the call says so', () => {
    const config = { ...preset2025, ruleModes: { V3: 'warn' as const } };
    expect(codes({ config, ...film({ findings: [failing] }) })).toEqual([]);
  });

  it('is taken back only before anyone has signed off', () => {
    expect(withdrawalReasons({ status: 'submitted', signOffs: 0 })).toEqual([]);
    expect(withdrawalReasons({ status: 'submitted', signOffs: 1 })[0]?.code).toBe('REVIEW_STARTED');
    expect(withdrawalReasons({ status: 'recommended', signOffs: 4 })[0]?.code).toBe('WRONG_STATUS');
  });
});

describe('P4: which clock governs whom', () => {
  const unit = { name: '某局', closesAt: beijing('2025-12-01', '18:00'), recommendBy: null };
  const clock = (now: number, registered: number | null, changed = 0) => clockReasons(preset2025, unit, { now, filmRegisteredAt: registered, draftChangedAt: changed }).map((r) => r.code);
  const closing = unit.closesAt;

  it('gives a film registered in time its grace, and no writing time', () => {
    expect(clock(closing - 1, null)).toEqual([]);
    expect(clock(closing + 29 * MINUTE, closing - 1)).toEqual([]);
    expect(clock(closing + 30 * MINUTE, closing - 1)).toEqual(['UNIT_CLOSED']);
    expect(clock(closing + 1, closing)).toEqual(['UNIT_CLOSED']);
    expect(clock(closing + 1, closing - 1, closing)).toEqual(['UNIT_CLOSED']);
  });

  it('never lets a unit take works after its own deadline', () => {
    expect(submitBy(preset2025, { ...unit, closesAt: deadline + 1 })).toBe(deadline);
    expect(submitBy(preset2025, { ...unit, closesAt: null, recommendBy: deadline + MINUTE })).toBe(deadline + MINUTE);
    expect(scanBy({ ...preset2025, scanBy: deadline + 5 }, unit)).toBe(deadline + 5);
    expect(scanBy(preset2025, { ...unit, recommendBy: deadline + 9 })).toBe(deadline + 9);
  });
});

describe('P1 P2 P6 O7 O8: a unit recommends', () => {
  const codes = (change: Partial<RecommendationFacts>) => recommendationReasons({ ...readyRecommendation(), ...change }).map((reason) => reason.code);
  const work = (change: Partial<RecommendationFacts['work']>) => ({ work: { ...readyRecommendation().work, ...change } });
  const taken = (change: Partial<RecommendationFacts['taken']>) => ({ taken: { ...readyRecommendation().taken, ...change } });
  const full = readyRecommendation().slots.map((slot) => ({ ...slot, taken: slot.kind === 'regular' }));

  it.each<[string, Partial<RecommendationFacts>, string[]]>([
    ['a clean work up to the very deadline', { now: deadline - 1 }, []],
    ['not at the deadline', { now: deadline }, ['AFTER_DEADLINE']],
    ['after the deadline with an extension of its own', { now: deadline, unit: { name: '', closesAt: null, recommendBy: deadline + 1 } }, []],
    ['not a draft', work({ status: 'draft' }), ['WRONG_STATUS']],
    ['not twice', work({ status: 'recommended' }), ['WRONG_STATUS']],
    ['not with a duty open', { signedDuties: ['political', 'scientific', 'identity'] }, ['DUTIES_OPEN']],
    ['not with a broken rule', { findings: [failing] }, ['INSPECTION_BLOCKS']],
    ['not an author who is already recommended', taken({ author: true }), ['AUTHOR_TAKEN']],
    ['not a producing unit that is already recommended', taken({ producingUnit: true }), ['UNIT_TAKEN']],
    ['not the same film', taken({ film: true }), ['FILM_TAKEN']],
    ['not when only the reserved slot is left', { slots: full }, ['ONLY_RESERVED_SLOT']],
    ['a listed area\'s work into the reserved slot', { slots: full, ...work({ fromListedArea: true }) }, []],
    ['not without a slot', { slots: full.map((slot) => ({ ...slot, taken: true })) }, ['NO_FREE_SLOT']],
    ['all reasons at once', { now: deadline, signedDuties: [], ...taken({ film: true }) }, ['AFTER_DEADLINE', 'DUTIES_OPEN', 'FILM_TAKEN']],
  ])('%s', (_name, change, expected) => expect(codes(change)).toEqual(expected));

  it('lets a second work of a producing unit through where the call only warns', () => {
    const config = { ...preset2025, identity: { ...preset2025.identity, producingUnit: 'warn' as const } };
    expect(codes({ config, ...taken({ producingUnit: true }) })).toEqual([]);
  });

  it('takes a recommendation back until the deadline', () => {
    const facts = { status: 'recommended' as const, config: preset2025, unit: readyRecommendation().unit };
    expect(recommendationWithdrawalReasons({ ...facts, now: deadline - 1 })).toEqual([]);
    expect(recommendationWithdrawalReasons({ ...facts, now: deadline })[0]?.code).toBe('AFTER_DEADLINE');
    expect(recommendationWithdrawalReasons({ ...facts, status: 'submitted', now: 0 })[0]?.code).toBe('WRONG_STATUS');
  });
});

describe('P1 P2: slots', () => {
  it('make 77 places for the leagues and cities of the region', () => {
    const regional = unitsOfInnerMongolia.filter((unit) => unit.type === 'league' || unit.type === 'plannedCity');
    const total = regional.reduce((sum, unit) => sum + slotPlan({ ...unit, ownQuota: null }, preset2025).length, 0);
    expect(regional.map((unit) => unit.type)).toEqual([...Array<string>(12).fill('league'), 'plannedCity', 'plannedCity']);
    expect(total).toBe(77);
  });

  it('keep the extra one for listed areas unless the call opens it', () => {
    const league = { type: 'league' as const, hasBonus: true, ownQuota: null };
    expect(slotPlan(league, preset2025).at(-1)).toEqual({ number: 6, kind: 'reserved' });
    expect(slotPlan(league, { ...preset2025, bonus: { ...preset2025.bonus!, mode: 'open' } }).at(-1)).toEqual({ number: 6, kind: 'regular' });
    expect(slotPlan({ ...league, ownQuota: 2 }, preset2025)).toHaveLength(3);
    expect(slotPlan(league, { ...preset2025, bonus: null })).toHaveLength(5);
  });

  it('are used reserved first by those who may, in order of number by the others', () => {
    const slots = readyRecommendation().slots;
    expect(usableSlots(slots, true).map((slot) => slot.number)).toEqual([6, 2]);
    expect(usableSlots(slots, false).map((slot) => slot.number)).toEqual([2]);
  });
});

describe('O3: non-original parts', () => {
  it.each<[string, [number, number][], number]>([
    ['counts an overlap once', [[0, 10], [5, 15]], 15],
    ['counts a range inside another once', [[0, 10], [2, 3]], 10],
    ['adds what lies apart, in any order', [[20, 30], [0, 10]], 20],
    ['joins what touches', [[0, 10], [10, 20]], 20],
    ['ignores an empty or reversed range', [[5, 5], [9, 3]], 0],
  ])('%s', (_name, pairs, total) => expect(unionLength(pairs.map(([fromMs, toMs]) => ({ fromMs, toMs })))).toBe(total));

  it('says where ranges overlap', () => {
    expect(overlaps([{ fromMs: 126_000, toMs: 132_200 }, { fromMs: 130_200, toMs: 134_600 }])).toEqual([{ fromMs: 130_200, toMs: 132_200 }]);
  });

  it('gives share and room left, and no share while the length is unknown', () => {
    const materials = readyForm().materials;
    expect(nonOriginal(materials, 252_000, preset2025)).toMatchObject({ usedMs: 8_000, leftMs: 17_200, isOver: false });
    expect(nonOriginal(materials, null, preset2025)).toMatchObject({ share: null, isOver: false });
    expect(nonOriginal(materials, 79_000, preset2025).isOver).toBe(true);
  });
});

describe('O7 O8: identities', () => {
  const keys = (change: object, sha = 'aa') => identityClaims({ ...readyForm(), ...change }, sha).map((claim) => `${claim.kind} ${claim.key}`);

  it('meet in two spellings of one person and one unit', () => {
    const other = { creators: [{ id: 'x', name: '张 某某', organisation: '兴安盟融媒体中心 ', post: '导演' }], authorMobile: '+86 138 0000 0001' };
    expect(keys(other)).toEqual(keys({}));
  });

  it('use the credit code where there is one and nothing for works of individuals', () => {
    expect(keys({ producingUnits: [{ id: 'u', name: '某中心', creditCode: '12150000ma0n1' }] })).toContain('producingUnit code:12150000MA0N1');
    expect(keys({ producingUnits: [] }).some((key) => key.startsWith('producingUnit'))).toBe(false);
  });
});
