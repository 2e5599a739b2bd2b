import { beijing } from '../time.js';
import { USUAL_LIMITS } from '../forms/limits.js';
import type { CampaignConfig } from './config.js';
import { formDesign2025 } from './form-design-2025.js';
import { paperTexts2025 } from './paper-texts-2025.js';
import { wording2025 } from './wording-2025.js';

const MB = 1_000_000;
const MIB = 1_048_576;

/**
 * 内科政字〔2025〕39号 as data. What the notice leaves open has the default of the rule catalogue
 * and is named in docs/decisions/0005-silent-points.md.
 */
export const preset2025: CampaignConfig = {
  year: 2025,
  title: '2025年全区优秀科普微视频作品征集',
  documentNumber: '内科政字〔2025〕39号',
  theme: '矢志创新发展 建设科技强国',
  organiser: {
    name: '内蒙古自治区科学技术厅',
    office: '政策法规处',
    phone: '0471—6328711',
    email: 'kepu2025@126.com',
  },
  workWindow: { fromDay: '2024-01-01', toDay: '2024-12-31' },
  opensAt: beijing('2025-10-10'),
  recommendBy: beijing('2025-12-10', '24:00'),
  scanBy: null,
  arriveBy: beijing('2025-12-10', '24:00'),
  uploadGraceMinutes: 30,
  film: {
    minBytes: 100 * MB,
    maxBytes: 300 * MIB,
    sizeWording: '100–300兆',
    minWidth: 1920,
    minHeight: 1080,
    aspect: { width: 16, height: 9, tolerance: 0.005 },
    minMs: 120_000,
    maxMs: 300_000,
    lengthToleranceMs: 500,
    silenceDb: -60,
  },
  drawnSignature: true,
  proof: { maxBytes: 20 * MIB, maxFiles: 6 },
  limits: USUAL_LIMITS,
  nonOriginalShare: 0.1,
  broadcast: {
    required: true,
    proofRequired: true,
    categories: [
      { id: 'tv', label: '自治区级电视台', online: false },
      { id: 'mainstream', label: '国内主流网络平台', online: true },
      { id: 'science', label: '主要科技、科普类网站', online: true },
      { id: 'professional', label: '具有广泛影响的专业网站', online: true },
    ],
  },
  unitTypes: [
    { type: 'league', label: '盟市', quota: 5 },
    { type: 'plannedCity', label: '计划单列市', quota: 3 },
    { type: 'department', label: '部门', quota: 5 },
    { type: 'university', label: '高校', quota: 5 },
    { type: 'institute', label: '科研院所', quota: 5 },
  ],
  bonus: { slots: 1, label: '革命老区、边远贫困地区', mode: 'reserved' },
  duties: [
    { id: 'political', label: '政治性审核', short: '政治性', statement: '内容无政治性错误', hint: '内容无政治性错误' },
    { id: 'scientific', label: '科学性审核', short: '科学性', statement: '内容无科学性错误', hint: '内容无科学性错误' },
    { id: 'identity', label: '作者身份真实', short: '身份真实', statement: '作者身份真实', hint: '核对身份和单位证明' },
    { id: 'integrity', label: '科研诚信和科技伦理', short: '诚信伦理', statement: '作者无违背科研诚信及科技伦理的行为', hint: '无违背行为' },
  ],
  identity: { author: 'block', producingUnit: 'block' },
  materialKinds: [
    { id: 'public-footage', label: '公共视频素材（事件、报道等）', timed: true, proofRequired: true },
    { id: 'commercial', label: '商业网站素材', timed: true, proofRequired: true },
    { id: 'others', label: '他人原创素材', timed: true, proofRequired: true },
    { id: 'music', label: '音乐', timed: true, proofRequired: true },
    { id: 'template', label: '动画制作平台的模板、元素', timed: true, proofRequired: true },
    { id: 'ai', label: '人工智能生成的视频、图片', timed: true, proofRequired: true },
    { id: 'text', label: '文案（含人工智能生成的文案）', timed: false, proofRequired: false },
  ],
  awards: { count: 6 },
  handOver: { formCopies: 1, discs: 1, email: 'kepu2025@126.com' },
  wording: wording2025,
  form: formDesign2025,
  papers: paperTexts2025,
  ruleModes: {},
  hints: {
    barsShare: 0.02, titleLikeness: 0.6, subtitleShare: 0.6, quietLufs: -32, loudLufs: -8,
    blackMs: 5_000, frozenMs: 10_000, silentMs: 10_000, likenessShare: 0.5,
  },
  overrides: { unit: 'hints' },
};
