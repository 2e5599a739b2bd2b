import { Injectable } from '@nestjs/common';
import { sayBytes } from '@kepu/shared/errors';
import { sayHandOverCode } from '@kepu/shared/handover/code';
import { sayDeadline, type Instant } from '@kepu/shared/time';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { Storage } from '../../platform/storage.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import type { Package, PackageItem } from './package.entity.js';
import { Packages } from './packages.js';

/** Ordinary mailboxes take some tens of megabytes, and a mail grows by a third on its way. */
const MOST_ATTACHED = 18_000_000;

export interface MailLink {
  url: string;
  expiresAt: Instant;
}

/** The message that goes to the call's mailbox: forms, scans, lists; the films by link, since no mailbox takes them. */
@Injectable()
export class MailDrafts {
  constructor(
    private readonly storage: Storage,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly packages: Packages,
  ) {}

  async compose(row: Package, link: MailLink): Promise<SendMailOptions & { subject: string; text: string }> {
    const { config } = await this.campaigns.get(row.campaignId);
    const unitName = (await this.units.find(row.unitId))?.name ?? '';
    const works = await this.packages.worksOf(row.id);
    const items = await this.packages.itemsOf(row.id);
    const { attached, left } = chooseAttachments(items);
    const films = items.filter(({ kind }) => kind === 'film');
    const text = [
      `${config.organiser.name}${config.organiser.office}：`, '',
      `现报送${unitName}推荐参加“${config.title}”的作品 ${works.length} 部（第 ${row.number ?? 1} 次报送，报送码 ${sayHandOverCode(row.code)}）：`, '',
      ...works.map(({ slot, title }) => `${slot}. 《${title}》`), '',
      `视频文件共 ${sayBytes(films.reduce((sum, { bytes }) => sum + bytes, 0))}，请从下面的地址下载（支持断点续传，${sayDeadline(link.expiresAt)} 前有效）：`, link.url, '',
      `随信附上推荐表电子版、纸质版扫描件和清单。${left.length > 0 ? `另有 ${left.length} 个文件因邮件大小所限没有附上，都在上面的地址里。` : ''}`,
      `清单（manifest.json）的 SHA-256：${row.manifestSha256 ?? ''}`, '',
      `${unitName}`, row.createdByName, '',
    ].join('\r\n');
    return {
      to: config.handOver.email,
      subject: `${unitName}报送${config.year}年科普微视频作品 ${works.length} 部（第 ${row.number ?? 1} 次报送）`,
      text,
      attachments: attached.map((item) => ({ filename: attachmentName(item), path: this.storage.pathOf(item.key) })),
    };
  }

  /** As a file that a mail program opens as an unsent message. */
  async file(row: Package, link: MailLink): Promise<Buffer> {
    const mail = await this.compose(row, link);
    const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({ ...mail, headers: { 'X-Unsent': '1' } });
    if (!Buffer.isBuffer(message)) throw new Error('the draft was not buffered');
    return message;
  }
}

/** Lists first, then forms, then scans, as far as a mail carries them; a film never. */
export function chooseAttachments(items: readonly PackageItem[]): { attached: PackageItem[]; left: PackageItem[] } {
  const order = ['manifest', 'summary', 'paper', 'scan'] as const;
  const wanted = order.flatMap((kind) => items.filter((item) => item.kind === kind));
  const attached: PackageItem[] = [];
  let bytes = 0;
  for (const item of wanted) {
    if (bytes + item.bytes > MOST_ATTACHED) continue;
    attached.push(item);
    bytes += item.bytes;
  }
  return { attached, left: wanted.filter((item) => !attached.includes(item)) };
}

/** In a mail there are no folders: the number of the work leads. */
function attachmentName({ path }: PackageItem): string {
  const parts = path.split('/');
  const number = /^\d+/u.exec(parts.at(-2) ?? '')?.[0];
  return `${number === undefined ? '' : `${number}_`}${parts.at(-1) ?? path}`;
}
