import { useRead } from '../../api/queries';
import { ClauseQuote } from '../../ui/ClauseQuote';
import styles from './LoginPage.module.css';

/** Left half of the pages before the log-in: whose system this is, and this year's theme. */
export function LoginArt() {
  const { data } = useRead('GET /api/campaign', {});
  const config = data?.config;
  return (
    <section className={styles.art}>
      <Landscape />
      <div className={styles.artText}>
        <p className={styles.organiser}>{config?.organiser.name}</p>
        <h1>
          科普微视频
          <br />
          征集推荐平台
        </h1>
        {config && <ClauseQuote source={`${config.year}年征集主题 · ${config.documentNumber} 一`}>{config.theme}</ClauseQuote>}
      </div>
      {data?.isDemonstration && <p className={styles.artFoot}>本环境为演示数据，不含真实作品与个人信息</p>}
    </section>
  );
}

function Landscape() {
  return (
    <svg className={styles.landscape} viewBox="0 0 800 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle cx="610" cy="470" r="92" fill="#fff" opacity=".75" />
      <g stroke="#074450" strokeWidth="3" fill="none" opacity=".55">
        <path d="M640 640V520M640 520l-40-22M640 520l42-18M640 520l2 46" />
        <path d="M716 652v-84M716 568l-26-16M716 568l28-12M716 568v30" strokeWidth="2.4" />
      </g>
      <path d="M0 640c120-60 230-70 360-24s260 50 440-22v306H0z" fill="#8fbcc4" />
      <path d="M0 712c150-64 280-52 420-10s260 34 380-18v216H0z" fill="#4a8c98" />
      <path d="M0 786c170-50 330-34 480 0s230 20 320-8v122H0z" fill="#0a5866" />
      <path d="M0 846c200-34 420-20 800-26v80H0z" fill="#063a45" />
    </svg>
  );
}
