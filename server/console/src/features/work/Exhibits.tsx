import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { exhibitsOf, pictureAt, sayExhibit, type Exhibit } from '@kepu/shared/inspection/evidence';
import type { Finding } from '@kepu/shared/inspection/finding';
import { sayTimecode } from '@kepu/shared/time';
import styles from './Exhibits.module.css';
import { Frame } from './Frame';
import { SubtitleStrip } from './SubtitleStrip';

interface Props {
  finding: Finding;
  pictures: FilmPictureLinks | null;
  onSeek: (ms: number) => void;
}

/** What a finding points at, side by side: pictures with their time and what was read there. A click goes to the second. */
export function Exhibits({ finding, pictures, onSeek }: Props) {
  const { exhibits, strip, missing } = exhibitsOf(finding);
  if (exhibits.length + strip.length + missing.length === 0) return null;
  return (
    <>
      {missing.length > 0 && <p className={styles.missing}>{missing.join('；')}</p>}
      {exhibits.length > 0 && (
        <div className={styles.row}>
          {exhibits.map((exhibit) => (
            <OneExhibit key={`${exhibit.atMs}-${exhibit.toMs ?? ''}`} exhibit={exhibit} pictures={pictures} onSeek={onSeek} />
          ))}
        </div>
      )}
      <SubtitleStrip strip={strip} pictures={pictures} onSeek={onSeek} />
    </>
  );
}

function OneExhibit({ exhibit: { atMs, toMs, said }, pictures, onSeek }: Omit<Props, 'finding'> & { exhibit: Exhibit }) {
  const time = toMs === null ? sayTimecode(atMs) : `${sayTimecode(atMs)}–${sayTimecode(toMs)}`;
  return (
    <button type="button" className={styles.one} aria-label={`跳到 ${time}`} onClick={() => onSeek(atMs)}>
      <Frame className={styles.frame} picture={pictureAt(pictures, atMs)} />
      <b>{time}</b>
      {said.map(sayExhibit).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </button>
  );
}
