import { NavLink } from 'react-router';
import { useServerNow } from '../../api/server-clock';
import { useCampaign } from '../../features/campaign/current';
import { Icon, type IconName } from '../../ui/Icon';
import { plainTime } from '../../ui/short-time';
import { CallSwitch } from './CallSwitch';
import styles from './SideNav.module.css';

interface Entry {
  to: string;
  label: string;
  icon: IconName;
}

const GROUPS: { label: string | null; entries: Entry[] }[] = [
  { label: null, entries: [{ to: '/', label: '概览', icon: 'bars' }] },
  {
    label: '征集',
    entries: [
      { to: '/works', label: '作品', icon: 'film' },
      { to: '/units', label: '推荐单位与名额', icon: 'building' },
    ],
  },
  {
    label: '报送',
    entries: [
      { to: '/hand-overs', label: '报送材料', icon: 'disc' },
      { to: '/front-desk', label: '收件登记', icon: 'mail' },
      { to: '/exports', label: '导出', icon: 'external' },
    ],
  },
  {
    label: '设置',
    entries: [
      { to: '/campaign', label: '征集设置', icon: 'settings' },
      { to: '/rules', label: '规则说明', icon: 'ticked' },
      { to: '/audit', label: '操作日志', icon: 'log' },
    ],
  },
];

/** The menu, with the call's name above and the server's time below. */
export function SideNav() {
  return (
    <nav className={styles.nav} aria-label="主导航">
      <div className={styles.brand}>
        <Mark />
        <span>科普微视频征集推荐</span>
      </div>
      <CampaignName />
      {GROUPS.map(({ label, entries }) => (
        <div key={label ?? 'top'} role="group" aria-label={label ?? undefined}>
          {label && <p className={styles.group}>{label}</p>}
          {entries.map(({ to, label: name, icon }) => (
            <NavLink key={to} to={to} end={to === '/'} className={styles.link} title={name}>
              <Icon name={icon} />
              <span>{name}</span>
            </NavLink>
          ))}
        </div>
      ))}
      <ServerTime />
    </nav>
  );
}

function CampaignName() {
  const { config, isDemonstration } = useCampaign();
  return (
    <div className={styles.campaign}>
      <CallSwitch name={`${config.year}年度征集`} />
      {isDemonstration ? '演示数据' : config.documentNumber}
    </div>
  );
}

function ServerTime() {
  const now = useServerNow(1000);
  return (
    <div className={styles.foot}>
      服务器时间（北京时间）
      <br />
      <time dateTime={new Date(now).toISOString()}>{plainTime(now)}</time>
    </div>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
      <rect width="26" height="26" rx="6" fill="var(--pri)" />
      <path d="M4 18c4-5 7-5 10-2.5S20 18 23 14" fill="none" stroke="#fff" strokeWidth="1.8" />
      <path d="M10.5 6.5V13l5.5-3.25z" fill="#fff" />
    </svg>
  );
}
