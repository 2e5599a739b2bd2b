import { describe, expect, it } from 'vitest';
import { beijing } from '../time.js';
import { configProblems } from './check-config.js';
import { preset2025 } from './preset-2025.js';
import { rebase, sayValue, settingChanges, takeOver } from './setting.js';
import { settingsOf } from './settings.js';

const settings = settingsOf(preset2025);
const byLabel = (label: string) => settings.find((setting) => setting.label === label)!;

const later = { ...preset2025, recommendBy: beijing('2025-12-12', '12:00'), arriveBy: beijing('2025-12-20', '24:00') };

describe('the settings of a call', () => {
  it('leave the configuration as it is when each is written back unchanged', () => {
    expect(settings.reduce((config, setting) => takeOver(setting, preset2025, config), preset2025)).toEqual(preset2025);
  });

  it('say the values of the notice the way the notice does', () => {
    expect(['推荐截止', '文件大小下限', '文件大小上限', '时长上限', '非原创占比上限', '盟市名额', '扫描件截止', '征集开始'].map((label) => sayValue(byLabel(label), preset2025))).toEqual([
      '12月10日 24:00', '100 兆', '300 兆', '5:00', '10 %', '5 个', '同推荐截止', '2025年10月10日 00:00',
    ]);
  });

  it('keep the wording of the size with the size', () => {
    const { control } = byLabel('文件大小上限');
    if (control.kind !== 'bound') throw new Error('the size is no bound');
    expect(control.lens.write(preset2025, 200).film).toMatchObject({ maxBytes: 200 * 1_048_576, sizeWording: '100–200兆' });
    expect(control.lens.write(preset2025, null).film).toMatchObject({ maxBytes: null, sizeWording: '100兆以上' });
  });

  it('are everything a change of theirs can bring into contradiction', () => {
    const broken = {
      ...preset2025, recommendBy: 0, scanBy: -1, arriveBy: -1, uploadGraceMinutes: -1, title: '', nonOriginalShare: 2,
      unitTypes: preset2025.unitTypes.map((type) => ({ ...type, quota: -1 })), film: { ...preset2025.film, minBytes: 1e12, minMs: 1e9 },
      limits: { ...preset2025.limits, summary: 0 }, workWindow: { fromDay: '2025-01-02', toDay: '2025-01-01' },
    };
    const paths = new Set(settings.map(({ path }) => path));
    const problems = configProblems(broken).map(({ path }) => path);
    expect(problems.length).toBeGreaterThan(10);
    expect(problems.filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('two people changing a call at once', () => {
  it('keep both where they changed different things', () => {
    const { config, clashes } = rebase(settings, preset2025, { ...preset2025, uploadGraceMinutes: 60 }, later);
    expect(clashes).toEqual([]);
    expect(settingChanges(settings, preset2025, config)).toEqual([
      { label: '推荐截止', before: '12月10日 24:00', after: '12月12日 12:00' },
      { label: '纸质材料到达', before: '12月10日 24:00', after: '12月20日 24:00' },
      { label: '续传宽限', before: '30 分钟', after: '60 分钟' },
    ]);
  });

  it('are told what both changed; mine stands until somebody chooses', () => {
    const mine = { ...preset2025, recommendBy: beijing('2025-12-15', '24:00') };
    const { config, clashes } = rebase(settings, preset2025, mine, later);
    expect(clashes.map(({ label }) => label)).toEqual(['推荐截止']);
    expect(config.recommendBy).toBe(mine.recommendBy);
    expect(config.arriveBy).toBe(later.arriveBy);
  });

  it('do not clash where both made the same change', () => {
    expect(rebase(settings, preset2025, later, later)).toEqual({ config: later, clashes: [] });
  });
});
