import { CALL_STATE_NAMES, type CallState } from './campaign/call-state.js';
import { holdsSlot, isWithUnit, STATUS_NAMES, type WorkStatus } from './domain/work-status.js';
import { sayDeadline, sayLength, type Instant } from './time.js';

/**
 * Every refusal there is: code → HTTP status and the sentence a county clerk understands.
 * `grep CODE` shows the rule that gives it, the screen that shows it and the test that proves it.
 */
const reason = <P extends object>(status: number, say: (p: P) => string) => ({ status, say });
const plain = (status: number, sentence: string) => reason<object>(status, () => sentence);

export const REASONS = {
  // the door
  NOT_LOGGED_IN: plain(401, '请先登录。'),
  SESSION_ENDED: plain(401, '登录已失效，请重新登录。'),
  NOT_ALLOWED: plain(403, '您的账号没有这项权限。'),
  NOT_FOUND: plain(404, '没有找到，可能已移走或不归您查看。'),
  INVALID_INPUT: reason<{ bounds?: Bounds }>(400, (p) => (p.bounds ? `${sayBounds(p.bounds)}，请检查后重试。` : '提交的内容格式不对，请检查后重试。')),
  TOO_MANY_REQUESTS: reason<{ retryAfterSeconds: number }>(429, (p) => `操作太频繁，请 ${sayWait(p.retryAfterSeconds)}后再试。`),
  UNEXPECTED: plain(500, '系统出了点问题，您的内容没有丢。请稍后再试；若一直这样，请把编号告诉工作人员。'),
  DATABASE_AWAY: reason<{ retryAfterSeconds: number }>(503, (p) => `系统暂时连不上数据库，请 ${sayWait(p.retryAfterSeconds)}后再试；不确定是否成功时，请先刷新看看。`),
  DATABASE_BUSY: reason<{ retryAfterSeconds: number }>(503, (p) => `同时操作的人太多，这一步没有保存，请 ${sayWait(p.retryAfterSeconds)}后再试。`),
  SERVICE_DOWN: reason<{ service: string }>(502, (p) => `${p.service}暂时没有响应，请稍后再试。`),

  // accounts
  WRONG_CODE: reason<{ triesLeft: number }>(401, (p) => (p.triesLeft > 0 ? `验证码不对，还可以试 ${p.triesLeft} 次。` : '验证码不对，请重新获取。')),
  CODE_EXPIRED: plain(401, '验证码已失效，请重新获取。'),
  CODE_JUST_SENT: reason<{ retryAfterSeconds: number }>(429, (p) => `验证码刚发过，请 ${sayWait(p.retryAfterSeconds)}后再获取。`),
  WRONG_PASSWORD: plain(401, '账号或密码不对。'),
  WRONG_TOTP: plain(401, '动态验证码不对，请看验证器上当前的 6 位数字。'),
  LOCKED_OUT: reason<{ retryAfterSeconds: number }>(429, (p) => `试错次数太多，账号已临时锁定，请 ${sayWait(p.retryAfterSeconds)}后再试。`),
  INVALID_PHONE: plain(422, '手机号不对，请填写 11 位手机号。'),
  WEAK_PASSWORD: plain(422, '密码至少 12 个字符，并含大小写字母、数字、符号中的三类，不能用常见密码。'),
  CONSENT_REQUIRED: plain(422, '请先阅读并同意《隐私保护指引》。'),
  INVITATION_INVALID: plain(410, '邀请已失效或已被使用，请联系邀请您的人重新发送。'),
  INVITATION_OTHER_PHONE: plain(403, '这份邀请发给了另一个手机号，请用被邀请的手机号登录。'),
  WECHAT_CODE_INVALID: plain(401, '微信登录已过期，请再点一次登录。'),
  WECHAT_BLOCKED: plain(403, '微信判定这个账号有风险，请改用短信验证码登录。'),
  WECHAT_PHONE_NEEDED: plain(409, '请允许获取手机号，或改用短信验证码登录。'),
  ACCOUNT_DISABLED: plain(403, '账号已停用，请联系科技厅。'),

  // the editing computer
  COMPUTER_CODE_UNKNOWN: plain(422, '没有这个连接码，请核对电脑上显示的 6 位码。'),
  COMPUTER_CODE_EXPIRED: plain(410, '连接码已失效或已用过，请看电脑上的新码。'),

  // the form
  MISSING: reason<{ label: string }>(422, (p) => `缺${p.label}`),
  TOO_LONG: reason<{ label: string; over: number; limit: number }>(422, (p) => `${p.label}多了 ${p.over} 字，限 ${p.limit} 字`),
  NOT_A_DAY: reason<{ label: string }>(422, (p) => `${p.label}不是有效日期`),
  OUTSIDE_WINDOW: reason<{ label: string; fromDay: string; toDay: string }>(422, (p) => `${p.label}须在 ${p.fromDay} 至 ${p.toDay} 之间`),
  NOT_A_PHONE: plain(422, '联系电话格式不对'),
  NOT_A_MOBILE: plain(422, '第一作者手机号不对'),
  NOT_AN_EMAIL: plain(422, '电子邮箱格式不对'),
  NOT_AN_ADDRESS: plain(422, '网址要以 http:// 或 https:// 开头'),
  NO_CREATOR: plain(422, '缺主创人员'),
  NO_BROADCAST: plain(422, '缺播出记录'),
  NO_BROADCAST_PROOF: plain(422, '缺播放证明'),
  NO_ONLINE_ADDRESS: plain(422, '网络平台须填播出网址'),
  MATERIALS_UNCONFIRMED: plain(422, '没有引用素材请确认“全片原创”'),
  NO_MATERIAL_RANGE: plain(422, '缺引用位置和时长'),
  RANGE_REVERSED: plain(422, '引用的结束时间要晚于开始时间'),
  RANGE_OUTSIDE_FILM: reason<{ durationMs: number }>(422, (p) => `引用位置超出了影片长度（${sayLength(p.durationMs)}）`),
  NO_LICENCE_PROOF: plain(422, '缺授权证明'),
  NON_ORIGINAL_OVER: reason<{ overMs: number; share: number; limit: number }>(
    422,
    (p) => `非原创部分占 ${sayPercent(p.share)}，超出上限 ${sayPercent(p.limit)}；超出 ${(Math.ceil(p.overMs / 100) / 10).toFixed(1)} 秒，请删减或改短`,
  ),
  AREA_NOT_LISTED: plain(422, '所选旗县不在该推荐单位的革命老区、边远贫困地区名单里'),
  COMMITMENT_NOT_ACCEPTED: plain(422, '请阅读并同意作者承诺及授权'),
  NOT_SIGNED: plain(422, '未签名'),
  SIGNED_OTHER_TEXT: reason<{ text: 'form' | 'commitment' }>(422, (p) => (p.text === 'commitment' ? '承诺文字改过，请重新签名' : '签名后内容改过，请重新签名')),
  COMMITMENT_CHANGED: plain(409, '承诺文字刚改过，请看过新的文字再签名。'),

  FORM_TOO_LARGE: plain(413, '推荐表内容太多，存不下了，请删减一些。'),
  UNKNOWN_FILE: plain(422, '这份文件不属于这部作品，请重新上传。'),
  BAD_SIGNATURE: plain(422, '签名没有收全，请重新签一次。'),

  // the film
  NO_FILM: plain(422, '缺成片'),
  FILM_UPLOADING: plain(422, '成片还没传完'),
  INSPECTION_RUNNING: plain(422, '成片正在自动检测，请稍候'),
  INSPECTION_UNAVAILABLE: plain(422, '自动检测暂时没有完成，请点“重新检测”'),
  INSPECTION_BLOCKS: reason<{ rules: string[] }>(422, (p) => `成片有 ${p.rules.length} 项不通过（${p.rules.join('、')}），改好才能提交、推荐`),

  FILM_FROZEN: reason<{ status: WorkStatus }>(409, (p) => `作品现在是“${STATUS_NAMES[p.status]}”，成片和证明已冻结，不能上传、更换或移除。${sayThaw(p.status)}`),
  COMPARISON_GONE: plain(410, '另一部作品已撤回、换了成片或不再提交，这次比对已失效。请回到作品页看最新的检测结论。'),

  // workflow
  DRAFT_CHANGED: plain(409, '内容刚在别处改过，请看过最新内容再操作。'),
  WRONG_STATUS: reason<{ status: WorkStatus }>(409, (p) => `作品现在是“${STATUS_NAMES[p.status]}”，不能这样操作。`),
  NOT_OPEN_YET: reason<{ opensAt: Instant }>(409, (p) => `征集 ${sayDeadline(p.opensAt)} 开始，还不能提交。`),
  UNIT_CLOSED: reason<{ closedAt: Instant; unit: string }>(409, (p) => `${p.unit}已停止收件：${sayDeadline(p.closedAt)} 已过。写的内容和成片都保存着，可以查看，不能提交。`),
  AFTER_DEADLINE: reason<{ deadline: Instant }>(409, (p) => `推荐已截止：${sayDeadline(p.deadline)} 已过，以服务器时间为准。`),
  REVIEW_STARTED: plain(409, '推荐单位已开始审核签核，不能自行撤回，请联系推荐单位退回。'),
  DUTIES_OPEN: reason<{ duties: string[] }>(409, (p) => `还差 ${p.duties.length} 项签核：${p.duties.join('、')}。`),
  DUTY_UNKNOWN: plain(422, '没有这项审核。'),
  DUTY_SIGNED: reason<{ byName: string }>(409, (p) => `这一项已由${p.byName}签核，您的意见没有记入。要改意见，请签核人先撤销原来的签核。`),
  SIGN_OFF_OF_OTHERS: plain(403, '只能撤销自己的签核。'),
  NOTHING_RECOMMENDED: plain(409, '还没有推荐作品，暂时没有可打印的材料。推荐至少一部作品后再来。'),
  PAPER_FORMAT: reason<{ label: string; formats: string }>(400, (p) => `${p.label}只能下载${p.formats}。`),
  NO_FREE_SLOT: reason<{ used: number }>(409, (p) => `${p.used} 个名额已用完。这部作品没有推荐，审核意见都已保存。`),
  ONLY_RESERVED_SLOT: reason<{ slot: number; label: string }>(409, (p) => `${p.slot} 号名额只给${p.label}的作品，这部不符合。`),
  AUTHOR_TAKEN: plain(409, '第一作者今年已有推荐作品。同一作者只能申报一部，请先与科技厅核对。'),
  UNIT_TAKEN: plain(409, '第一制作单位今年已有推荐作品。同一单位只能申报一部，请先与科技厅核对。'),
  FILM_TAKEN: plain(409, '同一个影片文件已被推荐过，不能重复推荐。'),
  REASON_REQUIRED: plain(422, '请写明原因。'),
  RESUBMIT_TOO_LATE: reason<{ deadline: Instant }>(422, (p) => `重新提交的期限不能晚于推荐截止（${sayDeadline(p.deadline)}）。`),
  FINDING_CHANGED: plain(409, '这条检测结论刚变过（换了成片、改了推荐表，或已有人复核），请看过最新的再操作。'),
  NOTHING_TO_OVERRIDE: plain(409, '这条检测结论没有要复核的。'),
  OVERRIDE_IN_FORM: plain(409, '这一条由推荐表决定，请退回作者改推荐表，不能在这里复核。'),
  OVERRIDE_BY_DEPARTMENT: plain(403, '这一条推荐单位不能自行复核，确有理由请联系科技厅。'),
  OVERRIDE_OF_OTHERS: plain(403, '不是贵方作的复核，不能撤销。'),
  REASON_TOO_SHORT: reason<{ least: number }>(422, (p) => `请把理由写成一句话，至少 ${p.least} 个字。`),
  TITLE_MISMATCH: plain(422, '输入的作品名称不一致，没有取消资格。'),

  // files
  FILE_TOO_LARGE: reason<{ limit: number }>(413, (p) => `文件太大，这里最大 ${sayBytes(p.limit)}。`),
  FILE_TOO_SMALL: reason<{ limit: number }>(422, (p) => `文件太小，这里最小 ${sayBytes(p.limit)}。`),
  FILE_TYPE: reason<{ allowed: string }>(415, (p) => `这里只收 ${p.allowed} 文件。`),
  FILE_DAMAGED: reason<{ allowed: string }>(422, (p) => `文件内容不是 ${p.allowed}，请打开看看是否损坏。`),
  PHOTO_IS_HEIC: plain(415, '这是苹果的 HEIC 照片，这里看不了。请在“设置—相机—格式”里选“兼容性最佳”后重拍，或从相册里用“拷贝”“截屏”另存为 JPG 再选。'),
  TOO_MANY_FILES: reason<{ limit: number }>(409, (p) => `这里最多放 ${p.limit} 个文件，请先移除一个。`),
  UPLOAD_EXPIRED: plain(410, '这次上传放得太久，已经清理，请重新上传。'),
  UPLOAD_BUSY: plain(423, '同一个文件正在从另一处上传，请稍候再续传。'),
  UPLOAD_OFFSET: plain(409, '续传位置对不上，请刷新后续传，已传的部分都在。'),
  DISK_FULL: plain(507, '服务器空间不足，已通知管理员。已传的部分都在，请稍后继续。'),
  LINK_EXPIRED: plain(403, '播放链接已过期，请回到作品页重新打开。'),
  RANGE_NOT_SATISFIABLE: plain(416, '请求的文件范围不存在。'),

  // the scan
  SCAN_NOT_PICTURE: plain(422, '这不是照片，或者已经损坏。请重新拍，或换一张 JPG、PNG 照片。'),
  SCAN_DAMAGED: plain(422, '照片没有传全或已经损坏，请重拍这一页。'),
  SCAN_TOO_MANY_PIXELS: plain(422, '照片像素太高（超过 6500 万），处理不了。请把相机的分辨率调低一档再拍。'),
  SCAN_TOO_SMALL: plain(422, '照片太小，字会看不清。请用手机相机的原图，不要用缩略图或截屏。'),
  SCAN_TOO_HEAVY: plain(422, '这份文件处理不了：太大，或者内容有问题。请重拍，或换一份文件。'),
  SCAN_TOO_LARGE: plain(422, '扫描件压不到 5 兆以内，请减少页数，或改传 PDF。'),
  SCAN_PDF_ENCRYPTED: plain(422, 'PDF 加了密码，打不开。请去掉密码（另存为不加密的 PDF）再传。'),
  SCAN_PDF_DAMAGED: plain(422, 'PDF 打不开，可能没有传全或已经损坏。请重新扫描，或改用拍照。'),
  SCAN_PDF_PAGES: plain(422, 'PDF 里没有页，或者超过 20 页。请只传盖章推荐表的那几页。'),
  SCAN_EMPTY: plain(422, '还没有盖章页，请先拍照。'),
  SCAN_UNDER_WAY: plain(409, '还有没处理完的页，请稍候。'),
  SCAN_PAGE_FAILED: reason<{ place: number }>(422, (p) => `第 ${p.place} 张没有处理成，请重拍或删除。`),
  SCAN_PAGE_OTHER_WORK: reason<{ place: number; title: string | null }>(422, (p) => `第 ${p.place} 张是${p.title === null ? '另一部作品' : `《${p.title}》`}的纸，不是这部作品的，请删除。`),
  SCAN_PAGE_OLDER: reason<{ place: number; version: number; current: number }>(422, (p) => `第 ${p.place} 张是第 ${p.version} 版的纸，现在是第 ${p.current} 版。请重新打印签字盖章，再拍。`),
  SCAN_PAGE_FOREIGN: reason<{ place: number }>(422, (p) => `第 ${p.place} 张的二维码不是本平台推荐表上的，请核对拍的是哪份材料。`),
  SCAN_PAGE_UNREAD: reason<{ place: number }>(422, (p) => `第 ${p.place} 张没有读到二维码，请输入纸上的版本码，或看过后确认。`),
  SCAN_PAGE_POOR: reason<{ place: number; what: 'blurred' | 'dark' }>(422, (p) => (p.what === 'blurred' ? `第 ${p.place} 张拍糊了，请对好焦重拍；字都看得清，也可以看过后确认。` : `第 ${p.place} 张太暗，请到亮处重拍；字都看得清，也可以看过后确认。`)),
  SCAN_PAGE_TWICE: reason<{ page: number }>(422, (p) => `纸上的第 ${p.page} 页拍了两张，请删去一张。`),
  SCAN_PAGE_MISSING: reason<{ page: number }>(422, (p) => `还缺纸上的第 ${p.page} 页，请补拍。`),
  SCAN_TOO_MANY_PAGES: reason<{ limit: number }>(409, (p) => `最多放 ${p.limit} 张，请先删除一张。`),
  SCAN_BAD_CORNERS: plain(422, '四个角的位置不对，请拖到纸的四个角上。'),
  SCAN_CODE_WRONG: plain(422, '版本码对不上当前这一版。请核对纸张左下角的“版本码”，如果是旧版，要重新打印签字盖章。'),
  SCAN_NOT_MADE: plain(409, '扫描件还没有生成，请稍候再提交。'),
  // hand-over
  NOTHING_TO_HAND_OVER: plain(409, '还没有推荐作品，没有可报送的材料。'),
  HAND_OVER_BLOCKED: reason<{ items: string[] }>(409, (p) => `还差 ${p.items.length} 项才能报送：${p.items.join('；')}。`),
  HAND_OVER_UNCHANGED: reason<{ number: number }>(409, (p) => `和第 ${p.number} 次报送完全一样，不用再报送。`),
  HAND_OVER_UNDER_WAY: reason<{ number: number }>(409, (p) => `第 ${p.number} 次报送的材料包还没有备好，请等它备好或先取消。`),
  PACKAGE_NOT_READY: plain(409, '材料包还没有备好，请稍候。'),
  PACKAGE_FIXED: plain(409, '材料包已经备好，不能取消。要改，请改好后再报送一次。'),
  PACKAGE_DAMAGED: reason<{ problem: string }>(409, (p) => `存放的文件和报送清单不一致，已停止下载：${p.problem}。请联系科技厅。`),
  PACKAGE_NOT_FAILED: plain(409, '这个材料包没有失败，不用重试。'),
  PACKAGE_LINK_EXPIRED: plain(410, '下载地址已失效，请在“报送材料”里重新取一个。'),
  WORK_NOT_FOR_EXPORT: reason<{ title: string }>(409, (p) => `《${p.title}》没有被推荐，不能导出。`),
  NEXT_CALL_UNKNOWN: plain(422, '没有这个上级征集。'),
  NO_MAIL_SERVER: plain(409, '还没有配置发信服务器，请下载邮件草稿，用自己的邮箱发送。'),
  MAIL_ADDRESS_INVALID: plain(422, '收件邮箱格式不对。'),
  NO_UNIT_MAIL_SERVER: plain(409, '单位的发信邮箱没有设置或已移除，信没有发出。请在“发信邮箱”里设置，或下载邮件草稿自己发送。'),
  MAIL_PASSWORD_UNREADABLE: plain(409, '单位发信邮箱的授权码读不出来了，信没有发出。请在“发信邮箱”里重新填一次。'),
  MAIL_SENDER_INVALID: plain(422, '发件地址格式不对。'),
  MAIL_PORT_REFUSED: plain(422, '发信端口只能是 465、587 或 25，常用 465。'),
  MAIL_HOST_UNKNOWN: reason<{ host: string }>(422, (p) => `找不到服务器“${p.host}”，请核对发信（SMTP）服务器的地址。`),
  MAIL_HOST_PRIVATE: reason<{ host: string }>(422, (p) => `“${p.host}”在内部网络里，不能用来发信。请填邮箱服务商给的发信（SMTP）服务器；确是内网邮箱的，请系统管理员放行。`),
  NOT_A_BOUNCE: plain(422, '这不是退信：里面没有投递失败通知。请用退信的原件：在邮箱里打开退信，选“导出”或“查看邮件原文”。'),
  BOUNCE_OF_ANOTHER: plain(422, '这封退信退的不是这次报送的邮件，没有改动。'),
  CODE_UNKNOWN: plain(404, '没有这个报送码，请核对信封或光盘上的 10 位码。'),
  FORM_NOT_HANDED_OVER: reason<{ title: string; unit: string }>(404, (p) => `这是${p.unit}《${p.title}》的推荐表，它还没有报送，不能登记。请和单位联系。`),
  RECEIPT_BELOW_ZERO: plain(422, '收到的份数不能少于零。'),
  RECEIPT_BEYOND_DUE: reason<{ required: number; received: number; beyond: string }>(409, (p) => `应收 ${p.required}，已收 ${p.received}，再登记就多收${p.beyond}。请核对，确实多收了再确认登记。`),
  RECEIPT_TAKEN_BACK: plain(409, '这次登记已经撤回了，没有再撤一次。'),

  // the call
  CONFIG_CONTRADICTS: reason<{ problems: string[] }>(422, (p) => p.problems.join('')),
  BONUS_WITHOUT_AREAS: reason<{ unit: string; label: string }>(422, (p) => `${p.unit}增加的名额只给${p.label}的作品，还没有写是哪些旗县，这个名额谁也用不了。请先选定旗县。`),
  CLOSING_TOO_LATE: reason<{ deadline: Instant }>(422, (p) => `收件截止不能晚于推荐截止（${sayDeadline(p.deadline)}）。`),
  SLOTS_IN_USE: reason<{ used: number }>(409, (p) => `已占用 ${p.used} 个名额，不能减到更少；请先由单位撤回推荐。`),
  NO_CAMPAIGN: plain(404, '目前没有正在进行的征集。'),
  CALL_NOT_OPEN: reason<{ title: string; state: CallState }>(409, (p) => `“${p.title}”${CALL_STATE_NAMES[p.state]}，现在不能办理这件事。`),
  CALL_STATE: reason<{ from: CallState; to: CallState }>(409, (p) => `征集现在是“${CALL_STATE_NAMES[p.from]}”，不能直接改为“${CALL_STATE_NAMES[p.to]}”。`),
} as const;

