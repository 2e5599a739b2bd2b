import { versionOfText } from '../forms/fingerprint.js';

const TITLE = '隐私保护指引';

const PARAGRAPHS = [
    '为办理科普微视频征集、推荐和评选，我们收集您的手机号、姓名、工作或学习单位、职务职称、联系地址、电子邮箱，以及您提交的作品、证明材料和手写签名。',
    '这些信息只用于核对作者身份、联系您、审核和评选作品，保存在境内服务器，除您选择的推荐单位和自治区科学技术厅外，不向其他人提供。公示时只公开作品名称、主创人员和单位。',
    '您可以随时查看、更正自己的信息，也可以撤回同意、注销账号；作品提交后至评选归档前，依职责需要保留的材料除外。',
    '如有疑问，请联系自治区科学技术厅政策法规处。',
];

/** Texts that were agreed to under a name before versions were taken from the text: they keep it, so nobody is asked again. */
const NAMED: Readonly<Record<string, string>> = { '5cc9a83ed4b1c112c25d': '2025-1' };

const version = versionOfText([TITLE, ...PARAGRAPHS]);

/** The notice people agree to when they first log in. Another text is another version, and asks everyone again. */
export const PRIVACY = { version: NAMED[version] ?? version, title: TITLE, paragraphs: PARAGRAPHS } as const;
