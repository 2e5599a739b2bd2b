import type { ReturnReason } from '@kepu/shared/contracts/work';
import { emptyForm, type WorkForm } from '@kepu/shared/forms/work-form';

/** How far a sample work is taken, through the same services a person would use. */
export type DemoStage = 'draft' | 'submitted' | 'returned' | 'recommended' | 'in-effect';

export interface DemoWork {
  stage: DemoStage;
  owner: string;
  unit: string;
  /** Without padding the film stays below 100 兆: an example of a broken rule. */
  film: 'whole' | 'too-small' | 'none';
  form: (year: number) => Partial<WorkForm>;
  signed: boolean;
  returnReasons?: ReturnReason[];
}

const creator = (name: string, organisation: string, post: string, id = name) => ({ id, name, organisation, post });
const contact = (mobile: string) => ({ authorMobile: mobile, phone: '0482-8260000', email: 'author@example.cn', address: '内蒙古自治区兴安盟乌兰浩特市某街1号' });

function complete(year: number, text: Partial<WorkForm>): Partial<WorkForm> {
  const shown = year - 1;
  return {
    ...emptyForm(),
    producedDay: `${shown}-08-01`,
    broadcasts: [{ id: 'b1', day: `${shown}-08-16`, platform: '某视频平台', categoryId: 'mainstream', url: 'https://video.example.cn/v/1', proofIds: [] }],
    materials: [{ id: 'm1', kindId: 'public-footage', note: '新闻资料画面', ranges: [{ fromMs: 42_000, toMs: 50_000 }], licenceWay: '授权使用', licenceTerritory: '全国', licenceTerm: '长期', proofIds: [] }],
    commitmentAccepted: true,
    ...text,
  };
}

/** A handful of works in different states. Titles, people and figures are made up. */
export const DEMO_WORKS: readonly DemoWork[] = [
  {
    stage: 'in-effect', owner: 'creator-2', unit: 'XA', film: 'whole', signed: true,
    form: (year) => complete(year, {
      title: '草原夜空里的北斗', field: '航天', ...contact('13800000031'), madeByUnit: true, producingUnits: [{ id: 'u', name: '某旗科技馆', creditCode: '' }],
      creators: [creator('郑某某', '某旗科技馆', '讲解员')],
      summary: '牧民怎样在没有路标的草原上找到走散的羊群？影片从一只羊项圈上的定位终端讲起，说明北斗卫星怎样用时间差算出位置，为什么至少要四颗卫星。',
      innovations: '用套马、抛石子等草原生活动作比喻卫星测距，不用公式也能听懂。', reach: `截至${year}年10月，在某平台播放8.6万次，进校园放映12场。`,
    }),
  },
  {
    stage: 'recommended', owner: 'creator-2', unit: 'XA', film: 'whole', signed: true,
    form: (year) => complete(year, {
      title: '冻土里的秘密', field: '地球科学', ...contact('13800000032'), madeByUnit: true, producingUnits: [{ id: 'u', name: '某市气象科普站', creditCode: '' }],
      creators: [creator('冯某某', '某市气象科普站', '工程师'), creator('陈某某', '内蒙古大学', '教授')],
      summary: '大兴安岭的冻土为什么夏天也不化？影片跟着钻机取出一截岩芯，看冰、土和远古的花粉怎样记下几万年的冷暖。',
      innovations: '把一截真实岩芯拍成时间轴，观众跟着镜头一路走回冰期。', reach: `截至${year}年10月，在某电视台播出3次，平台播放5.1万次。`,
    }),
  },
  {
    stage: 'submitted', owner: 'creator-2', unit: 'XA', film: 'whole', signed: true,
    form: (year) => complete(year, {
      title: '一棵草的固沙本领', field: '生态环境', ...contact('13800000002'), listedAreaCode: '152221', madeByUnit: true, producingUnits: [{ id: 'u', name: '科尔沁右翼前旗治沙站', creditCode: '' }],
      creators: [creator('李某某', '科尔沁右翼前旗治沙站', '高级工程师')],
      summary: '一丛沙蒿怎样把流动的沙丘留住？影片挖开沙丘剖面，量根、称沙、测风，讲清草方格和先锋植物各管什么。',
      innovations: '在同一座沙丘上做了三年定点延时，变化一眼可见。', reach: `截至${year}年11月，在某平台播放3.2万次，进校园放映6场。`,
    }),
  },
  {
    stage: 'returned', owner: 'creator', unit: 'XA', film: 'whole', signed: true,
    form: (year) => complete(year, {
      title: '酸奶为什么不怕酸', field: '生命科学', ...contact('13800000033'), creators: [creator('张某某', '兴安盟融媒体中心', '编导')],
      summary: '乳酸菌自己造出酸，为什么不会被酸死？影片走进牧民的奶食坊和实验室，看细菌怎样把多余的酸泵出去。',
      innovations: '用奶食坊里的温度计和酸度试纸做全程对照实验。', reach: '播放量很高。',
    }),
    returnReasons: [
      { path: 'reach', atMs: null, note: '播放量请写明平台和统计截止日期。' },
      { path: 'film', atMs: 72_000, note: '字幕“乳酸桿菌”有繁体字，请改为简体。' },
      { path: 'materials.0', atMs: null, note: '授权证明看不清公章，请重新拍。' },
    ],
  },
  {
    stage: 'draft', owner: 'creator', unit: 'XA', film: 'whole', signed: false,
    form: (year) => ({
      ...complete(year, {
        title: '风从草原来——一度绿电的旅程', field: '能源', ...contact('13800000001'), madeByUnit: true, producingUnits: [{ id: 'u', name: '兴安盟融媒体中心', creditCode: '' }],
        creators: [creator('张某某', '兴安盟融媒体中心', '编导'), creator('何某某', '内蒙古大学', '副教授')],
        summary: '一度电从哪里来？影片跟着草原上的一阵风，走进风机叶片、齿轮箱和发电机，用等比例剖面动画讲清“风推动叶片、叶片带动磁场、磁场产生电流”的完整过程。',
        innovations: '以一阵风为主角贯穿全片，把发电机内部过程做成可触摸的等比例模型。',
      }),
      commitmentAccepted: false,
    }),
  },
  {
    stage: 'draft', owner: 'creator-2', unit: 'XA', film: 'too-small', signed: false,
    form: (year) => ({ title: '盐湖的颜色', field: '化学', producedDay: `${year - 1}-06-18`, creators: [creator('李某某', '科尔沁右翼前旗治沙站', '高级工程师')] }),
  },
];