/** What a number, the entries of a list or the characters of a text may be; both ends belong to it. */
export interface Bounds {
  of: 'number' | 'entries' | 'characters';
  least: number;
  most: number;
}

export type ReasonCode = keyof typeof REASONS;

type ParametersOf<C extends ReasonCode> = Parameters<(typeof REASONS)[C]['say']>[0];

/** One reason why something is refused: its code, what the sentence needs, and where it lies. */
export type Reason = { [C in ReasonCode]: { code: C; path?: string } & ParametersOf<C> }[ReasonCode];

export function sentenceOf(refusal: Reason): string {
  const entry = REASONS[refusal.code] as { say: (p: Reason) => string };
  return entry.say(refusal);
}

export function statusOf(refusal: Reason): number {
  return REASONS[refusal.code].status;
}

/** The body of every refusal: RFC 9457 problem details, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ReasonCode;
  requestId: string;
  /** Every reason at once, each with its own sentence and, for a form, the path of its field. */
  reasons: (Reason & { message: string })[];
}

/** What would have to happen before the film may change. */
function sayThaw(status: WorkStatus): string {
  if (isWithUnit(status)) return '要更换请先撤回提交，或请推荐单位退回。';
  return holdsSlot(status) ? '要更换须由推荐单位先撤回推荐，再退回修改。' : '';
}

function sayBounds({ of, least, most }: Bounds): string {
  if (of === 'characters') return `文字太长，限 ${most} 字`;
  return of === 'number' ? `数值应在 ${least} 到 ${most} 之间` : `应有 ${least} 到 ${most} 项`;
}

function sayWait(seconds: number): string {
  return seconds < 90 ? `${Math.max(1, Math.ceil(seconds))} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}

/** `6.6%`: one decimal, rounded up at the limit's side is left to the caller's numbers. */
export function sayPercent(share: number): string {
  return `${(share * 100).toFixed(1).replace(/\.0$/u, '')}%`;
}

/** `189.3 兆` the way the notice counts: one 兆 is a million bytes. */
export function sayBytes(bytes: number): string {
  if (bytes < 100_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/u, '')} 兆`;
}
