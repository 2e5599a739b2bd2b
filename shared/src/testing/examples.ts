import { preset2025 } from '../campaign/preset-2025.js';
import type { WorkForm } from '../forms/work-form.js';
import type { FilmFacts } from '../inspection/facts.js';
import type { RecommendationFacts } from '../rules/recommendation.js';
import type { SubmissionFacts } from '../rules/submission.js';
import { beijing } from '../time.js';

/** A complete, faultless form. Tests change one thing at a time. */
export function readyForm(): WorkForm {
  return {
    unitId: 'xingan',
    title: '风从草原来——一度绿电的旅程',
    field: '能源',
    producedDay: '2024-08-01',
    madeByUnit: true,
    listedAreaCode: null,
    creators: [
      { id: 'c1', name: '张某某', organisation: '兴安盟融媒体中心', post: '编导' },
      { id: 'c2', name: '李某某', organisation: '内蒙古大学', post: '副教授' },
    ],
    producingUnits: [{ id: 'u1', name: '兴安盟融媒体中心', creditCode: '' }],
    authorMobile: '13800000001',
    address: '内蒙古自治区兴安盟乌兰浩特市某街1号',
    phone: '0482-8260000',
    email: 'author@example.cn',
    broadcasts: [{ id: 'b1', day: '2024-08-16', platform: '某视频平台', categoryId: 'mainstream', url: 'https://video.example.cn/1', proofIds: ['proof-1'] }],
    summary: '一度电从哪里来？影片跟着草原上的一阵风，走进风机叶片、齿轮箱和发电机。',
    innovations: '以一阵风为主角贯穿全片。',
    reach: '截至2025年10月，在某平台播放12万次。',
    allOriginal: false,
    materials: [
      { id: 'm1', kindId: 'public-footage', note: '新闻画面', ranges: [{ fromMs: 42_000, toMs: 50_000 }], licenceWay: '授权使用', licenceTerritory: '全国', licenceTerm: '长期', proofIds: ['proof-2'] },
    ],
    commitmentAccepted: true,
  };
}

/** What the server measures on a film that keeps every rule. */
export function readyFacts(): FilmFacts {
  return {
    bytes: 189_300_000,
    container: { format: 'mp4', isMp4: true, majorBrand: 'isom' },
    durationMs: 252_000,
    video: { width: 1920, height: 1080, displayWidth: 1920, displayHeight: 1080, codec: 'h264', durationMs: 252_000 },
    audio: { codec: 'aac', durationMs: 252_000, peakDb: -3, loudnessLufs: -19.8 },
    damage: [],
  };
}

const now = beijing('2025-11-22', '14:32');
const xingan = { name: '兴安盟科技局', closesAt: null, recommendBy: null };

export function readySubmission(): SubmissionFacts {
  return {
    status: 'draft',
    form: readyForm(),
    config: preset2025,
    unit: { ...xingan, listedAreas: [{ code: '152221', name: '科尔沁右翼前旗' }] },
    film: { state: 'inspected', durationMs: 252_000, registeredAt: now - 3_600_000, findings: [] },
    signature: { matchesForm: true, matchesCommitment: true },
    draftChangedAt: now - 60_000,
    now,
  };
}

export function readyRecommendation(): RecommendationFacts {
  return {
    work: { status: 'submitted', fromListedArea: false },
    config: preset2025,
    unit: xingan,
    slots: [
      { number: 1, kind: 'regular', taken: true },
      { number: 2, kind: 'regular', taken: false },
      { number: 6, kind: 'reserved', taken: false },
    ],
    signedDuties: preset2025.duties.map((duty) => duty.id),
    findings: [],
    taken: { author: false, producingUnit: false, film: false },
    now,
  };
}
