import { sayTimecode } from '@kepu/shared/time';
import { Select } from 'antd';
import { Icon } from '../../ui/Icon';
import styles from './PlayerBar.module.css';
import type { Quality, QualityChoice } from './quality';
import type { Player } from './use-player';

const RATES = [0.5, 1, 1.25, 1.5, 2].map((rate) => ({ value: rate, label: `${rate}×` }));

interface Props {
  player: Player;
  durationMs: number;
  quality: Quality;
  choices: QualityChoice[];
  onQuality: (quality: Quality) => void;
  onStep: (by: 1 | -1) => void;
}

/** Play, sound, speed, findings before and after, which copy is played, full screen. */
export function PlayerBar({ player, durationMs, quality, choices, onQuality, onStep }: Props) {
  return (
    <div className={styles.bar}>
      <button type="button" onClick={player.toggle} aria-label={player.isPlaying ? '暂停' : '播放'} aria-keyshortcuts="Space">
        <Icon name={player.isPlaying ? 'pause' : 'play'} />
      </button>
      <span>
        {sayTimecode(player.atMs)} / {sayTimecode(durationMs)}
      </span>
      <button type="button" onClick={player.mute} aria-label={player.isMuted ? '打开声音' : '静音'}>
        <Icon name={player.isMuted ? 'muted' : 'sound'} />
      </button>
      <Select size="small" variant="borderless" className={styles.rate} aria-label="播放速度" options={RATES} value={player.rate} onChange={player.setRate} popupMatchSelectWidth={false} />
      <span className={styles.space} />
      <button type="button" onClick={() => onStep(-1)} aria-label="上一条结论" aria-keyshortcuts=",">
        <Icon name="left" size={13} />
      </button>
      <span className={styles.step}>上一条 / 下一条结论</span>
      <button type="button" onClick={() => onStep(1)} aria-label="下一条结论" aria-keyshortcuts=".">
        <Icon name="right" size={13} />
      </button>
      {choices.length > 1 ? (
        <Select size="small" variant="borderless" className={styles.rate} aria-label="画质" options={choices} value={quality} onChange={onQuality} popupMatchSelectWidth={false} />
      ) : (
        <span className={styles.quality}>{choices[0]?.label}</span>
      )}
      <button type="button" onClick={player.fullScreen} aria-label="全屏">
        <Icon name="screen" />
      </button>
    </div>
  );
}
