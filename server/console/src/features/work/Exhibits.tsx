import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { exhibitsOf, pictureAt, sayExhibit, tileStyle, type Exhibit } from '@kepu/shared/inspection/evidence';
import type { Finding } from '@kepu/shared/inspection/finding';
import { sayTimecode } from '@kepu/shared/time';
import styles from './Exhibits.module.css';

interface Props {
  finding: Finding;
  pictures: FilmPictureLinks | null;
  onSeek: (ms: number) => void;
}

/** What a finding points at, side by side: pictures with their time and what was read there. A click goes to the second. */
export function Exhibits({ finding, pictures, onSeek }: Props) {
  const { exhibits, missing } = exhibitsOf(finding);
  if (exhibits.length + missing.length === 0) return null;
  return (
    <>
      {missing.length > 0 && <p className={styles.missing}>{missing.join('；')}</p>}
      <div className={styles.row}>
        {exhibits.map((exhibit) => (
          <OneExhibit key={`${exhibit.atMs}-${exhibit.toMs ?? ''}`} exhibit={exhibit} pictures={pictures} onSeek={onSeek} />
        ))}
      </div>
    </>
  );
}

function OneExhibit({ exhibit: { atMs, toMs, said }, pictures, onSeek }: Omit<Props, 'finding'> & { exhibit: Exhibit }) {
  const time = toMs === null ? sayTimecode(atMs) : `${sayTimecode(atMs)}–${sayTimecode(toMs)}`;
  return (
    <button type="button" className={styles.one} aria-label={`跳到 ${time}`} onClick={() => onSeek(atMs)}>
      <Frame pictures={pictures} atMs={atMs} />
      <b>{time}</b>
      {said.map(sayExhibit).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </button>
  );
}

function Frame({ pictures, atMs }: { pictures: FilmPictureLinks | null; atMs: number }) {
  const picture = pictureAt(pictures, atMs);
  if (picture === null) return null;
  if (picture.tile === null) return <img className={styles.frame} src={picture.url} alt="" loading="lazy" />;
  return <i className={styles.frame} style={{ backgroundImage: `url("${picture.url}")`, ...tileStyle(picture.tile) }} />;
}
