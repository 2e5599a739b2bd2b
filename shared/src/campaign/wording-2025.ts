import { versionOfText } from '../forms/fingerprint.js';
import type { FormWording } from './config.js';

const commitment = [
  '本人（本单位）郑重承诺：对所提交的微视频作品拥有自主知识产权，作品内容为本人（本单位）原创，不存在侵犯他人知识产权和其他合法权益。如作品内容侵犯第三方合法权益导致任何争议、索赔、诉讼等后果，将由本人（本单位）承担后果。严格遵守评审有关规定，不以“请托”、“打招呼”等形式干扰评审工作。',
  '本人（本单位）同意授权主办方和承办方拥有微视频作品的使用权及展播许可权，在公益性科普宣传和公益性科学教育中，对参加评选作品所涉文本、字体、图片、图形、音频和视频资料等内容进行展播、摘编、汇编和出版。',
];

/** The sentences of Annex 2 of the notice of 2025, to the letter. Legal text: never rephrased, only replaced by another call's. */
export const wording2025: FormWording = {
  annex: '附件2',
  title: '2025年全区科普微视频作品推荐表',
  commitment,
  opinionBefore: '经审查，作者{author}作品{title}内容无政治性及科学性错误，作者无违背科研诚信及科技伦理的行为。',
  opinionAfter: ['同意参加评选。'],
  commitmentVersion: versionOfText(commitment),
};
