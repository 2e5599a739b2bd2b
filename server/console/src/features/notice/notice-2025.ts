/** Words of a notice at one of its clauses, to the letter. */
export interface NoticeClause {
  clause: string;
  words: string;
}

/** 内科政字〔2025〕39号, the sentences the console stands beside. Legal text: quoted, never rephrased. */
export const NOTICE_2025 = {
  documentNumber: '内科政字〔2025〕39号',
  clauses: {
    theme: { clause: '一', words: '矢志创新发展 建设科技强国' },
    addressees: { clause: '主送单位', words: '自治区各委、办、厅、局,各盟市科技局、满洲里市工信和科技局、二连浩特市教育科技局，各高等院校、科研院所，有关部门：' },
    window: { clause: '二（二）', words: '作品应为2024年1月1日至2024年12月31日之间完成制作并公开播映的原创微视频作品，时长为2-5分钟。' },
    quota: { clause: '三', words: '各盟市和有关部门推荐微视频作品不超过5部。计划单列市科技管理部门推荐微视频作品不超过3部。' },
    bonus: { clause: '三', words: '凡有革命老区、边远贫困地区的盟市增加1个推荐名额。' },
    deadline: { clause: '三', words: '推荐截止日期为2025年12月10日。' },
    awards: { clause: '四', words: '自治区科技厅将组织专家开展评审，按照评审结果，评选出6部优秀科普微视频作品。' },
    contact: { clause: '五', words: '自治区科技厅政策法规处 电 话：0471—6328711 邮 箱：kepu2025@126.com' },
    broadcast: { clause: '附件1 一（一）', words: '参选作品应为2024年1月1日至2024年12月31日之间完成制作并公开播映的原创微视频作品，在自治区级电视台，国内主流网络平台，主要科技、科普类网站，具有广泛影响的专业网站公开播映，并提供相应的播放证明。' },
    length: { clause: '附件1 一（三）1', words: '时长为2～5分钟。' },
    format: { clause: '附件1 一（三）2', words: '视频格式须为MP4格式、16:9全画幅横版、高清画面分辨率为1080P以上，单个视频大小为100-300兆之间。' },
    parts: { clause: '附件1 一（三）3', words: '视频应由片头、正片、片尾三部分构成，视频片头名称应与推荐表一致，片尾应体现主创人员、制作单位、版权单位、录制时间等信息。' },
    language: { clause: '附件1 一（三）4', words: '视频中的文字语言应为简体中文，配音和解说使用普通话，配简体中文字幕。' },
    copied: { clause: '附件1 一（四）1', words: '若发现抄袭，取消评选资格。' },
    nonOriginal: { clause: '附件1 一（四）2', words: '非原创部分不得超过视频总时长的10%，以下涉及公共素材、商业网站素材、人工智能生成素材均视为非原创部分。' },
    publicFootage: { clause: '附件1 一（四）2（1）', words: '使用事件、报道等公共视频素材的需在画面注明“资料”及出处；引用商业网站素材或他人原创素材的，应在视频中标明引用素材来源。引用素材需提供授权使用证明。' },
    generated: { clause: '附件1 一（四）2（4）', words: '使用人工智能生成的视频、图片、文案，视为非原创。' },
    firstOfMany: { clause: '附件1 二2', words: '多人参与制作的科普微视频作品须由第一作者提交至盟市或相关部门审核；多个单位共同参与制作同一部科普微视频，须由第一制作单位提交至盟市或相关部门审核；各盟市推荐的涉及“三区”（革命老区、边远贫困地区）的微视频，须由该区域的作者（制作单位）提交。' },
    bothWays: { clause: '附件1 二3', words: '各地方、各部门推荐参加评选的科普微视频，同时通过以下两种方式提交材料。' },
    post: { clause: '附件1 二.3（1）', words: '将推荐的微视频光盘、纸质版《2025年全区科普微视频作品推荐表》邮寄至内蒙古自治区科学技术厅政策法规处。' },
    mail: { clause: '附件1 二.3（2）', words: '将视频文件、《2025年全区科普微视频作品推荐表》的电子版、纸质版扫描件发至邮箱：kepu2025@126.com。' },
    once: { clause: '附件1 三（一）', words: '作品只能通过盟市、部门推荐方式参加评选，同一单位、同一作者只能申报一部作品。若发现重复推荐，将取消评选资格。' },
    duties: { clause: '附件1 三（二）', words: '各盟市、各部门推荐的作品，推荐单位需预先进行政治性、科学性审核，确保作者身份真实、无违背科研诚信及科技伦理的行为。' },
    liability: { clause: '附件1 三（三）（四）', words: '作品内容不得侵犯任何第三方包括但不限于著作权、肖像权、名誉权、隐私权等在内的任何权利。如作品内容侵犯第三方合法权益导致任何争议、索赔、诉讼等后果，由报送作品单位和个人承担相应法律责任，本次征集评选活动主办方和承办方不承担任何法律责任。本次征集评选活动主办方拥有对所投稿作品的播放权。' },
    limits: { clause: '附件2', words: '内容简介（300字以内） 主要创新点（内容、构思、表达等）（100字以内） 传播效果（点击量等）（100字以内）' },
    signature: { clause: '附件2', words: '注：签字须手写' },
  },
} as const satisfies { documentNumber: string; clauses: Record<string, NoticeClause> };

export type ClauseId = keyof typeof NOTICE_2025.clauses;
