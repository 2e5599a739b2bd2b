import { sayDeadline, type Instant } from '../time.js';
import { kind, wechat, type MessageKind } from './message-channels.js';

interface OfWork {
  title: string;
}

interface ByUnit extends OfWork {
  unit: string;
}

interface Outcome extends OfWork {
  outcome: string;
}

/**
 * Everything a person can be told: each kind once, with what it says in the app and what each channel is given.
 * What has no row cannot be sent. A new kind: one row.
 */
export const MESSAGE_KINDS = {
  'work.submitted': kind<OfWork & { receipt: string }>({ say: (p) => `《${p.title}》已提交，回执号 ${p.receipt}。提交不等于推荐，请留意审核进度。`, mail: { subject: (p) => `《${p.title}》已提交` } }),
  'work.to-review': kind<OfWork & { author: string }>({
    say: (p) => `收到《${p.title}》（${p.author}），请审核。`, wechat: wechat('to-do', '待审核', (p) => p.author), mail: { subject: (p) => `请审核《${p.title}》` },
  }),
  'work.to-review-again': kind<OfWork & { changes: number }>({
    say: (p) => `《${p.title}》改后重交，${p.changes} 处改动，请审核。`, wechat: wechat('to-do', '待审核', (p) => `改后重交，${p.changes} 处改动`), mail: { subject: (p) => `《${p.title}》改后重交` },
  }),
  'work.withdrawn': kind<OfWork>({ say: (p) => `《${p.title}》已由作者撤回。` }),
  'work.moved-away': kind<ByUnit>({ say: (p) => `《${p.title}》改报${p.unit}，不再由本单位审核。` }),
  'work.returned': kind<ByUnit & { count: number; until: Instant }>({
    say: (p) => `《${p.title}》被${p.unit}退回，${p.count} 处要改，请在 ${sayDeadline(p.until)} 前重新提交。`,
    wechat: wechat('review-result', '退回修改', (p) => `${p.count} 处要改，${sayDeadline(p.until)}前`),
    sms: { template: 'returned', blanks: (p) => [p.title, `${p.count}`, sayDeadline(p.until)] },
    mail: { subject: (p) => `《${p.title}》被退回修改` },
  }),
  'work.declined': kind<ByUnit>({
    say: (p) => `${p.unit}不予推荐《${p.title}》，原因见作品进度。`, wechat: wechat('review-result', '不予推荐', (p) => p.unit), sms: { template: 'decided', blanks: (p) => [p.title, '不予推荐'] }, mail: { subject: (p) => `《${p.title}》不予推荐` },
  }),
  'work.recommended': kind<ByUnit & { slot: number }>({
    say: (p) => `${p.unit}已推荐《${p.title}》，占用 ${p.slot} 号名额；盖章扫描件传上后生效。`, wechat: wechat('review-result', '已推荐', (p) => `${p.slot} 号名额`), sms: { template: 'decided', blanks: (p) => [p.title, '已推荐'] }, mail: { subject: (p) => `《${p.title}》已推荐` },
  }),
  'work.recommendation-withdrawn': kind<ByUnit>({
    say: (p) => `${p.unit}撤回了对《${p.title}》的推荐，作品回到待审核。`, wechat: wechat('review-result', '撤回推荐', () => '作品回到待审核'), sms: { template: 'decided', blanks: (p) => [p.title, '撤回推荐'] }, mail: { subject: (p) => `《${p.title}》的推荐已撤回` },
  }),
  'work.in-effect': kind<OfWork>({ say: (p) => `《${p.title}》的盖章扫描件已上传，推荐生效。`, wechat: wechat('progress', '推荐生效', () => '盖章扫描件已上传') }),
  'work.disqualified': kind<OfWork>({
    say: (p) => `《${p.title}》被取消资格，原因见作品进度。`, wechat: wechat('review-result', '取消资格', () => '原因见作品进度'), sms: { template: 'decided', blanks: (p) => [p.title, '取消资格'] }, mail: { subject: (p) => `《${p.title}》被取消资格` },
  }),
  'film.inspected': kind<OfWork & { failing: number; looking: number }>({
    say: (p) => (p.failing > 0 ? `《${p.title}》的成片检测完成：${p.failing} 项不通过，改好才能提交。` : `《${p.title}》的成片检测完成，${p.looking > 0 ? `${p.looking} 处请看一眼` : '没有发现问题'}。`),
    wechat: wechat('progress', '检测完成', (p) => (p.failing > 0 ? `${p.failing} 项不通过` : '没有不通过的')),
  }),
  'film.not-inspected': kind<OfWork>({ say: (p) => `《${p.title}》的自动检测没有完成，不是影片的问题。请打开作品，点“重新检测”。`, wechat: wechat('progress', '检测未完', () => '请打开作品重新检测') }),
  'finding.set-aside': kind<OfWork & { subject: string; by: string; reason: string }>({ say: (p) => `《${p.title}》的“${p.subject}”已由${p.by}人工复核，不再算作问题。理由：${p.reason}` }),
  'finding.set-aside-withdrawn': kind<OfWork & { subject: string; by: string }>({ say: (p) => `《${p.title}》的“${p.subject}”：${p.by}撤销了人工复核，请再看检测结论。` }),
  'hand-over.made': kind<{ unit: string; number: number; works: number }>({ say: (p) => `${p.unit}第 ${p.number} 次报送已登记，${p.works} 部作品已冻结，材料包正在准备。`, mail: { subject: (p) => `${p.unit}第 ${p.number} 次报送已登记` } }),
  'hand-over.received': kind<{ unit: string; what: string }>({ say: (p) => `科技厅已收到${p.unit}寄来的${p.what}。`, mail: { subject: () => '寄来的材料已收到' } }),
  'hand-over.receipt-mistaken': kind<{ unit: string; what: string }>({ say: (p) => `更正：先前告知的“科技厅已收到${p.unit}寄来的${p.what}”登记有误，已撤回，请以“报送材料”里的份数为准。`, mail: { subject: () => '收件登记更正' } }),
  'package.ready': kind<OfWork>({ say: (p) => `${p.title}的材料包已备好，可以下载和发送。` }),
  'package.failed': kind<OfWork & { problem: string }>({ say: (p) => `${p.title}的材料包没有做成：${p.problem}`, mail: { subject: (p) => `${p.title}的材料包没有做成` } }),
  'mail.refused': kind<Outcome>({ say: (p) => `${p.title}的邮件没有发出：${p.outcome}` }),
  'mail.bounced': kind<Outcome>({ say: (p) => `${p.title}的邮件被退回：${p.outcome}` }),
};

