export type Medium = 'dvd' | 'cd';

/** What discs are burnt on. Capacities in bytes, by the sectors of 2048 bytes a blank disc has. */
export const MEDIA: Record<Medium, { label: string; short: string; bytes: number }> = {
  dvd: { label: 'DVD 光盘（4.7 GB）', short: 'DVD', bytes: 2_295_104 * 2048 },
  cd: { label: 'CD-R 光盘（700 MB）', short: 'CD', bytes: 359_847 * 2048 },
};

export const MEDIUM_NAMES: readonly Medium[] = ['dvd', 'cd'];

const SECTOR = 2048;
/** What the folders and tables of a disc take besides its files, generously. */
export const DISC_OVERHEAD = 750 * SECTOR;
/** The file system of a disc knows no longer file. */
const LONGEST_FILE = 0xffff_f800;

export interface WorkSize {
  workId: string;
  files: readonly number[];
}

export interface DiscSplit {
  /** Works on each disc, in the order they were given. */
  discs: string[][];
  /** Works that no disc of this kind can hold. */
  unfit: string[];
}

const onDisc = (files: readonly number[]) => files.reduce((sum, bytes) => sum + Math.ceil(bytes / SECTOR) * SECTOR, 0);

/** Whole works, in their order, onto as few discs as that order allows; `common` files are on every disc. */
export function splitOntoDiscs(works: readonly WorkSize[], common: readonly number[], medium: Medium): DiscSplit {
  const room = MEDIA[medium].bytes - DISC_OVERHEAD - onDisc(common);
  const discs: string[][] = [];
  const unfit: string[] = [];
  let left = 0;
  for (const { workId, files } of works) {
    const size = onDisc(files);
    if (size > room || files.some((bytes) => bytes > LONGEST_FILE)) {
      unfit.push(workId);
      continue;
    }
    if (size > left) {
      discs.push([]);
      left = room;
    }
    discs.at(-1)?.push(workId);
    left -= size;
  }
  return { discs: discs.length > 0 ? discs : [[]], unfit };
}
