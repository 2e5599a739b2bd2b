import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { handOverAddress } from '@kepu/shared/handover/code';
import { MEDIA, MEDIUM_NAMES, type Medium } from '@kepu/shared/handover/discs';
import { safeName } from '@kepu/shared/handover/file-names';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { qrOutline } from '../../platform/qr-outline.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Storage } from '../../platform/storage.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { archiveOf, discOf, discsOf } from './package-archive.js';
import { downloadPage, refusalPage, type DownloadEntry, type DownloadPage } from './download-page.js';
import type { SegmentPlan } from './image/segments.js';
import { PackageLinks } from './package-links.js';
import type { Package, PackageItem } from './package.entity.js';
import { Packages } from './packages.js';
import { MailDrafts } from './mail-drafts.js';
import { sendArchive } from './send-range.js';

/** Counts a change of how archives are laid out: other bytes must have another tag. */
const LAYOUT = 1;
const FILE = /^(?:package\.zip|(dvd|cd)-(\d{1,3})\.iso)$/u;

/** Packages on their way to a computer. */
@Injectable()
export class Downloads {
  constructor(
    private readonly storage: Storage,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly packages: Packages,
    private readonly links: PackageLinks,
    private readonly drafts: MailDrafts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What there is to fetch, on a page for any browser. */
  async page(code: string, response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    try {
      response.type('html').send(downloadPage(await this.contents(code)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.status(error.status).type('html').send(refusalPage(error.message));
    }
  }

  private async contents(code: string): Promise<DownloadPage> {
    const { row, expiresAt } = await this.links.open(code);
    const items = await this.packages.itemsOf(row.id);
    const under = (file: string) => `/media/package/${code}/${file}`;
    const media = row.papers ? [] : await Promise.all(MEDIUM_NAMES.map(async (medium) => ({ label: MEDIA[medium].label, entries: await this.discEntries(row, items, medium, under), unfit: discsOf(items, medium).unfit.length })));
    const { config } = await this.campaigns.get(row.campaignId);
    return {
      title: row.title, callTitle: config.title, code: row.code, qr: qrOutline(handOverAddress(this.config.publicUrl, row.code)), expiresAt, manifestSha256: row.manifestSha256 ?? '', works: await this.packages.worksOf(row.id), media,
      archive: { href: under('package.zip'), label: row.papers ? '全部 PDF（ZIP）' : '全部材料（ZIP）', bytes: archiveOf(items).size, note: row.papers ? '解压后直接打印；清单写明每个文件。中断后可以接着下载。' : '视频原片、推荐表、盖章扫描件、证明、清单。中断后可以接着下载。' },
      mailHref: row.kind === 'hand-over' ? under('mail.eml') : null, isHandOver: row.kind === 'hand-over', address: `${config.organiser.name}${config.organiser.office}`,
    };
  }

  /** One of the files of that page. */
  async file(code: string, name: string, request: Request, response: Response): Promise<void> {
    const { row, expiresAt } = await this.links.open(code);
    if (name === 'mail.eml') return this.draft(row, { url: `${this.config.publicUrl}/d/${code}`, expiresAt }, response);
    const items = await this.packages.itemsOf(row.id);
    const { plan, extension, what } = found(await this.planOf(row, items, name));
    await this.refuseChanged(row, plan);
    const etag = createHash('sha256').update(JSON.stringify([LAYOUT, what, items.map(({ path, bytes, sha256, at }) => [path, bytes, sha256, at])])).digest('hex').slice(0, 40);
    const mime = extension === '.zip' ? 'application/zip' : 'application/x-iso9660-image';
    await sendArchive({ plan, etag, mime, name: safeName(row.title, extension === '.zip' ? '.zip' : `_${what}.iso`, 120) }, request, response, (key) => this.storage.pathOf(key));
  }

  private async planOf(row: Package, items: readonly PackageItem[], name: string): Promise<{ plan: SegmentPlan; extension: '.zip' | '.iso'; what: string } | null> {
    const match = FILE.exec(name);
    if (!match) return null;
    const [medium, number] = [match[1] as Medium | undefined, Number(match[2])];
    if (!medium) return { plan: archiveOf(items), extension: '.zip', what: 'zip' };
    const plan = discOf(items, medium, number, { label: await this.labelOf(row), at: row.createdAt });
    return plan && { plan, extension: '.iso', what: `${MEDIA[medium].short}${number}` };
  }

  private async discEntries(row: Package, items: readonly PackageItem[], medium: Medium, under: (file: string) => string): Promise<DownloadEntry[]> {
    const { discs } = discsOf(items, medium);
    const facts = { label: await this.labelOf(row), at: row.createdAt };
    const works = await this.packages.worksOf(row.id);
    return discs.flatMap((ids, index) => {
      const plan = ids.length > 0 ? discOf(items, medium, index + 1, facts) : null;
      return plan ? [{ href: under(`${medium}-${index + 1}.iso`), label: `第 ${index + 1} 张，共 ${discs.length} 张`, bytes: plan.size, note: works.filter(({ workId }) => ids.includes(workId)).map(({ slot, title }) => `${slot}.《${title}》`).join(' ') }] : [];
    });
  }

  /** Shown by Windows as the name of the disc: `KEPU25_XA_1`. */
  private async labelOf({ unitId, campaignId, number }: Package): Promise<string> {
    const { config } = await this.campaigns.get(campaignId);
    const unit = await this.units.find(unitId);
    return ['KEPU', String(config.year).slice(-2), unit ? `_${unit.code}` : '', number === null ? '' : `_${number}`].join('').toUpperCase().replace(/[^A-Z0-9_]/gu, '_').slice(0, 11);
  }

  /** What was frozen is what is sent: a file that is gone or of another length stops everything. */
  private async refuseChanged(row: Package, plan: SegmentPlan): Promise<void> {
    for (const { key, bytes } of plan.files) {
      const stored = await this.storage.bytesOf(key);
      if (stored === bytes) continue;
      const path = (await this.packages.itemsOf(row.id)).find((item) => item.key === key)?.path ?? key;
      const problem = `${path} ${stored === null ? '不见了' : '长度变了'}`;
      await this.packages.conclude(row.id, ['ready'], { state: 'damaged', problem });
      throw new Refusal({ code: 'PACKAGE_DAMAGED', problem });
    }
  }

  private async draft(row: Package, link: { url: string; expiresAt: number }, response: Response): Promise<void> {
    const content = await this.drafts.file(row, link);
    response.setHeader('Content-Type', 'message/rfc822');
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Content-Disposition', `attachment; filename="mail.eml"; filename*=UTF-8''${encodeURIComponent(safeName(row.title, '.eml', 120))}`);
    response.end(content);
  }
}
