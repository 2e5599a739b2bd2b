import type { FormCell, FormDesign, FormLine, FormRow, FormValue, PaperLine } from './form-design.js';

/** A seal is 42 mm across and is set over its line and the date. */
const SEAL_GAP_MM = 12;
const SIGN_LEFT_MM = 60;

const row = (filledMm: number, blankMm: number, ...cells: FormCell[]): FormRow => ({ filledMm, blankMm, grows: false, cells });
const growing = (made: FormRow): FormRow => ({ ...made, grows: true });
const label = (text: string, note: string | null = null): FormCell => ({ kind: 'label', span: 1, text, note });
const line = (field: FormValue, span = 1): FormCell => ({ kind: 'value', span, field, as: 'line', hint: null });
const list = (field: FormValue): FormCell => ({ kind: 'value', span: 3, field, as: 'list', hint: null });
const essay = (field: FormValue): FormCell => ({ kind: 'value', span: 3, field, as: 'essay', hint: '（{limit}字以内）' });
const words = (...lines: FormLine[]): FormCell => ({ kind: 'words', span: 3, lines });

/** A line for pen or seal. */
export const sign = (text: string, more: Partial<PaperLine> = {}): PaperLine => ({ text, style: 'sign', leftMm: SIGN_LEFT_MM, beforeMm: 0, afterMm: 0, takesSignature: false, ...more });
const place = (text: string, more: Partial<PaperLine> = {}): FormLine => ({ kind: 'line', ...sign(text, more) });

/** Annex 2 of the notice of 2025: its rows in their order, its labels, hints and places to the letter. */
export const formDesign2025: FormDesign = {
  head: [{ text: '推荐单位：{unit}', widthMm: 128 }, { text: '序号：{slot}', widthMm: 30 }],
  // The first holds seven characters, the longest label; the last a common mail address.
  columnsMm: [34, 48, 24, 52],
  rows: [
    row(10, 11, label('名   称'), line('title', 3)),
    row(10, 11, label('领   域'), line('field'), label('播出时间'), line('broadcastTime')),
    row(15, 24, label('主创人员或单位', '（注明学习、工作单位及职务/职称）'), list('creators')),
    row(10, 17, label('播出平台及网址'), list('platforms')),
    row(10, 11, label('联系地址'), line('address', 3)),
    row(10, 11, label('联系电话'), line('phone'), label('电子邮箱'), line('email')),
    growing(row(30, 68, label('内容简介'), essay('summary'))),
    growing(row(22, 31, label('主要创新点', '（内容、构思、表达等）'), essay('innovations'))),
    growing(row(22, 31, label('传播效果', '（点击量等）'), essay('reach'))),
    growing(row(22, 48, label('引用素材'), {
      kind: 'materials', span: 3,
      sentence: '引用类型（文案、图片、动画、元素等）：{kind:34}，引用位置及时长：{position:40}，许可使用授权方式、区域、期限（提供证明材料）：{licence:52}',
    })),
    row(88, 106, label('作者承诺及授权'), words(
      { kind: 'commitment' },
      place('姓名（签字）：', { beforeMm: 3, takesSignature: true }),
      place('单位（盖章）：'),
      place('{year}年  月  日', { afterMm: 3 }),
      place('注：如该作品为单位组织创作，由所在单位盖章。', { style: 'note', leftMm: 0 }),
    )),
    row(58, 80, label('部门/地方\n推荐意见'), words(
      { kind: 'opinion' },
      place('单位（盖章）：', { beforeMm: SEAL_GAP_MM }),
      place('{year}年  月  日'),
    )),
  ],
  notes: ['注：签字须手写'],
};
