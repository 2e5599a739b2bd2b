import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { pictureAt, type SubtitleBand } from '@kepu/shared/inspection/evidence';
import { sayTimecode } from '@kepu/shared/time';
import { Frame } from './Frame';
import styles from './SubtitleStrip.module.css';

interface Props {
  strip: readonly SubtitleBand[];
  pictures: FilmPictureLinks | null;
  onSeek: (ms: number) => void;
}

/** The places of subtitles all through the film, side by side: the lower band of each picture and what was read in it. */
export function SubtitleStrip({ strip, pictures, onSeek }: Props) {
  if (strip.length === 0) return null;
  return (
    <ul className={styles.strip} aria-label="字幕抽样">
      {strip.map(({ atMs, text }) => (
        <li key={atMs}>
          <button type="button" className={styles.one} aria-label={`跳到 ${sayTimecode(atMs)}：${text ?? '没有读到字幕'}`} onClick={() => onSeek(atMs)}>
            <span className={styles.band}>
              <Frame className={styles.frame} picture={pictureAt(pictures, atMs)} />
            </span>
            <b>{sayTimecode(atMs)}</b>
            {text === null ? <em>没有读到字幕</em> : <span>{text}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
