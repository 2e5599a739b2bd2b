import { CALL_STATE_NAMES, type CallState } from '../campaign/call-state.js';
import type { AuditChange } from '../contracts/desk.js';
import type { ReturnReason } from '../contracts/work.js';
import { sayBytes } from '../errors.js';
import { pathWords } from '../forms/path-words.js';
import { DEPARTMENT, ENDED, EVERYBODY, gone, now, OPEN_AGAIN, REACHED, row, SENT_BACK, UNIT_AND_DEPARTMENT, type AuditRow, type Reader } from './audit-rows.js';

interface Changes {
  changes: AuditChange[];
}

interface Slot {
  /** Its number on the form; null: it held none. */
  slot: number | null;
}

interface Device {
  device: string;
}

interface KeptFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** A finding that was set aside, named as the person saw it. `said`: what it pointed at, or the reason that is taken back. */
interface SetAside {
  finding: string;
  said: string;
}

interface OfPackage {
  title: string;
}

interface Recipient {
  to: string;
}

/** A check that did not simply pass. */
export interface NotableFinding {
  finding: string;
  required: string | null;
  measured: string;
}

const changed = ({ changes }: Changes): AuditChange[] => changes;
const short = (sha256: string): string => sha256.slice(0, 12);
const upload = (name: string, label: string, readers: readonly Reader[], step?: AuditRow<KeptFile>['step']) =>
  row<KeptFile>({ name, readers, step, lines: (file) => [now(label, `${file.name}，${sayBytes(file.bytes)}，SHA-256 ${short(file.sha256)}`)] });
const setAside = (name: string, readers: readonly Reader[]) =>
  row<SetAside>({ name, readers, lines: ({ finding, said }) => [{ label: finding, before: said, after: '人工复核，不再算作问题' }], step: { state: 'done', mark: 'user', title: ({ finding }, reason) => `人工复核 ${finding}：${reason}` } });
const takenBack = (name: string, readers: readonly Reader[]) =>
  row<SetAside>({ name, readers, lines: ({ finding, said }) => [gone(finding, `人工复核：${said}`)], step: { ...OPEN_AGAIN, title: ({ finding }) => `撤销人工复核 ${finding}` } });
const ofPackage = (name: string) => row<OfPackage>({ name, readers: UNIT_AND_DEPARTMENT, lines: ({ title }) => [now('材料包', title)] });
const slotLine = ({ slot }: Slot): AuditChange[] => (slot === null ? [] : [gone('序号', `${slot}`)]);

/**
 * Everything the log records: each action once, with its words, who may read it and what it keeps. What has
 * no row here cannot be recorded; what has no readers does not compile. A new action: one row.
 */
