import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { sayBytes } from '@kepu/shared/errors';
import { versionCode } from '@kepu/shared/forms/canonical';
import type { Finding } from '@kepu/shared/inspection/finding';
import { sayHandOverCode } from '@kepu/shared/handover/code';
import { sayFullMoment } from '@kepu/shared/time';
import type { Package, PackageItem, PackageWork } from './package.entity.js';
import { sumUp } from './rechecks.js';

/** Names of the lists; they stand at the top of a package and of every disc. */
export const LISTS = { list: '清单.txt', manifest: 'manifest.json', checksums: 'checksums.sha256' } as const;

type ListedItem = Pick<PackageItem, 'path' | 'kind' | 'bytes' | 'sha256' | 'workId' | 'at'>;

interface Listed {
  package: Package;
  unitName: string | null;
  config: CampaignConfig;
  works: readonly PackageWork[];
  items: readonly ListedItem[];
}

/** For machines: who handed over what, of which version, and the hash of every file. */
export function manifest({ package: { kind, number, title, code, createdAt, createdByName }, unitName, config, works, items }: Listed): Buffer {
  const content = {
    format: 'kepu-package/1',
    kind, title, number, code, unit: unitName,
    call: { title: config.title, documentNumber: config.documentNumber },
    frozenAt: new Date(createdAt).toISOString(), frozenBy: createdByName,
    works: works.map((work) => ({ number: work.slot, title: work.title, unit: work.unitName, version: work.versionNumber, versionCode: versionCode(work.version), versionSha256: work.version, scanSha256: work.scan || null })),
    // A number is a unit's own: in a package of many units its name goes with it.
    files: items.map(({ path, kind: item, bytes, sha256, workId, at }) => {
      const work = works.find((one) => one.workId === workId);
      return { path, kind: item, bytes, sha256, work: work?.slot ?? null, unit: work?.unitName ?? null, storedAt: new Date(at).toISOString() };
    }),
  };
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

/** For people, to be opened in Windows' Notepad: byte order mark, CRLF. */
export function readableList({ package: { kind, title, code, createdAt, createdByName }, unitName, config, works, items }: Listed): Buffer {
  const total = items.reduce((sum, { bytes }) => sum + bytes, 0);
  const lines = [
    `${config.title}　${kind === 'hand-over' ? '报送材料清单' : '材料清单'}`, '',
    ...(unitName ? [`推荐单位：${unitName}`] : []), `名　　称：${title}`, ...(kind === 'hand-over' ? [`报 送 码：${sayHandOverCode(code)}`] : []), `冻结时间：${sayFullMoment(createdAt)}（北京时间）`, `经 办 人：${createdByName}`,
    `作　　品：${works.length} 部，文件 ${items.length} 个，共 ${sayBytes(total)}`, '',
    ...works.flatMap((work) => [`${work.slot}. 《${work.title}》　${work.unitName}　第 ${work.versionNumber} 版　版本码 ${versionCode(work.version)}`, ...items.filter(({ workId }) => workId === work.workId).map(fileLine), '']),
    ...(items.some(({ workId }) => workId === null) ? ['其他', ...items.filter(({ workId }) => workId === null).map(fileLine), ''] : []),
    '每个文件后的 64 位字符是它的 SHA-256，用来核对文件没有变过；也可以用 checksums.sha256 一次核对。',
  ];
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

const fileLine = ({ path, bytes, sha256 }: ListedItem) => `   ${path}　${bytes} 字节\r\n      ${sha256}`;

/** For `sha256sum -c`. */
export function checksums(items: readonly ListedItem[]): Buffer {
  return Buffer.from(items.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
}

/** How a film stands by the rules of the call it is handed on to; without findings it was never measured. */
export function recheckText(title: string, callTitle: string, findings: readonly Finding[]): Buffer {
  const words: Partial<Record<Finding['verdict'], string>> = { pass: '符合', fail: '不符合', look: '请看一眼', unchecked: '没能检测' };
  const lines = findings.flatMap(({ rule, subject, verdict, measured, required, advice }) => {
    const word = words[verdict];
    return word ? [`${rule} ${subject}：${word}${measured ? `，实测 ${measured}` : ''}${required ? `，要求 ${required}` : ''}${advice ? `。${advice}` : ''}`] : [];
  });
  return Buffer.from(`\ufeff《${title}》按“${callTitle}”的规格复核\r\n${[`${sumUp(findings).sentence}。“请看一眼”和“没能检测”的要人工看。`, '', ...lines].join('\r\n')}\r\n`);
}
