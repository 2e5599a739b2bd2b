import { sayBytes } from '@kepu/shared/errors';
import { sayHandOverCode } from '@kepu/shared/handover/code';
import { sayDeadline, type Instant } from '@kepu/shared/time';

export interface DownloadEntry {
  href: string;
  label: string;
  bytes: number;
  note: string;
}

export interface DownloadPage {
  title: string;
  callTitle: string;
  code: string;
  qr: { path: string; modules: number };
  expiresAt: Instant;
  manifestSha256: string;
  works: readonly { slot: number; title: string }[];
  archive: DownloadEntry;
  media: readonly { label: string; entries: readonly DownloadEntry[]; unfit: number }[];
  mailHref: string | null;
  isHandOver: boolean;
  /** Where envelope and disc go. */
  address: string;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const plain = (text: string) => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '');

const STYLE = `
body{margin:0;background:#f1f4f3;color:#17262b;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:760px;margin:0 auto;padding:32px 16px 64px}
h1{font-size:24px;margin:0 0 4px}h2{font-size:18px;margin:0 0 12px}p{margin:0 0 8px;color:#46565c}
section{background:#fff;border:1px solid #dbe3e2;border-radius:10px;padding:20px;margin-top:16px}
a.b{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;min-height:44px;box-sizing:border-box;padding:10px 16px;margin:8px 0;border:1px solid #0a5866;border-radius:8px;color:#0a5866;text-decoration:none;font-weight:600}
a.b.m{background:#0a5866;color:#fff}a.b:hover{text-decoration:underline}a.b:focus-visible{outline:3px solid #e0a33a;outline-offset:2px}
a.b span{margin-left:auto;font-weight:400}small{color:#46565c;font-size:14px;overflow-wrap:anywhere}ol{margin:0;padding-left:24px}
.labels{display:flex;flex-wrap:wrap;gap:16px}.label{display:flex;gap:16px;border:1px solid #17262b;padding:12px;width:340px;box-sizing:border-box;background:#fff}
.label svg{width:96px;height:96px;flex:none}.label b{display:block;font-size:18px}
@media print{body{background:#fff}main{padding:0}section:not(.print),h1,main>p,.labels~p,h2{display:none}section.print{border:0;padding:0}}`;

/** The page behind the short address: any browser, no script, nothing from elsewhere. */
export function downloadPage(page: DownloadPage): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${plain(page.title)} · 材料下载</title><style>${STYLE}</style></head><body><main>
<p>${plain(page.callTitle)}</p><h1>${plain(page.title)}</h1>
<p>这个地址 ${plain(sayDeadline(page.expiresAt))} 失效，拿到它的人都能下载，请只发给经办人。</p>
<section><h2>${page.works.length} 部作品</h2><ol>${page.works.map(({ slot, title }) => `<li value="${slot}">《${plain(title)}》</li>`).join('')}</ol></section>
<section><h2>下载</h2>${link(page.archive, true)}${page.mailHref === null ? '' : `<a class="b" href="${plain(page.mailHref)}">邮件草稿（.eml）</a><p><small>用自己的邮箱发：在电脑上双击打开，核对收件人后发送。附件是推荐表和扫描件，视频用下载地址。</small></p>`}</section>
${page.media.map(discs).join('')}
${page.isHandOver ? labels(page) : ''}
<section><h2>核对</h2><p>解压后用 checksums.sha256 核对每个文件；清单（manifest.json）的 SHA-256：</p><small>${plain(page.manifestSha256)}</small></section>
</main></body></html>`;
}

/** Why there is nothing to fetch, for whoever opened the address. */
export function refusalPage(sentence: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>材料下载</title><style>${STYLE}</style></head><body><main><h1>材料下载</h1><section><p>${plain(sentence)}</p></section></main></body></html>`;
}

function link({ href, label, bytes, note }: DownloadEntry, isMain = false): string {
  return `<a class="b${isMain ? ' m' : ''}" href="${plain(href)}">${plain(label)}<span>${plain(sayBytes(bytes))}</span></a><p><small>${plain(note)}</small></p>`;
}

function discs({ label, entries, unfit }: DownloadPage['media'][number]): string {
  const warning = unfit > 0 ? `<p>有 ${unfit} 部作品太大，这种盘装不下，请用更大的盘。</p>` : '';
  return `<section><h2>${plain(label)}映像</h2>${entries.map((entry) => link(entry)).join('')}${warning}<p><small>在 Windows 里右键点下载好的文件，选“刻录光盘映像”。</small></p></section>`;
}

function labels({ title, code, qr, address }: DownloadPage): string {
  const drawing = `<svg viewBox="-2 -2 ${qr.modules + 4} ${qr.modules + 4}" role="img" aria-label="报送码二维码"><path d="${qr.path}"/></svg>`;
  const label = (what: string) => `<div class="label">${drawing}<div><b>${sayHandOverCode(code)}</b>${plain(title)}<br>${what}</div></div>`;
  return `<section class="print"><h2>信封和光盘标签</h2><div class="labels">${label(`信封　寄：${plain(address)}`)}${label('光盘')}</div><p><small>打印本页，只印出标签。收件时扫一下码就登记。</small></p></section>`;
}
