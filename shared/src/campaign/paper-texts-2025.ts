import { sign } from './form-design-2025.js';
import type { PaperTexts } from './paper-texts.js';

/**
 * Papers the notice of 2025 asks for or presupposes, in a unit's own voice. Only the form's wording is the notice's:
 * these are its usual companions, and a call changes them in its settings. The five criteria are those of Annex 1,
 * 一（二）; the notice gives no weights, so they weigh the same.
 */
export const paperTexts2025: PaperTexts = {
  summary: {
    title: '{year}年全区科普微视频作品推荐汇总表',
    lead: '推荐单位（盖章）：{unit}',
    columns: [
      { value: 'slot', label: '序号', widthMm: 12 },
      { value: 'title', label: '作品名称', widthMm: 46 },
      { value: 'field', label: '领域', widthMm: 18 },
      { value: 'creators', label: '主创人员或单位', widthMm: 62 },
      { value: 'platforms', label: '播出平台及网址', widthMm: 46 },
      { value: 'broadcastTime', label: '播出时间', widthMm: 32 },
      { value: 'length', label: '时长', widthMm: 13 },
      { value: 'phone', label: '联系电话', widthMm: 28 },
    ],
    notes: ['共推荐 {count} 部。作品按推荐名额序号排列。'],
    closing: [sign('填表人（签字）：              联系电话：              {year}年  月  日', { leftMm: 0, style: 'body', beforeMm: 4 })],
  },
  letter: {
    title: '关于推荐{year}年全区科普微视频作品的函',
    addressee: '{organiser}{office}：',
    body: [
      '根据《{organiser}关于征集{year}年全区优秀科普微视频作品的通知》（{documentNumber}）要求，我单位组织了征集和审核，现推荐{works}参加评选。',
      '上述作品已由我单位预先审核：{duties}。',
      '随函报送推荐表{copies}份、光盘{discs}张。',
    ],
    columns: [
      { value: 'slot', label: '序号', widthMm: 14 },
      { value: 'title', label: '作品名称', widthMm: 62 },
      { value: 'authors', label: '作者', widthMm: 42 },
      { value: 'producingUnits', label: '制作单位', widthMm: 38 },
    ],
    closing: [sign('{unit}（盖章）', { leftMm: 74, beforeMm: 14 }), sign('{year}年  月  日', { leftMm: 96 }), sign('联系人：              电话：', { leftMm: 0, style: 'body', beforeMm: 6 })],
  },
  packing: {
    title: '报送材料装箱清单',
    lead: '推荐单位：{unit}',
    columns: [
      { value: 'slot', label: '序号', widthMm: 14 },
      { value: 'title', label: '作品名称', widthMm: 66 },
      { value: 'authors', label: '作者', widthMm: 34 },
      { value: 'length', label: '时长', widthMm: 16 },
      { value: 'version', label: '版本码', widthMm: 28 },
    ],
    items: [
      { name: '推荐表（签字、盖章的纸质件）', count: '{copies} 份', note: '每部作品一式，页脚版本码与下表一致' },
      { name: '微视频光盘', count: '{discs} 张', note: '盘面写明推荐单位' },
      { name: '推荐函', count: '1 份', note: '加盖公章' },
      { name: '推荐汇总表', count: '1 份', note: '加盖公章' },
    ],
    closing: [sign('装箱人（签字）：              {year}年  月  日', { leftMm: 0, beforeMm: 6 }), sign('收件核对（签字）：              {year}年  月  日', { leftMm: 0 })],
  },
  parcel: {
    title: '{organiser}{office}（收）',
    lines: ['地址：', '电话：{phone}', '寄件单位：{unit}', '内装：{year}年科普微视频报送材料', '推荐表 {copies} 份、光盘 {discs} 张'],
  },
  disc: {
    above: ['{campaign}', '{unit}'],
    below: ['推荐作品 {count} 部', '第 {disc} 张，共 {discs} 张'],
  },
  certificate: {
    title: '获奖证书',
    number: '证书编号：{number}',
    body: ['{authors}：', '你（单位）创作的微视频作品《{title}》，在{campaign}活动中被评为{grade}。', '特发此证。'],
    closing: [sign('{organiser}', { leftMm: 124, beforeMm: 12 }), sign('{day}', { leftMm: 140 })],
  },
  score: {
    title: '{year}年全区科普微视频作品评分表',
    lead: ['作品编号：{number:60}', '作品名称：{title}'],
    criteria: [
      { id: 'scientific', label: '科学性', points: 20, hint: '科学知识准确，无科学性错误' },
      { id: 'knowledge', label: '知识性', points: 20, hint: '信息充实，科学方法和科学精神讲得清楚' },
      { id: 'plain', label: '通俗性', points: 20, hint: '公众看得懂，短而精' },
      { id: 'artistic', label: '艺术性', points: 20, hint: '画面、声音、剪辑的表现力' },
      { id: 'interest', label: '趣味性', points: 20, hint: '吸引人看完，有回味' },
    ],
    closing: [sign('专家（签字）：              {year}年  月  日', { leftMm: 24, beforeMm: 8 })],
  },
  meeting: {
    title: '{year}年全区科普微视频作品评审会议签到及评议表',
    lead: '时间：              地点：              主持人：',
    works: [
      { value: 'slot', label: '序号', widthMm: 14 },
      { value: 'unit', label: '推荐单位', widthMm: 46 },
      { value: 'title', label: '作品名称', widthMm: 66 },
      { value: 'authors', label: '作者', widthMm: 34 },
      { value: 'blank', label: '评议意见', widthMm: 67 },
      { value: 'blank', label: '结果', widthMm: 30 },
    ],
    people: [{ label: '序号', widthMm: 14 }, { label: '姓名', widthMm: 36 }, { label: '工作单位', widthMm: 76 }, { label: '职务/职称', widthMm: 40 }, { label: '签字', widthMm: 50 }, { label: '到会时间', widthMm: 41 }],
    places: 12,
    closing: [sign('主持人（签字）：', { leftMm: 150, beforeMm: 3 }), sign('记录人（签字）：', { leftMm: 150 })],
  },
};