export const AUDIT_ACTIONS = {
  'campaign.open': row({ name: '开启征集', readers: DEPARTMENT }),
  'campaign.clone': row<{ from: string; title: string }>({ name: '建立下一次征集', readers: DEPARTMENT, lines: ({ from, title }) => [{ label: '征集', before: from, after: title }] }),
  'campaign.set-state': row<{ before: CallState; after: CallState }>({ name: '改变征集状态', readers: DEPARTMENT, lines: ({ before, after }) => [{ label: '状态', before: CALL_STATE_NAMES[before], after: CALL_STATE_NAMES[after] }] }),
  'campaign.edit': row<Changes>({ name: '修改征集设置', readers: DEPARTMENT, lines: changed }),
  'campaign.print-jury': row<{ paper: string }>({ name: '打印评审材料', readers: DEPARTMENT, lines: ({ paper }) => [now('材料', paper)] }),
  'unit.edit': row<Changes>({ name: '调整推荐单位', readers: DEPARTMENT, lines: changed }),
  'unit.set-closing': row<Changes>({ name: '单位自设收件截止', readers: UNIT_AND_DEPARTMENT, lines: changed }),
  'unit.set-mail-server': row<Changes>({ name: '设置单位发信邮箱', readers: UNIT_AND_DEPARTMENT, lines: changed }),
  'unit.remove-mail-server': row<Changes>({ name: '移除单位发信邮箱', readers: UNIT_AND_DEPARTMENT, lines: changed }),
  'unit.print': row<{ paper: string; format: string }>({ name: '打印单位材料', readers: UNIT_AND_DEPARTMENT, lines: ({ paper, format }) => [now('材料', `${paper}（${format}）`)] }),
  'account.invite': row<{ person: string }>({ name: '发出邀请', readers: DEPARTMENT, lines: ({ person }) => [now('邀请', person)] }),
  'account.accept-invitation': row<{ person: string }>({ name: '接受邀请', readers: DEPARTMENT, lines: ({ person }) => [now('加入', person)] }),

  'work.create': row({ name: '建立草稿', readers: EVERYBODY, step: { ...REACHED, title: () => '开始填写' } }),
  'work.sign': row({ name: '手写签名', readers: EVERYBODY, step: { ...REACHED, title: () => '手写签名' } }),
  'work.remove-film': row({ name: '移除成片', readers: EVERYBODY, step: { ...OPEN_AGAIN, title: () => '移除成片' } }),
  'work.submit': row<{ version: number } & Changes>({ name: '提交', readers: EVERYBODY, lines: changed, step: { ...REACHED, title: ({ version }) => `提交版本 ${version}` } }),
  'work.withdraw': row({ name: '撤回提交', readers: EVERYBODY, step: { ...OPEN_AGAIN, title: () => '作者撤回' } }),
  'work.sign-off': row<{ duty: string; opinion: string }>({
    name: '签核', readers: UNIT_AND_DEPARTMENT, lines: ({ duty, opinion }) => [now(duty, opinion)], step: { state: 'done', mark: 'shield', title: ({ duty, opinion }) => `签核 ${duty}：${opinion}` },
  }),
  'work.take-back-sign-off': row<{ duty: string; opinion: string }>({ name: '撤销签核', readers: UNIT_AND_DEPARTMENT, lines: ({ duty, opinion }) => [gone(duty, opinion)], step: { ...OPEN_AGAIN, title: ({ duty }) => `撤销签核 ${duty}` } }),
  'work.return': row<{ reasons: ReturnReason[] }>({
    name: '退回修改', readers: EVERYBODY, lines: ({ reasons }) => reasons.map((reason) => now(pathWords(reason), reason.note)), step: { ...SENT_BACK, title: ({ reasons }) => `退回修改，${reasons.length} 处` },
  }),
  'work.decline': row({ name: '不予推荐', readers: EVERYBODY, step: { ...ENDED, title: (_, reason) => `不予推荐：${reason}` } }),
  'work.recommend': row<Slot>({ name: '推荐', readers: EVERYBODY, lines: ({ slot }) => [now('序号', `${slot ?? ''}`)], step: { ...REACHED, title: ({ slot }) => `推荐，占用 ${slot ?? ''} 号名额` } }),
  'work.withdraw-recommendation': row<Slot>({ name: '撤回推荐', readers: EVERYBODY, lines: slotLine, step: { ...SENT_BACK, title: () => '撤回推荐' } }),
  'work.put-scan': row<{ pages: number; sha256: string }>({
    name: '提交盖章扫描件', readers: EVERYBODY, lines: ({ pages, sha256 }) => [now('盖章扫描件', `${pages} 页，SHA-256 ${short(sha256)}`)], step: { state: 'done', mark: 'stamp', title: () => '提交盖章扫描件，推荐生效' },
  }),
  'work.disqualify': row<Slot>({ name: '取消资格', readers: EVERYBODY, lines: slotLine, step: { ...ENDED, title: (_, reason) => `取消资格：${reason}` } }),
  'work.print': row<{ copy: string }>({ name: '打印推荐表', readers: UNIT_AND_DEPARTMENT, lines: ({ copy }) => (copy === '' ? [] : [now('版式', copy)]) }),
  'work.download': row<{ sha256: string }>({ name: '下载原片', readers: UNIT_AND_DEPARTMENT, lines: ({ sha256 }) => [now('SHA-256', sha256)] }),
  'work.compare': row<{ other: string }>({ name: '对照查看', readers: DEPARTMENT, lines: ({ other }) => [now('对照的作品', other)] }),
  'work.reveal-contact': row({ name: '查看联系方式', readers: DEPARTMENT }),

  'computer.allow': row<Device>({ name: '允许电脑上传', readers: EVERYBODY, lines: ({ device }) => [now('电脑', device)] }),
  'computer.join': row<Device>({ name: '电脑接入', readers: EVERYBODY, lines: ({ device }) => [now('电脑', device)] }),
  'computer.revoke': row<Device>({ name: '断开电脑', readers: EVERYBODY, lines: ({ device }) => [gone('电脑', device)] }),
  'file.upload-film': upload('上传成片', '成片', EVERYBODY, { state: 'done', mark: 'upload', title: () => '成片传完' }),
  'file.upload-broadcast-proof': upload('上传播放证明', '文件', EVERYBODY),
  'file.upload-licence-proof': upload('上传授权证明', '文件', EVERYBODY),
  'file.upload-scan': upload('上传盖章扫描件 PDF', '文件', UNIT_AND_DEPARTMENT),
  'file.upload-scan-photo': upload('拍摄盖章页', '文件', UNIT_AND_DEPARTMENT),
  'scan.confirm': row<{ how: 'eye' | 'code' }>({ name: '核对盖章页', readers: UNIT_AND_DEPARTMENT, lines: ({ how }) => [now('核对盖章页', how === 'eye' ? '看过后确认' : '版本码一致')] }),

  'inspection.done': row<{ failing: number; notable: NotableFinding[] }>({
    name: '自动检测完成', readers: EVERYBODY,
    lines: ({ notable }) => notable.map(({ finding, required, measured }) => now(finding, required === null ? measured : `${measured}（要求 ${required}）`)),
    step: { ...REACHED, title: ({ failing }) => (failing > 0 ? `自动检测完成，${failing} 项不通过` : '自动检测完成'), look: ({ failing }) => (failing > 0 ? ENDED : REACHED) },
  }),
  'inspection.retry': row({ name: '要求重新检测', readers: UNIT_AND_DEPARTMENT }),
  'film.order-judging': row({ name: '要求制作评审画质', readers: DEPARTMENT }),
  'finding.set-aside': setAside('人工复核', EVERYBODY),
  'finding.take-back-set-aside': takenBack('撤销人工复核', EVERYBODY),
  'other-works.set-aside': setAside('人工复核（与其他作品）', DEPARTMENT),
  'other-works.take-back-set-aside': takenBack('撤销人工复核（与其他作品）', DEPARTMENT),

  'hand-over.make': row<{ number: number; code: string; works: string }>({ name: '报送材料', readers: UNIT_AND_DEPARTMENT, lines: ({ number, code, works }) => [now('第几次报送', `${number}`), now('作品', works), now('报送码', code)] }),
  'hand-over.receive': row<{ what: string; isTakenBack: boolean } & OfPackage>({ name: '收件登记', readers: UNIT_AND_DEPARTMENT, lines: ({ what, isTakenBack, title }) => [now(isTakenBack ? '撤回登记' : '收到', what), now('材料包', title)] }),
  'package.cancel': ofPackage('取消材料包'),
  'package.retry': ofPackage('重做材料包'),
  'package.verify': ofPackage('核对材料包'),
  'package.link': ofPackage('取材料包下载地址'),
  'package.mail': row<Recipient & OfPackage & { way: string }>({ name: '发送报送邮件', readers: UNIT_AND_DEPARTMENT, lines: ({ to, way, title }) => [now('收件人', to), now('经由', way), now('材料包', title)] }),
  'package.bounce': row<Recipient & OfPackage & { answer: string }>({ name: '报送邮件被退回', readers: UNIT_AND_DEPARTMENT, lines: ({ to, answer, title }) => [now('收件人', to), now('退信原因', answer), now('材料包', title)] }),
  'package.export': row<{ works: number } & OfPackage>({ name: '导出作品', readers: DEPARTMENT, lines: ({ works, title }) => [now('作品', `${works} 部`), now('材料包', title)] }),
};

export type AuditAction = keyof typeof AUDIT_ACTIONS;
export type AuditParams<A extends AuditAction> = (typeof AUDIT_ACTIONS)[A] extends AuditRow<infer P extends object> ? P : never;
