import styles from './ThinBar.module.css';

/** A thin moving line over old rows while new ones are on their way. */
export function ThinBar({ isOn }: { isOn: boolean }) {
  return <div className={isOn ? styles.on : styles.off} role="progressbar" aria-label="正在更新" aria-hidden={!isOn} />;
}