export type MessageKindId = keyof typeof MESSAGE_KINDS;
export type MessageParams<K extends MessageKindId> = (typeof MESSAGE_KINDS)[K] extends MessageKind<infer P extends object> ? P : never;

/** A message that says what it is about. */
export type Told = { [K in MessageKindId]: { kind: K; params: MessageParams<K> } }[MessageKindId];

const rowOf = (id: string): MessageKind<unknown> | null => (isKind(id) ? MESSAGE_KINDS[id] : null);

export const isKind = (id: string): id is MessageKindId => Object.prototype.hasOwnProperty.call(MESSAGE_KINDS, id);

/** The sentence of a kept message; null: no row says it any more. */
export function sayMessage(id: string, params: unknown): string | null {
  return rowOf(id)?.say(params) ?? null;
}

/** What each channel is given for a kept message, for those it has a template for. */
export function channelContents(id: string, params: unknown) {
  const found = rowOf(id);
  if (!found) return null;
  const { say, wechat: subscribe, sms, mail } = found;
  return {
    wechat: subscribe ? { template: subscribe.template, fields: subscribe.fields(params) } : null,
    sms: sms ? { template: sms.template, blanks: sms.blanks(params) } : null,
    mail: mail ? { subject: mail.subject(params), text: say(params) } : null,
  };
}

export type ChannelContents = NonNullable<ReturnType<typeof channelContents>>;
