import type { ReactElement } from 'react';
import styles from './Icon.module.css';

const DRAWINGS = {
  ban: <><circle cx="8" cy="8" r="6.2" /><path d="M3.7 12.3 12.3 3.7" /></>,
  bars: <path d="M2 13.5h12M3.5 13V8m3.2 5V4.5m3 8.5V9m3 4V3" />,
  building: <path d="M3 14V3.5L9 2v12M9 6h4v8M1.5 14h13M5.3 5.7h1.4M5.3 8.3h1.4M5.3 11h1.4" />,
  check: <path d="M3 8.5 6.5 12 13 4.5" />,
  chevron: <path d="m4 6 4 4 4-4" />,
  clock: <><circle cx="8" cy="8" r="6.2" /><path d="M8 4.5V8l2.4 1.6" /></>,
  copy: <><rect x="5.5" y="5.5" width="8" height="8" rx="1.2" /><path d="M10.5 5.5v-3h-8v8h3" /></>,
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  disc: <><circle cx="8" cy="8" r="6.2" /><circle cx="8" cy="8" r="1.6" /></>,
  external: <path d="M9.5 2.5h4v4M13.5 2.5l-6 6M11 9.5v4H2.5V5h4" />,
  eye: <><path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" /><circle cx="8" cy="8" r="2" /></>,
  film: <><rect x="1.8" y="3" width="12.4" height="10" rx="1.4" /><path d="M6.7 5.8v4.4L10.5 8z" /></>,
  info: <><circle cx="8" cy="8" r="6.2" /><path d="M8 7.3V11M8 5v.2" /></>,
  left: <path d="m10 3.5-4.5 4.5L10 12.5" />,
  link: <path d="M6.5 9.5l3-3M7 4.5l1.3-1.3a3 3 0 0 1 4.4 4.4L11.5 9M9 11.5l-1.3 1.3a3 3 0 0 1-4.4-4.4L4.5 7" />,
  lock: <><rect x="3" y="7" width="10" height="7" rx="1.2" /><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" /></>,
  log: <><path d="M3 2.5h7l3 3v8H3z" /><path d="M5.5 7h5M5.5 9.5h5M5.5 12h3" /></>,
  mail: <><rect x="2" y="3.5" width="12" height="9" rx="1" /><path d="m2.5 4.5 5.5 4 5.5-4" /></>,
  muted: <path d="M2.5 6v4H5l3.5 3V3L5 6zM11 6l4 4m0-4-4 4" />,
  pause: <path d="M5 3v10M11 3v10" strokeWidth="2.6" />,
  person: <><circle cx="8" cy="5" r="2.8" /><path d="M2.6 14c.5-3 2.6-4.5 5.4-4.5s4.9 1.5 5.4 4.5" /></>,
  play: <path d="M4.5 2.8v10.4L13 8z" fill="currentColor" />,
  plus: <path d="M8 3v10M3 8h10" />,
  printer: <path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z" />,
  pulse: <path d="M1.5 8.5H5L6.5 4l3 8.5L11 8.5h3.5" />,
  retry: <path d="M13 8a5 5 0 1 1-1.6-3.7M13.2 2v3h-3" />,
  right: <path d="M6 3.5 10.5 8 6 12.5" />,
  screen: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
  search: <><circle cx="7" cy="7" r="4.6" /><path d="m10.5 10.5 3.5 3.5" /></>,
  settings: <><path d="M2 4.5h6.5m3.5 0h2M2 11.5h2m3.5 0H14" /><circle cx="10.2" cy="4.5" r="1.7" /><circle cx="5.8" cy="11.5" r="1.7" /></>,
  sound: <path d="M2.5 6v4H5l3.5 3V3L5 6zM11 5.7a3.2 3.2 0 0 1 0 4.6" />,
  undo: <path d="M5.5 3l-3 3 3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6" />,
  users: <><circle cx="6" cy="5.5" r="2.4" /><path d="M1.5 13c.4-2.6 2-4 4.5-4s4.1 1.4 4.5 4M10.5 3.3a2.3 2.3 0 0 1 0 4.4M12 9.3c1.5.5 2.3 1.8 2.5 3.7" /></>,
  // the verdicts: told apart by their shape before their colour
  octagon: <><path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z" fill="currentColor" /><path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" stroke="#fff" /></>,
  triangle: <><path d="M8 2.2 14.4 13.5H1.6z" /><path d="M8 6.5v3.2m0 1.6v.2" /></>,
  ticked: <><circle cx="8" cy="8" r="6.2" /><path d="m5.2 8.2 2 2 3.6-4" /></>,
  dashed: <><circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.2" /><path d="M5.5 8h5" /></>,
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof DRAWINGS;

interface Props {
  name: IconName;
  size?: number;
}

/** A line drawing beside a word; it says nothing by itself, so it is hidden from screen readers. */
export function Icon({ name, size = 16 }: Props) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
