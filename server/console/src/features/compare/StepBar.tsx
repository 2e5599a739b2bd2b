import type { InStep } from '@kepu/shared/inspection/in-step';
import { Button, Segmented } from 'antd';
import { Icon } from '../../ui/Icon';
import type { Player } from '../film/use-player';
import styles from './ComparePage.module.css';

interface Props {
  inStep: InStep;
  mine: Player;
  other: Player | null;
}

/** One control for both films; the sound of one of them at a time. */
export function StepBar({ inStep, mine, other }: Props) {
  const hear = (which: 'mine' | 'other') => {
    if (mine.isMuted === (which === 'mine')) mine.mute();
    if (other && other.isMuted === (which === 'other')) other.mute();
  };
  const toggle = () => {
    if (!inStep.isPlaying && other && !mine.isMuted && !other.isMuted) other.mute();
    inStep.toggle();
  };
  return (
    <div className={styles.bar}>
      {other && (
        <Segmented
          size="small"
          value={mine.isMuted ? 'other' : 'mine'}
          onChange={hear}
          options={[
            { value: 'mine', label: '听这部' },
            { value: 'other', label: '听另一部' },
          ]}
        />
      )}
      <Button size="small" onClick={() => inStep.step(-1)} aria-keyshortcuts=",">
        上一处
      </Button>
      <Button size="small" onClick={() => inStep.step(1)} aria-keyshortcuts=".">
        下一处
      </Button>
      <Button type="primary" onClick={toggle} aria-keyshortcuts="Space" icon={<Icon name={inStep.isPlaying ? 'pause' : 'play'} />}>
        {inStep.isPlaying ? '暂停' : other ? '两部同步播放' : '播放'}
      </Button>
    </div>
  );
}
