import { chromium } from 'playwright-core';
const [,, base, who, out, size = '390x844', ...paths] = process.argv;
const [width, height] = size.split('x').map(Number);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const context = await browser.newContext({ viewport: { width: width!, height: height! }, deviceScaleFactor: 1, isMobile: true, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
const page = await context.newPage();
page.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', m.text().slice(0,200)); });
page.on('pageerror', (e) => console.log('PAGEERROR', e.message.slice(0,300)));
let n = 0;
const shot = async (name: string) => { await page.waitForTimeout(900); await page.screenshot({ path: `${out}/${String(++n).padStart(2,'0')}-${name}.png` }); };
if (who !== '-') {
  await page.goto(base + '/pages/login/index');
  await page.getByRole('button', { name: new RegExp(who!) }).first().tap();
  await page.waitForURL(/home|works|inbox/);
}
for (const path of paths) {
  if (path.startsWith('tap:')) { await page.getByText(path.slice(4), { exact: false }).first().tap(); await shot('tap'); }
  else if (path.startsWith('full')) { await page.waitForTimeout(500); await page.screenshot({ fullPage: true, path: `${out}/${String(++n).padStart(2,'0')}-full.png` }); }
  else { await page.goto(base + path); await shot(path.replace(/\W+/g, '_').slice(0, 40)); }
  console.log(n, page.url());
}
await browser.close();
