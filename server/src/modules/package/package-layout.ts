import { extensionOf, FolderNames, safeName } from '@kepu/shared/handover/file-names';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { materialKind } from '@kepu/shared/forms/work-form';
import type { StoredFile } from '../upload/file.entity.js';
import type { SourceWork } from './package-sources.js';
import type { ItemKind } from './package.entity.js';

/** A stored file and where it goes. */
export interface PlacedFile {
  position: number;
  path: string;
  kind: ItemKind;
  workId: string;
  file: StoredFile;
}

/** Room in the order of a package: what belongs to all of it comes first, then a work at a time. */
const PER_WORK = 1000;
const [SCAN_AT, PROOFS_AT, LICENCES_AT] = [50, 100, 500];
/** Where the drawn papers of a work stand, after its film. */
export const PAPERS_AT = 10;
const LONGEST_FOLDER = 44;

export const firstPosition = (index: number) => (index + 1) * PER_WORK;

/** The folder of a work: `02_草原夜空里的北斗`. */
export function folderOf(number: number, title: string): string {
  return safeName(`${String(number).padStart(2, '0')}_${title}`, '', LONGEST_FOLDER);
}

/** Name of a paper of a work: `推荐表_草原夜空里的北斗_盖章扫描件.pdf`. */
export function paperName(title: string, suffix: string): string {
  return safeName(`推荐表_${title}`, suffix);
}

/** Film, scan and proofs of one work in its folder. */
export function placeFiles({ work, version: { form }, film, scan, files }: SourceWork, index: number, folder: string, config: CampaignConfig): PlacedFile[] {
  const first = firstPosition(index);
  const place = (at: number, path: string, kind: ItemKind, file: StoredFile): PlacedFile => ({ position: first + at, path: `${folder}/${path}`, kind, workId: work.id, file });
  const proofs = nameProofs(form.broadcasts.map(({ platform, proofIds }) => ({ words: platform, proofIds })), files);
  const licences = nameProofs(form.materials.map(({ kindId, proofIds }) => ({ words: materialKind(config, kindId)?.label ?? '引用素材', proofIds })), files);
  return [
    place(0, safeName(form.title, extensionOf(film.name) || '.mp4'), 'film', film),
    ...(scan ? [place(SCAN_AT, paperName(form.title, `_盖章扫描件${extensionOf(scan.name)}`), 'scan', scan)] : []),
    ...proofs.map(({ name, file }, n) => place(PROOFS_AT + n, `播放证明/${name}`, 'proof', file)),
    ...licences.map(({ name, file }, n) => place(LICENCES_AT + n, `授权证明/${name}`, 'licence', file)),
  ];
}

/** Proof files numbered by the entry of the form they belong to: `1_某视频平台.png`, `1_某视频平台 (2).png`. */
function nameProofs(entries: readonly { words: string; proofIds: readonly string[] }[], files: ReadonlyMap<string, StoredFile>): { name: string; file: StoredFile }[] {
  const names = new FolderNames();
  return entries.flatMap(({ words, proofIds }, index) => proofIds.flatMap((id) => {
    const file = files.get(id);
    return file ? [{ name: names.take(`${index + 1}_${words}`, extensionOf(file.name)), file }] : [];
  }));
}
