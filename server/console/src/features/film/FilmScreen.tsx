import { Button } from 'antd';
import { useState } from 'react';
import { useServerNow } from '../../api/server-clock';
import { Icon } from '../../ui/Icon';
import { plainTime } from '../../ui/short-time';
import { callName, useAccount } from '../session/use-session';
import styles from './FilmScreen.module.css';
import { addressOfQuality, type Quality } from './quality';
import { useFilmSource } from './use-film-source';
import type { Player } from './use-player';

interface Props {
  fileId: string;
  title: string;
  player: Player;
  /** Loads the film at once instead of on the first press. */
  isEager?: boolean;
  /** Which copy is played; the light one unless told, where there is one. */
  quality?: Quality;
}

/** The film itself, with who is watching it written over the corner. */
export function FilmScreen({ fileId, title, player, isEager = false, quality = 'preview' }: Props) {
  const [isWanted, setWanted] = useState(isEager);
  const [isBroken, setBroken] = useState(false);
  const source = useFilmSource(fileId);
  const poster = source.pictures?.poster ?? undefined;
  const again = () => {
    player.hold();
    setBroken(false);
    source.renew();
  };
  if (!isWanted) {
    return (
      <div className={styles.screen}>
        <button type="button" className={styles.start} aria-label={`播放《${title}》`} onClick={() => setWanted(true)}>
          {poster && <img src={poster} alt="" />}
          <Icon name="play" size={30} />
        </button>
      </div>
    );
  }
  return (
    <div className={styles.screen}>
      <video
        ref={player.ref}
        {...player.on}
        src={addressOfQuality(source, quality) ?? undefined}
        poster={poster}
        preload="metadata"
        autoPlay={!isEager}
        playsInline
        disablePictureInPicture
        controlsList="nodownload"
        onContextMenu={(event) => event.preventDefault()}
        onClick={player.toggle}
        onError={() => setBroken(true)}
        aria-label={`影片《${title}》`}
      />
      <Watermark />
      {(isBroken || source.error) && (
        <div className={styles.broken} role="alert">
          <p>影片没有放出来，可能是播放链接到期或网络中断。检测结论和推荐表不受影响。</p>
          <Button size="small" onClick={again}>
            从 {Math.floor(player.atMs / 1000)} 秒处重新打开
          </Button>
        </div>
      )}
    </div>
  );
}

function Watermark() {
  const account = useAccount();
  const now = useServerNow(60_000);
  return (
    <span className={styles.watermark} aria-hidden="true">
      {callName(account)} · {plainTime(now).slice(5, 16)}
    </span>
  );
}
