import { sayDeadline, type Instant } from '../time.js';

/** What people are told, in their in-app messages and by every other sender. */
export const MESSAGES = {
  submitted: (p: { title: string; receipt: string }) => `《${p.title}》已提交，回执号 ${p.receipt}。提交不等于推荐，请留意审核进度。`,
  toReview: (p: { title: string; author: string }) => `收到《${p.title}》（${p.author}），请审核。`,
  toReviewAgain: (p: { title: string; changes: number }) => `《${p.title}》改后重交，${p.changes} 处改动，请审核。`,
  withdrawn: (p: { title: string }) => `《${p.title}》已由作者撤回。`,
  returned: (p: { title: string; unit: string; count: number; until: Instant }) => `《${p.title}》被${p.unit}退回，${p.count} 处要改，请在 ${sayDeadline(p.until)} 前重新提交。`,
  declined: (p: { title: string; unit: string }) => `${p.unit}不予推荐《${p.title}》，原因见作品进度。`,
  recommended: (p: { title: string; unit: string; slot: number }) => `${p.unit}已推荐《${p.title}》，占用 ${p.slot} 号名额；盖章扫描件传上后生效。`,
  recommendationWithdrawn: (p: { title: string; unit: string }) => `${p.unit}撤回了对《${p.title}》的推荐，作品回到待审核。`,
  setAside: (p: { title: string; subject: string; by: string; reason: string }) => `《${p.title}》的“${p.subject}”已由${p.by}人工复核，不再算作问题。理由：${p.reason}`,
  setAsideWithdrawn: (p: { title: string; subject: string; by: string }) => `《${p.title}》的“${p.subject}”：${p.by}撤销了人工复核，请再看检测结论。`,
  inEffect: (p: { title: string }) => `《${p.title}》的盖章扫描件已上传，推荐生效。`,
  handedOver: (p: { unit: string; number: number; works: number }) => `${p.unit}第 ${p.number} 次报送已登记，${p.works} 部作品已冻结，材料包正在准备。`,
  packageReady: (p: { title: string }) => `${p.title}的材料包已备好，可以下载和发送。`,
  packageFailed: (p: { title: string; problem: string }) => `${p.title}的材料包没有做成：${p.problem}`,
  mailRefused: (p: { title: string; outcome: string }) => `${p.title}的邮件没有发出：${p.outcome}`,
  mailBounced: (p: { title: string; outcome: string }) => `${p.title}的邮件被退回：${p.outcome}`,
  materialsArrived: (p: { unit: string; what: string }) => `科技厅已收到${p.unit}寄来的${p.what}。`,
  disqualified: (p: { title: string }) => `《${p.title}》被取消资格，原因见作品进度。`,
  notInspected: (p: { title: string }) => `《${p.title}》的自动检测没有完成，不是影片的问题。请打开作品，点“重新检测”。`,
  inspected: (p: { title: string; failing: number; looking: number }) =>
    p.failing > 0 ? `《${p.title}》的成片检测完成：${p.failing} 项不通过，改好才能提交。` : `《${p.title}》的成片检测完成，${p.looking > 0 ? `${p.looking} 处请看一眼` : '没有发现问题'}。`,
} as const;
